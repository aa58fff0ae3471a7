import type { Alarm, Guards } from "../guards";
import type { SignInAlertsProps } from "../stacks";
import { alertTopicNames, guardsOf, heartbeatsOf, signInLogOf } from "../stacks/guards";
import { recipientOf } from "../aws/recipient";
import { accountCount } from "../stacks/rollout";
import { routesOf } from "../stacks/routes";
import { assumedVolume, daysPerMonth, prices, type Volume } from "./prices";

/** One line of the bill. */
export interface CostItem {
  readonly item: string;
  readonly quantity: number;
  /** US dollars for one. */
  readonly price: number;
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
): CostItem {
  return { item: name, quantity, price, dollars: quantity * price, basis };
}

function keysOf(props: SignInAlertsProps): number {
  const trail = props.trail?.type === "existing" ? 0 : 1;
  const operations = props.operations?.topicArn === undefined ? 1 : 0;
  const log = signInLogOf(props) && props.logAlarms?.topicArn === undefined ? 1 : 0;
  return trail + operations + log + alertTopicNames(props).length;
}

/** Metrics that an alarm is billed for. */
function metricsOf({ watched }: Alarm): number {
  return "metrics" in watched ? Object.keys(watched.metrics).length : 1;
}

function sum(guards: readonly Guards[], count: (guards: Guards) => number): number {
  return guards.reduce((total, each) => total + count(each), 0);
}

function emailsOf(props: SignInAlertsProps, { signInsPerAccount }: Volume): number {
  const addresses = routesOf(props)
    .flatMap(({ recipients }) => recipients)
    .filter((recipient) => recipientOf(recipient)?.protocol === "email");
  return signInsPerAccount * accountCount(props) * addresses.length;
}

function trailItems(props: SignInAlertsProps, volume: Volume): readonly CostItem[] {
  const { trail } = props;
  if (trail?.type === "existing") return [];
  const accounts = accountCount(props);
  const months = (trail?.retentionDays ?? 365) / daysPerMonth;
  const files = accounts * volume.logFileGigabytesPerAccount * months;
  const events = accounts * volume.logGigabytesPerAccount;
  return [
    item(
      "GB of the trail's log files, after the time they are kept",
      files,
      prices.gigabyteMonthInS3,
      "volume",
    ),
    ...(trail?.logRetentionDays === 0
      ? []
      : [item("GB into the trail's log group", events, prices.gigabyteOfLogEvents, "volume")]),
  ];
}

/** What the alerts of a configuration cost a month, at list prices. */
export function monthlyCosts(
  props: SignInAlertsProps,
  volume: Volume = assumedVolume,
): readonly CostItem[] {
  const guards = guardsOf(props);
  const heartbeats = heartbeatsOf(props);
  const beats = heartbeats ? heartbeats.forwarders * (24 / heartbeats.hours) * daysPerMonth : 0;
  const signIns = volume.signInsPerAccount * accountCount(props);
  const alarmed = sum(guards, ({ alarms }) =>
    alarms.reduce((total, alarm) => total + metricsOf(alarm), 0),
  );
  const metrics = sum(
    guards,
    ({ filters }) => new Set(filters.map(({ metric }) => metric.name)).size,
  );
  return [
    item("KMS keys", keysOf(props), prices.key),
    item("metrics watched by alarms", alarmed, prices.alarmMetric),
    item("custom metrics", metrics, prices.customMetric),
    item("million heartbeats forwarded", beats / 1e6, prices.millionForwardedEvents),
    item(
      "million sign-in events forwarded",
      signIns / 1e6,
      prices.millionForwardedEvents,
      "volume",
    ),
    item(
      "hundred thousand e-mails",
      emailsOf(props, volume) / 1e5,
      prices.hundredThousandEmails,
      "volume",
    ),
    ...trailItems(props, volume),
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
