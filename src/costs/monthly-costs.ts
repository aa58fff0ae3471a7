import type { Alarm, Guards } from "../guards";
import type { Plan } from "../plan";
import { writtenRoutes } from "../plan/routes";
import { assumedVolume, daysPerMonth, prices, type Volume } from "./prices";

/** One line of the bill. */
export interface CostItem {
  readonly item: string;
  /** How many, or how many gigabytes. */
  readonly quantity: number;
  /** US dollars for {@link per} of them. */
  readonly price: number;
  /** How many the price is for: AWS prices events by the million. */
  readonly per: number;
  /** US dollars a month. */
  readonly dollars: number;
  /** Whether the quantity follows from the configuration, or from an assumed volume. */
  readonly basis: "configuration" | "volume";
}

function item(
  name: string,
  quantity: number,
  price: number,
  basis: CostItem["basis"] = "configuration",
  per = 1,
): CostItem {
  return { item: name, quantity, price, per, dollars: (quantity / per) * price, basis };
}

const million = 1e6;

/** Keys of topics and of the trail. */
function keysOf({ hub, trail }: Plan): number {
  const topics = [
    hub.operations,
    ...hub.routes.map(({ topic }) => topic),
    ...(trail.logPath ? [trail.logPath.alarmTopic] : []),
  ];
  return topics.filter(({ type }) => type === "created").length + (trail.created ? 1 : 0);
}

/** Metrics that an alarm is billed for. */
function metricsOf({ watched }: Alarm): number {
  return "metrics" in watched ? Object.keys(watched.metrics).length : 1;
}

function sum(guards: readonly Guards[], count: (guards: Guards) => number): number {
  return guards.reduce((total, each) => total + count(each), 0);
}

function trailItems(
  { trail: { created }, accountCount }: Plan,
  volume: Volume,
): readonly CostItem[] {
  if (!created) return [];
  const months = created.retentionDays / daysPerMonth;
  const files = accountCount * volume.logFileGigabytesPerAccount * months;
  const events = accountCount * volume.logGigabytesPerAccount;
  return [
    item("GB kept of the trail's log files", files, prices.gigabyteMonthInS3, "volume"),
    ...(created.logRetentionDays === 0
      ? []
      : [item("GB put into the trail's log group", events, prices.gigabyteOfLogEvents, "volume")]),
  ];
}

/** Events of all accounts in a month that are forwarded: each may become an alert. */
function eventsOf({ signInsPerAccount, otherEventsPerAccount }: Volume, accounts: number): number {
  return (signInsPerAccount + otherEventsPerAccount) * accounts;
}

/** The archive of the hub's event bus, and a drill: once a month the events of a day are replayed. */
function archiveItems(
  { hub: { archive }, accountCount }: Plan,
  volume: Volume,
): readonly CostItem[] {
  if (!archive) return [];
  const events = eventsOf(volume, accountCount);
  const gigabytes = (events * volume.kilobytesPerEvent) / 1e6;
  const kept = gigabytes * (archive.days / daysPerMonth);
  return [
    item("GB of events put into the archive", gigabytes, prices.gigabyteArchived, "volume"),
    item("GB kept in the archive", kept, prices.gigabyteMonthInArchive, "volume"),
    item(
      "events replayed: those of a day, as a drill",
      events / daysPerMonth,
      prices.millionReplayedEvents,
      "volume",
      million,
    ),
  ];
}

/** Heartbeats of a month. */
function heartbeatsOf({ hub: { heartbeats } }: Plan): number {
  return heartbeats ? heartbeats.forwarders * (24 / heartbeats.hours) * daysPerMonth : 0;
}

/** What the hub's event bus logs of forwarded events and heartbeats. */
function busLogItems(plan: Plan, volume: Volume): readonly CostItem[] {
  if (!plan.hub.logs) return [];
  const events = eventsOf(volume, plan.accountCount) + heartbeatsOf(plan);
  const gigabytes = (events * volume.kilobytesLoggedPerEvent) / 1e6;
  return [item("GB of the event bus's logs", gigabytes, prices.gigabyteOfLogEvents, "volume")];
}

/** What the alerts of a plan cost a month, at list prices. */
export function monthlyCosts(plan: Plan, volume: Volume = assumedVolume): readonly CostItem[] {
  const { guards, accountCount, hub } = plan;
  const beats = heartbeatsOf(plan);
  const events = eventsOf(volume, accountCount);
  const emails = writtenRoutes(hub.routes).flatMap(({ channels }) =>
    channels.filter(({ type }) => type === "email"),
  );
  const alarmed = sum(guards, ({ alarms }) =>
    alarms.reduce((total, alarm) => total + metricsOf(alarm), 0),
  );
  const metrics = sum(
    guards,
    ({ filters }) => new Set(filters.map(({ metric }) => metric.name)).size,
  );
  const dashboards = sum(guards, (each) => each.dashboards?.length ?? 0);
  return [
    item("KMS keys", keysOf(plan), prices.key),
    item("metrics watched by alarms", alarmed, prices.alarmMetric),
    item("custom metrics", metrics, prices.customMetric),
    item("dashboards: the first three of an account", dashboards, prices.dashboard),
    item("heartbeats forwarded", beats, prices.millionForwardedEvents, "configuration", million),
    item(
      "events forwarded: sign-ins and root's calls",
      events,
      prices.millionForwardedEvents,
      "volume",
      million,
    ),
    item("e-mails", events * emails.length, prices.hundredThousandEmails, "volume", 100_000),
    ...archiveItems(plan, volume),
    ...busLogItems(plan, volume),
    ...trailItems(plan, volume),
  ];
}

/** US dollars a month of some items. */
export function totalOf(items: readonly CostItem[]): number {
  return items.reduce((total, { dollars }) => total + dollars, 0);
}

/** A price as people write it. */
export function dollars(amount: number): string {
  return `$${amount.toFixed(2)}`;
}
