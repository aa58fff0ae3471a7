import { NotificationsChannelAssociation } from "@cdktf/provider-aws/lib/notifications-channel-association";
import { NotificationsEventRule } from "@cdktf/provider-aws/lib/notifications-event-rule";
import { NotificationsNotificationConfiguration } from "@cdktf/provider-aws/lib/notifications-notification-configuration";
import { NotificationsNotificationHub } from "@cdktf/provider-aws/lib/notifications-notification-hub";
import { NotificationscontactsEmailContact } from "@cdktf/provider-aws/lib/notificationscontacts-email-contact";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Place } from "../../src/aws";
import { patternLength } from "../../src/aws/eventbridge";
import {
  contactForms,
  type EmailContact,
  type NotificationAggregation,
} from "../../src/aws/notification-contacts";
import {
  isOfAnyService,
  patternsByType,
  type AlertKind,
  type TypedPattern,
} from "../../src/catalog";
import { refuseOtherShapes } from "../property-shapes";
import { refuse } from "../property-validation";

/** Properties of {@link UserNotifications}. */
export interface UserNotificationsProps {
  /** Provider of the account; of any region, as the service works from us-east-1. */
  readonly provider: TerraformProvider;
  /** Account of whose own sign-ins the contacts are notified. */
  readonly place: Omit<Place, "region">;
  /** Name of the notification configuration, 1 to 64 letters, digits, hyphens and underscores. */
  readonly name: string;
  /** At most 3 regions where AWS keeps the notifications; none where the account already has hubs. */
  readonly hubRegions: readonly string[];
  /** Every region of whose sign-ins they are notified: all that the account can use. */
  readonly regions: readonly string[];
  /** What they are notified of; no kind that CloudTrail marks read-only. */
  readonly kinds: readonly AlertKind[];
  /** Who is notified, 1 to 50. */
  readonly emails: readonly EmailContact[];
  /** @default "NONE" */
  readonly aggregation?: NotificationAggregation;
}

/**
 * None of them can be raised.
 * @see https://docs.aws.amazon.com/notifications/latest/userguide/user-notifications-quotas.html
 */
const most = { hubs: 3, rules: 10, channels: 50, patternLength: 4096 } as const;

function emailProblems({ emails }: UserNotificationsProps): readonly string[] {
  const addresses = emails.map(({ address }) => address);
  return [
    ...(emails.length === 0 || emails.length > most.channels
      ? [`'emails' must hold 1 to ${most.channels} contacts, got: ${emails.length}`]
      : []),
    ...emails.flatMap(({ name, address }, i) => [
      ...(contactForms.name.form.test(name)
        ? []
        : [`'emails[${i}].name' must be ${contactForms.name.allowed}, got: ${name}`]),
      ...(contactForms.address.form.test(address)
        ? []
        : [`'emails[${i}].address' must be ${contactForms.address.allowed}, got: ${address}`]),
      ...(addresses.indexOf(address) === i
        ? []
        : [`'emails[${i}].address' must be given once, got twice: ${address}`]),
    ]),
  ];
}

/** Refuses what AWS would refuse, and kinds that no contact would be notified of; all at once. */
function validateNotifications(
  props: UserNotificationsProps,
  rules: readonly TypedPattern[],
): void {
  const { name, hubRegions, regions, kinds, place } = props;
  const readOnly = kinds.filter((kind) => kind.readOnly === true);
  const tooLong = rules.filter(
    ({ pattern }) => pattern !== undefined && patternLength(pattern) > most.patternLength,
  );
  const problems = [
    ...((place.partition ?? "aws") === "aws"
      ? []
      : [`'place.partition' must be aws, where the service is, got: ${place.partition ?? ""}`]),
    ...(/^[\w-]{1,64}$/u.test(name)
      ? []
      : [`'name' must be 1 to 64 letters, digits, hyphens and underscores, got: ${name}`]),
    ...(hubRegions.length > most.hubs
      ? [`'hubRegions' must name at most ${most.hubs} regions, got: ${hubRegions.length}`]
      : []),
    ...(regions.length === 0 ? ["'regions' must name at least 1 region, got: 0"] : []),
    ...(kinds.length === 0 ? ["'kinds' must hold at least 1 kind, got: 0"] : []),
    // The rules in EventBridge are created by AWS, and ask for no read-only events.
    ...readOnly.map(
      (kind) =>
        `'kinds' must hold no kind that CloudTrail marks read-only, as no contact would be notified, got: ${kind.name}`,
    ),
    ...kinds
      .filter(isOfAnyService)
      .map(
        (kind) =>
          `'kinds' must hold no kind of which any service of AWS has events, as a rule is for one, got: ${kind.name}`,
      ),
    ...(rules.length > most.rules
      ? [`'kinds' must need at most ${most.rules} event rules, got: ${rules.length}`]
      : []),
    ...tooLong.map(
      ({ source, detailType }) =>
        `the event pattern of ${source} "${detailType}" must have at most ${most.patternLength} characters: choose other 'kinds'`,
    ),
    ...emailProblems(props),
  ];
  refuse(problems);
}

/**
 * AWS User Notifications for the sign-ins of one account: a channel that shares nothing with the
 * hub. AWS creates the rules, and writes the mail.
 * @throws RangeError for what AWS would refuse, and for kinds that no contact would be notified of
 * @see https://docs.aws.amazon.com/notifications/latest/userguide/what-is-service.html
 */
export class UserNotifications extends Construct {
  /** ARN of the notification configuration. */
  public readonly configurationArn: string;

  constructor(scope: Construct, id: string, props: UserNotificationsProps) {
    super(scope, id);
    refuseOtherShapes(props, {
      provider: "provider",
      place: "object",
      name: "text",
      hubRegions: "texts",
      regions: "texts",
      kinds: "kinds",
      emails: "contacts",
      aggregation: "text?",
    });
    const { provider, regions } = props;
    const rules = patternsByType(props.kinds);
    validateNotifications(props, rules);
    const hubs = props.hubRegions.map(
      (notificationHubRegion) =>
        new NotificationsNotificationHub(this, `Hub-${notificationHubRegion}`, {
          provider,
          notificationHubRegion,
        }),
    );
    const configuration = new NotificationsNotificationConfiguration(this, "Resource", {
      provider,
      name: props.name,
      description: "Console sign-ins of this account",
      aggregationDuration: props.aggregation ?? "NONE",
      // AWS does not accept a configuration before the account has a hub.
      dependsOn: hubs,
    });
    this.configurationArn = configuration.arn;
    for (const { source, detailType, pattern } of rules) {
      new NotificationsEventRule(this, `Rule-${source}-${detailType.replaceAll(" ", "-")}`, {
        provider,
        notificationConfigurationArn: configuration.arn,
        source,
        eventType: detailType,
        regions: [...regions].sort(),
        ...(pattern && { eventPattern: JSON.stringify(pattern) }),
      });
    }
    for (const { name, address } of props.emails) {
      // A slash would divide the construct's path.
      const place = address.replaceAll("/", "%2F");
      const contact = new NotificationscontactsEmailContact(this, `Contact-${place}`, {
        provider,
        name,
        emailAddress: address,
      });
      new NotificationsChannelAssociation(this, `Channel-${place}`, {
        provider,
        arn: contact.arn,
        notificationConfigurationArn: configuration.arn,
      });
    }
  }
}
