import { NotificationsChannelAssociation } from "@cdktf/provider-aws/lib/notifications-channel-association";
import { NotificationsEventRule } from "@cdktf/provider-aws/lib/notifications-event-rule";
import { NotificationsNotificationConfiguration } from "@cdktf/provider-aws/lib/notifications-notification-configuration";
import { NotificationsNotificationHub } from "@cdktf/provider-aws/lib/notifications-notification-hub";
import { NotificationscontactsEmailContact } from "@cdktf/provider-aws/lib/notificationscontacts-email-contact";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Place } from "../../src/aws";
import type { EmailContact, NotificationAggregation } from "../../src/aws/notification-contacts";
import { patternsByType, type AlertKind } from "../../src/catalog";
import { checkNotifications } from "./checks";

/** Properties of {@link UserNotifications}. */
export interface UserNotificationsProps {
  /** Provider of the account; of any region, as the service works from us-east-1. */
  readonly provider: TerraformProvider;
  /** Account whose own sign-ins are told. */
  readonly place: Omit<Place, "region">;
  /** Name of the notification configuration, 1 to 64 letters, digits, hyphens and underscores. */
  readonly name: string;
  /** At most 3 regions where AWS keeps the notifications; none where the account has hubs already. */
  readonly hubRegions: readonly string[];
  /** Every region whose sign-ins are told: all that the account can use. */
  readonly regions: readonly string[];
  /** What is told; no kind that CloudTrail marks read-only. */
  readonly kinds: readonly AlertKind[];
  /** Who is told, 1 to 50. */
  readonly emails: readonly EmailContact[];
  /** @default "NONE" */
  readonly aggregation?: NotificationAggregation;
}

/**
 * AWS User Notifications for the sign-ins of one account: a channel that shares nothing with the
 * hub. AWS makes the rules, and writes the mail.
 * @throws RangeError for what AWS would refuse, and for kinds that nobody would be told of
 * @see https://docs.aws.amazon.com/notifications/latest/userguide/what-is-service.html
 */
export class UserNotifications extends Construct {
  /** ARN of the notification configuration. */
  public readonly configurationArn: string;

  constructor(scope: Construct, id: string, props: UserNotificationsProps) {
    super(scope, id);
    const { provider, regions } = props;
    const rules = patternsByType(props.kinds);
    checkNotifications(props, rules);
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
      // AWS takes no configuration before the account has a hub.
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
