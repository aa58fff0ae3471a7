import type { AlertKind } from "../../catalog";
import { finding, type Finding } from "../finding";
import type { ResourceIndex } from "../resource-index";
import { firstOf } from "../report/wording";

/**
 * Protocols whose subscriptions a flood silences: SNS suspends mail that is offered more than ten messages
 * a second, and text messages at a limit of spending.
 * @see https://docs.aws.amazon.com/general/latest/gr/sns.html
 */
const floodable: readonly unknown[] = ["email", "email-json", "sms"];

/** Topics that an alarm notifies. */
function alarmTopics(index: ResourceIndex): ReadonlySet<unknown> {
  const actions = index
    .all("aws_cloudwatch_metric_alarm")
    .flatMap(({ attributes }) => [attributes["alarm_actions"]].flat());
  return new Set(actions);
}

/** Subscriptions that carry what anybody can cause, in any number, beside what they cannot. */
export function floodFindings(
  index: ResourceIndex,
  notified: ReadonlyMap<string, ReadonlySet<AlertKind>>,
): readonly Finding[] {
  const alarmed = alarmTopics(index);
  return [...notified].flatMap(([topic, kinds]) => {
    const named = (isOpen: boolean): readonly string[] =>
      [...kinds].filter((kind) => (kind.causedBy === "anybody") === isOpen).map(({ name }) => name);
    const open = named(true);
    // The alarm on a flood is one of them.
    const rest = [...named(false), ...(alarmed.has(topic) ? ["alarms"] : [])];
    if (open.length === 0 || rest.length === 0) return [];
    return index
      .find("aws_sns_topic_subscription", topic)
      .filter((subscription) => floodable.includes(subscription.attributes["protocol"]))
      .map((subscription) =>
        finding(
          "flood-silences-alerts",
          subscription,
          `anybody can cause ${firstOf(open, 3)}; it would be silent about ${firstOf(rest, 3)}`,
        ),
      );
  });
}
