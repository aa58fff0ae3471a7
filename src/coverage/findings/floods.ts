import type { AlertKind } from "../../catalog";
import { finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { isBlank, type ResourceIndex } from "../resource-index";
import { firstOf } from "../report/wording";
import { mayMatchAlert } from "../trace/alert-patterns";
import { placedRules } from "../trace/own-rules";

/**
 * Protocols whose subscriptions a flood silences: SNS suspends mail that is offered more than ten messages
 * a second, and text messages at a limit of spending.
 * @see https://docs.aws.amazon.com/general/latest/gr/sns.html
 */
const floodable: readonly unknown[] = ["email", "email-json", "sms"];

/** Subscriptions of a topic that a flood silences. */
function floodableAt(index: ResourceIndex, topic: string): readonly Resource[] {
  return index
    .find("aws_sns_topic_subscription", topic)
    .filter(({ attributes }) => floodable.includes(attributes["protocol"]));
}

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
    return floodableAt(index, topic).map((subscription) =>
      finding(
        "flood-silences-alerts",
        subscription,
        `anybody can cause ${firstOf(open, 3)}; it would be silent about ${firstOf(rest, 3)}`,
      ),
    );
  });
}

/** Rules that send what is no alert, in any number, to a topic whose mail is about more than what anybody can cause. */
export function otherEventFindings(
  index: ResourceIndex,
  notified: ReadonlyMap<string, ReadonlySet<AlertKind>>,
): readonly Finding[] {
  const topics = [...notified].flatMap(([topic, kinds]) =>
    [...kinds].some(({ causedBy }) => causedBy !== "anybody") &&
    floodableAt(index, topic).length > 0
      ? [topic]
      : [],
  );
  return placedRules(index).flatMap(({ rule, sendsTo }) => {
    const shared = topics.filter((topic) => sendsTo.includes(topic));
    if (shared.length === 0) return [];
    if (isBlank(rule.attributes["event_pattern"]) || mayMatchAlert(rule)) return [];
    return shared.map((topic) => finding("topic-shared-with-other-events", rule, topic));
  });
}
