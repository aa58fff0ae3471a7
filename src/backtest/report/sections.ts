import { severities, type Severity } from "../../catalog";
import { counted, numeral } from "../../coverage/report/wording";
import { suspendingPerSecond } from "../floods";
import type { BacktestResult } from "../backtest-result";
import { periodsOf } from "./periods";

/** A table of a report, which every format writes in its own way. */
export interface Section {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface KindCount {
  readonly kind: string;
  readonly severity: Severity;
  readonly route: string;
  alerts: number;
  most: number;
  day: string;
}

const worstFirst = [...severities].reverse();
const dash = "–";

function count(number: number): string {
  return number === 0 ? dash : numeral(number);
}

function byKind({ alerts }: BacktestResult): readonly KindCount[] {
  const kinds = new Map<string, KindCount>();
  for (const { kind, severity, route, alerts: number, day } of alerts) {
    const key = JSON.stringify([kind, route]);
    const found = kinds.get(key) ?? { kind, severity, route, alerts: 0, most: 0, day };
    found.alerts += number;
    if (number > found.most) [found.most, found.day] = [number, day];
    kinds.set(key, found);
  }
  return [...kinds.values()].sort(
    (a, b) =>
      worstFirst.indexOf(a.severity) - worstFirst.indexOf(b.severity) ||
      b.alerts - a.alerts ||
      (`${a.kind} ${a.route}` < `${b.kind} ${b.route}` ? -1 : 1),
  );
}

/** The tables of a report; those that would be empty are left out. */
export function sectionsOf(result: BacktestResult): readonly Section[] {
  const periods = periodsOf(result);
  const sections: readonly Section[] = [
    {
      title: "Alerts by time, in UTC",
      head: [periods[0]?.name.length === 7 ? "Month" : "Day", "Alerts", ...worstFirst],
      rows: periods.map(({ name, alerts, bySeverity }) => [
        name,
        count(alerts),
        ...worstFirst.map((severity) => count(bySeverity[severity])),
      ]),
    },
    {
      title: "Alerts by kind and route",
      head: ["Kind", "Severity", "Route", "Alerts", "Most in a day", "On"],
      rows: byKind(result).map(({ kind, severity, route, alerts, most, day }) => [
        kind,
        severity,
        route,
        numeral(alerts),
        numeral(most),
        day,
      ]),
    },
    {
      title: "Messages by recipient",
      head: ["Recipient", "Routes", "Messages", "Most in a day", "On"],
      rows: result.recipients.map(({ recipient, routes, messages, most, day }) => [
        recipient,
        routes.join(", "),
        numeral(messages),
        numeral(most),
        day,
      ]),
    },
    {
      title: "Left out by ignore",
      head: ["Entry", "Reason", "Sign-ins"],
      rows: result.ignored.map(({ entry, note, events }) => [String(entry), note, count(events)]),
    },
    {
      title: "Sign-ins without an alert",
      head: ["Kind", "Why", "On purpose", "Sign-ins", "For example"],
      rows: result.silent.map(({ kind, reason, onPurpose, events, example }) => [
        kind ?? dash,
        reason,
        onPurpose ? "yes" : "no",
        numeral(events),
        `${example.eventName} ${example.time}, ${example.file}:${example.line}`,
      ]),
    },
    {
      title: "Where mail would flood",
      head: [
        "Route",
        "Topic",
        `Seconds with ${suspendingPerSecond} or more`,
        "Worst second",
        `Minutes with over ${numeral(result.perMinute)}`,
        "Worst minute",
      ],
      rows: result.floods.map(({ route, topicArn, seconds, worstSecond, minutes, worstMinute }) => [
        route,
        topicArn,
        count(seconds),
        `${numeral(worstSecond.messages)} at ${worstSecond.time}`,
        count(minutes),
        `${numeral(worstMinute.messages)} at ${worstMinute.time}`,
      ]),
    },
    {
      title: "Not read",
      head: ["Where", "Why"],
      rows: [
        ...result.unread.map(({ file, line, problem }) => [`${file}:${line}`, problem]),
        ...(result.unreadCount > result.unread.length
          ? [[dash, `and ${numeral(result.unreadCount - result.unread.length)} more`]]
          : []),
      ],
    },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

/** What was read, in a sentence. */
export function readSentence(result: BacktestResult): string {
  const { records, files, places, days, others, repeated, undelivered } = result;
  const less = [
    ...(others > 0 ? [`${numeral(others)} not about sign-ins`] : []),
    ...(repeated > 0
      ? [`${numeral(repeated)} ${files > 0 ? "in several files" : "found more than once"}`]
      : []),
    ...(undelivered > 0 ? [`${numeral(undelivered)} that EventBridge does not deliver`] : []),
  ];
  const when = days === undefined ? "" : `, ${days.first} to ${days.last}`;
  const where =
    files > 0
      ? counted(files, "file")
      : `the event history of ${counted(places, "place")} of accounts and regions`;
  return `${counted(records, "record")} in ${where}${less.length > 0 ? `, ${less.join(", ")}` : ""}: ${counted(result.signIns, "sign-in")}${when}.`;
}

/** What would have become of it, in a sentence. */
export function verdictSentence(result: BacktestResult): string {
  const { signIns, alerted, ignoredEvents, silent } = result;
  const without = (onPurpose: boolean) =>
    silent
      .filter((each) => each.onPurpose === onPurpose)
      .reduce((sum, { events }) => sum + events, 0);
  const parts = [
    `${numeral(alerted)} of ${counted(signIns, "sign-in")} with an alert`,
    ...(ignoredEvents > 0 ? [`${numeral(ignoredEvents)} left out by ignore`] : []),
    ...(without(true) > 0 ? [`${numeral(without(true))} without one on purpose`] : []),
    ...(without(false) > 0 ? [`${numeral(without(false))} without one, and not on purpose`] : []),
    ...(isSuspended(result) ? ["mail that SNS would suspend"] : []),
    ...(result.unreadCount > 0 ? [`${numeral(result.unreadCount)} not read`] : []),
  ];
  return parts.join(", ");
}

/** Whether SNS would suspend a subscription. */
function isSuspended({ floods }: BacktestResult): boolean {
  return floods.some(({ seconds }) => seconds > 0);
}

/** Whether some sign-in had no alert though the configuration does not want that, or mail would be suspended. */
export function hasGap(result: BacktestResult): boolean {
  return isSuspended(result) || result.silent.some(({ onPurpose }) => !onPurpose);
}
