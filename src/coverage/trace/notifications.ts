import type { EventEnvelope } from "../../catalog";
import { blocked, step, type Hop } from "../finding";
import { expandStackSets, type Inventory, type Resource } from "../inventory";
import { isList } from "../inventory/value";
import { known, resourceIndexOf, optionalText, text, type ResourceIndex } from "../resource-index";
import type { Delivery, TraceResult } from "../trace-result";
import { isReadOnly, recorded } from "./recorded";
import { patternMatches } from "./rules";
import { branch, newRun, type Run, type TraceOptions } from "./run";

const RULE = "notification rule";

/** What AWS User Notifications writes cannot be chosen, and is not documented. */
const ownText = "AWS's own text";

const aggregations: ReadonlyMap<string, string> = new Map([
  ["NONE", "each event is sent at once"],
  ["SHORT", "events of 5 minutes are sent together"],
  ["LONG", "events of 12 hours are sent together"],
]);

/** Which contacts AWS User Notifications notifies of an event. */
export function traceNotifications(
  inventory: Inventory,
  event: EventEnvelope,
  options: TraceOptions = {},
): TraceResult {
  const index = resourceIndexOf(expandStackSets(inventory));
  const run = newRun(index, event, options);
  branch(run, [], () => {
    followNotifications(run, [recorded(index, event, options)]);
  });
  return { deliveries: run.deliveries, blockers: run.blockers, findings: [] };
}

/** Follows an event through the rules of AWS User Notifications in its account. */
export function followNotifications(run: Run, hops: readonly Hop[]): void {
  const notified = new Map<string, Delivery>();
  for (const rule of run.index.find("aws_notifications_event_rule", run.event.account)) {
    branch(run, hops, () => {
      if (!takes(run, rule)) return;
      const arn = text(rule, "notification_configuration_arn");
      // Two rules of one configuration that take an event are one notification.
      if (!notified.has(arn)) notified.set(arn, delivery(run, rule, arn, hops));
    });
  }
  run.deliveries.push(...notified.values());
}

/** The regions whose events a rule takes. */
export function regionsOf(rule: Resource): readonly string[] {
  const regions = known(rule, "regions", rule.attributes["regions"]);
  return isList(regions) ? regions.filter((region) => typeof region === "string") : [];
}

function takes(run: Run, rule: Resource): boolean {
  const { event } = run;
  if (text(rule, "source") !== event.source) return false;
  if (text(rule, "event_type") !== event["detail-type"]) return false;
  if (!regionsOf(rule).includes(event.region)) return false;
  return patternMatches(run, rule) ?? true;
}

function delivery(run: Run, rule: Resource, arn: string, hops: readonly Hop[]): Delivery {
  if (isReadOnly(run.event)) {
    blocked("notification-rule-without-read-only-events", rule);
  }
  const configuration = run.index.named(
    "aws_notifications_notification_configuration",
    arn,
    "destination-missing",
    rule,
  );
  const aggregation = optionalText(configuration, "aggregation_duration") ?? "NONE";
  const held = aggregations.get(aggregation);
  if (held === undefined) {
    return blocked("value-invalid", configuration, `aggregation_duration ${aggregation}`);
  }
  const contacts = contactsOf(run.index, arn);
  const [contact] = contacts;
  if (contact === undefined) {
    blocked("recipients-missing", configuration);
  }
  const recipients = contacts
    .map((each) => `user-notifications:${text(each, "email_address")}`)
    .sort();
  return {
    kind: run.kind() ?? "",
    topic: arn,
    recipients,
    text: ownText,
    hops: [
      ...hops,
      step(RULE, rule, "its source, event type, regions and pattern match"),
      step("notification configuration", configuration, held),
      step("notification channel", contact, recipients.join(", ")),
    ],
  };
}

/**
 * The contacts that a configuration notifies, once each has confirmed the address.
 * @throws BlockedError for a channel that is no contact in the inventory
 */
export function contactsOf(index: ResourceIndex, configurationArn: string): readonly Resource[] {
  return index
    .find("aws_notifications_channel_association", configurationArn)
    .map((association) =>
      index.named(
        "aws_notificationscontacts_email_contact",
        text(association, "arn"),
        "recipients-missing",
        association,
      ),
    );
}
