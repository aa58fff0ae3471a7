import Table from "cli-table3";
import pc from "picocolors";
import { plainLine } from "../../coverage/report/plain-text";
import { printedJson } from "../../json/printed";
import type { DrilledAlert, Leftover } from "../../live";
import { exitCodes } from "../commands/context";
import { shellLine } from "../shell-line";

/** What a drill showed, and of what. */
export interface DrillResult {
  /** What the alerts say that it is, such as `signin-alerts-drill-20261127015007`. */
  readonly name: string;
  /** How the alerts were caused. */
  readonly cause: "sign-in" | "replay" | "message";
  readonly alerts: readonly DrilledAlert[];
  /** What was not drilled, and why, in sentences. */
  readonly notes: readonly string[];
  readonly leftovers: readonly Leftover[];
}

/** 0 where every alert arrived, 1 where one is missing, 2 where one is not known or something is left behind. */
export function exitCodeOf({ alerts, leftovers }: DrillResult): number {
  if (alerts.some(({ outcome }) => outcome === "missing")) return exitCodes.gap;
  const isKnown = alerts.every(({ outcome }) => outcome === "arrived");
  return isKnown && leftovers.length === 0 ? exitCodes.covered : exitCodes.unusable;
}

/** A row of the result, as people read it. */
export interface DrillRow {
  readonly account: string;
  readonly region: string;
  readonly routes: string;
  readonly outcome: DrilledAlert["outcome"];
  readonly event: string;
  /** Seconds from the event to the topic, and from the topic to the queue. */
  readonly toTopic: string;
  readonly toQueue: string;
  readonly remark: string;
}

export const rowTitles: Readonly<Record<keyof DrillRow, string>> = {
  account: "Account",
  region: "Region",
  routes: "Routes",
  outcome: "Alert",
  event: "Event (UTC)",
  toTopic: "→ topic",
  toQueue: "→ queue",
  remark: "Remark",
};

function seconds(from: string | undefined, to: string | undefined): string {
  if (from === undefined || to === undefined) return "–";
  return `${((Date.parse(to) - Date.parse(from)) / 1000).toFixed(1)} s`;
}

export function rowOf(alert: DrilledAlert): DrillRow {
  const { account, region, topic, outcome } = alert;
  const place = { account, region, routes: topic.routes.join(", "), outcome };
  if (alert.outcome !== "arrived") {
    return { ...place, event: "–", toTopic: "–", toQueue: "–", remark: alert.reason };
  }
  const { hops, recordedIn } = alert;
  const isElsewhere = recordedIn !== undefined && recordedIn !== region;
  return {
    ...place,
    event: hops.event ?? "–",
    toTopic: seconds(hops.event, hops.published),
    toQueue: seconds(hops.published, hops.queued),
    remark: isElsewhere ? `recorded in ${recordedIn}` : "",
  };
}

/** The result in one sentence. */
export function drillSentence({ alerts }: DrillResult): string {
  const count = (wanted: DrilledAlert["outcome"]): number =>
    alerts.filter(({ outcome }) => outcome === wanted).length;
  const [arrived, missing, open] = [count("arrived"), count("missing"), count("not known")];
  const sign = missing > 0 ? "✖" : open > 0 ? "?" : "✓";
  const rest = [
    ...(missing > 0 ? [`${missing} missing`] : []),
    ...(open > 0 ? [`${open} not known`] : []),
  ];
  return `${sign} ${arrived} of ${alerts.length} ${alerts.length === 1 ? "alert" : "alerts"} arrived${rest.length > 0 ? `, ${rest.join(", ")}` : ""}.`;
}

export const causes: Readonly<Record<DrillResult["cause"], string>> = {
  "sign-in": "caused by sign-ins",
  replay: "caused by a replay: from the hub's event bus on",
  message: "caused by messages to the topics: from the topics on, no rule is tried",
};

/** The result for people at a terminal. */
export function drillText(result: DrillResult, colors: boolean): string {
  const paint = pc.createColors(colors);
  const painted = { arrived: paint.green, missing: paint.red, "not known": paint.yellow };
  const keys = Object.keys(rowTitles) as (keyof DrillRow)[];
  const table = new Table({
    head: keys.map((key) => rowTitles[key]),
    style: { head: [], border: [] },
  });
  for (const row of result.alerts.map(rowOf)) {
    table.push(
      keys.map((key) =>
        key === "outcome" ? painted[row.outcome](row.outcome) : plainLine(row[key]),
      ),
    );
  }
  const left = result.leftovers.flatMap(({ what, remove }) => [
    `Left behind: ${plainLine(what)}`,
    `  ${shellLine(remove)}`,
  ]);
  return [
    table.toString(),
    ...result.notes.map(plainLine),
    ...left,
    `${drillSentence(result)} ${result.name}, ${causes[result.cause]}.`,
    "",
  ].join("\n");
}

/** The result for programs. */
export function drillJson(result: DrillResult): string {
  return printedJson({ version: 1, ...result });
}
