import type { CoverageReport } from "../../coverage-report";
import { ownName } from "../../resource-types";
import { endpointIn } from "./resource-loss";
import type { Side } from "./side";
import { cellKey } from "./compare-coverage";

/** One recipient and what a change takes from it or brings to it. */
export interface RecipientChange {
  /** `protocol:endpoint`. */
  readonly recipient: string;
  /** Alert kinds, in the order of the report. */
  readonly kinds: readonly string[];
  /** Names of topics that notify of what watches the path, such as operations and trail alarms. */
  readonly topics: readonly string[];
  /** True where the recipient is notified of nothing at all on the other side. */
  readonly entirely: boolean;
}

/** Who is notified of less, and who of more. */
export interface AudienceChange {
  readonly removed: readonly RecipientChange[];
  readonly added: readonly RecipientChange[];
}

/** What recipients are notified of: an alert of a kind, or what a topic brings. */
interface Subject {
  readonly kind?: string;
  readonly topic?: string;
  readonly recipients: ReadonlySet<string>;
}

interface Audience {
  readonly subjects: ReadonlyMap<string, Subject>;
  readonly everybody: ReadonlySet<string>;
}

function alertsOf(report: CoverageReport): readonly (readonly [string, Subject])[] {
  return report.cells
    .filter((cell) => cell.covered)
    .map((cell) => {
      const recipients = new Set(report.notifiedOf(cell).flatMap((topic) => topic.recipients));
      return [cellKey(cell), { kind: cell.kind, recipients }];
    });
}

/**
 * Topics that bring no alert, such as those of alarms; and alarms, wherever they notify. What has nothing to do
 * with alerts, such as a team's own topic, is left out.
 */
function watchersOf(side: Side): readonly (readonly [string, Subject])[] {
  const { coverage: report, placed } = side;
  const ofAlerts = new Set(
    report.cells.flatMap((cell) =>
      cell.covered ? report.notifiedOf(cell).map(({ topic }) => topic) : [],
    ),
  );
  const byTopic = new Map<string, Set<string>>();
  for (const each of placed) {
    const { attributes } = each.resource;
    const recipient = endpointIn(attributes);
    const arn = attributes["topic_arn"];
    if (recipient === undefined || typeof arn !== "string" || !side.isNearThePath(each)) continue;
    byTopic.set(arn, (byTopic.get(arn) ?? new Set()).add(recipient));
  }
  const topics = [...byTopic]
    .filter(([arn]) => !ofAlerts.has(arn))
    .map(([arn, recipients]) => {
      const topic = nameOf(arn);
      return [`topic ${topic}`, { topic, recipients }] as const;
    });
  const alarms = placed.flatMap((each) => {
    const { type, attributes } = each.resource;
    const actions = attributes["alarm_actions"];
    if (!Array.isArray(actions) || !side.isNearThePath(each)) return [];
    const notified = actions.flatMap((arn) => [...(byTopic.get(String(arn)) ?? [])]);
    const alarm = ownName(type, attributes) ?? "";
    const subject = { topic: nameOf(String(actions[0])), recipients: new Set(notified) };
    return [[`alarm ${alarm}`, subject] as const];
  });
  return [...topics, ...alarms];
}

function nameOf(arn: string): string {
  return arn.split(":").at(-1) ?? arn;
}

function audienceOf(side: Side): Audience {
  const subjects = new Map([...alertsOf(side.coverage), ...watchersOf(side)]);
  return {
    subjects,
    everybody: new Set([...subjects.values()].flatMap(({ recipients }) => [...recipients])),
  };
}

/** Who was notified in `from` of what `to` notifies others of, or who is not in `to` at all. */
function less(from: Audience, to: Audience): readonly RecipientChange[] {
  const lost = new Map<string, { readonly kinds: Set<string>; readonly topics: Set<string> }>();
  for (const [key, { kind, topic, recipients }] of from.subjects) {
    const others = to.subjects.get(key)?.recipients;
    for (const recipient of recipients) {
      const gone = !to.everybody.has(recipient) || (others && !others.has(recipient));
      if (!gone) continue;
      const known = lost.get(recipient) ?? { kinds: new Set(), topics: new Set() };
      lost.set(recipient, known);
      if (kind !== undefined) known.kinds.add(kind);
      if (topic !== undefined) known.topics.add(topic);
    }
  }
  return [...lost]
    .map(([recipient, { kinds, topics }]) => ({
      recipient,
      kinds: [...kinds],
      topics: [...topics].sort(),
      entirely: !to.everybody.has(recipient),
    }))
    .sort((a, b) =>
      a.entirely === b.entirely ? (a.recipient < b.recipient ? -1 : 1) : a.entirely ? -1 : 1,
    );
}

/**
 * Compares who would be notified, alert by alert and topic by topic; an alert that is lost for all counts
 * elsewhere.
 */
export function compareRecipients(base: Side, head: Side): AudienceChange {
  const [before, after] = [audienceOf(base), audienceOf(head)];
  return { removed: less(before, after), added: less(after, before) };
}
