import { severities, type EventEnvelope } from "../catalog";
import { eventInJson } from "../catalog/event-in-json";
import type { Json } from "../json/value";
import type { Plan, RulePlan } from "../plan";
import type { BacktestResult, DayCount, SilentCount, Unread } from "./backtest-result";
import type { Silent } from "./fate";
import { Floods } from "./floods";
import { Judge } from "./judge";
import { Messages } from "./messages";
import { SeenEvents } from "./seen-events";

/** Where a record stands. */
export interface Origin {
  readonly file: string;
  readonly line: number;
}

/** Problems that are named; all are counted. */
const namedProblems = 50;

function ordered<T>(items: Iterable<T>, keyOf: (item: T) => string): readonly T[] {
  return [...items]
    .map((item) => [keyOf(item), item] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, item]) => item);
}

/** Milliseconds since 1970 of a time as AWS writes it, in UTC; undefined for what is none. */
function timeOf({ detail, time }: EventEnvelope): number | undefined {
  const { eventTime } = detail;
  const written = typeof eventTime === "string" ? eventTime : time;
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/u.test(written)) return undefined;
  const found = Date.parse(written);
  // JavaScript takes a day that the calendar has not for another one.
  const isReal =
    !Number.isNaN(found) && new Date(found).toISOString().startsWith(written.slice(0, 19));
  return isReal ? found : undefined;
}

function textOf({ detail }: EventEnvelope, key: string): string {
  const value = detail[key];
  return typeof value === "string" ? value : "";
}

/** Counts what a plan makes of events. What it keeps grows with what is counted, not with what is read. */
export class Tally {
  readonly #judge: Judge;
  readonly #seen = new SeenEvents();
  readonly #floods = new Floods();
  readonly #counts = {
    records: 0,
    repeated: 0,
    undelivered: 0,
    others: 0,
    signIns: 0,
    alerted: 0,
    ignoredEvents: 0,
  };
  readonly #alerts = new Map<string, DayCount & { alerts: number }>();
  readonly #messages = new Messages();
  readonly #silent = new Map<string, SilentCount & { events: number }>();
  readonly #ignored: number[];
  readonly #unread: Unread[] = [];
  #unreadCount = 0;
  #first: string | undefined;
  #last: string | undefined;

  constructor(private readonly plan: Plan) {
    this.#judge = new Judge(plan);
    this.#ignored = plan.hub.ignored.map(() => 0);
  }

  /** Records so far. */
  get records(): number {
    return this.#counts.records;
  }

  /** Notes what could not be read. */
  unread(problem: string, { file, line }: Origin): void {
    this.#unreadCount += 1;
    if (this.#unread.length < namedProblems) this.#unread.push({ file, line, problem });
  }

  /** Counts a record. */
  add(record: Json, origin: Origin): void {
    const found = eventInJson(record);
    if ("problem" in found) {
      if (found.isUndelivered) {
        this.#counts.records += 1;
        this.#counts.undelivered += 1;
      } else this.unread(found.problem, origin);
      return;
    }
    this.#counts.records += 1;
    this.#event(found.event, origin);
  }

  #event(event: EventEnvelope, origin: Origin): void {
    const fate = this.#judge.fateOf(event);
    if (fate.type === "other") {
      this.#counts.others += 1;
      return;
    }
    const time = timeOf(event);
    if (time === undefined) {
      this.unread("a record of a sign-in without a time such as 2026-11-20T08:00:00Z", origin);
      return;
    }
    const id = textOf(event, "eventID") || event.id;
    if (!this.#seen.isNew(id && `${id} ${event.account}`)) {
      this.#counts.repeated += 1;
      return;
    }
    this.#counts.signIns += 1;
    const utc = new Date(time).toISOString();
    const day = utc.slice(0, 10);
    if (this.#first === undefined || day < this.#first) this.#first = day;
    if (this.#last === undefined || day > this.#last) this.#last = day;
    switch (fate.type) {
      case "alerted":
        this.#counts.alerted += 1;
        for (const rule of fate.rules) this.#alert(rule, day, time);
        break;
      case "ignored":
        this.#counts.ignoredEvents += 1;
        for (const entry of fate.entries) this.#ignored[entry] = (this.#ignored[entry] ?? 0) + 1;
        break;
      case "silent":
        this.#silence(fate, {
          ...origin,
          time: utc.replace(".000Z", "Z"),
          eventName: textOf(event, "eventName"),
        });
    }
  }

  #alert({ kind, route }: RulePlan, day: string, time: number): void {
    const { name, severity } = kind;
    const rank = severities.length - severities.indexOf(severity);
    const key = `${day} ${rank} ${name} ${route.title}`;
    const count = this.#alerts.get(key) ?? {
      day,
      kind: name,
      severity,
      route: route.title,
      alerts: 0,
    };
    count.alerts += 1;
    this.#alerts.set(key, count);
    this.#floods.add(route, time);
    this.#messages.add(route, day);
  }

  #silence({ kind, reason, onPurpose }: Silent, example: SilentCount["example"]): void {
    const key = JSON.stringify([kind, reason]);
    const count = this.#silent.get(key) ?? {
      ...(kind !== undefined && { kind }),
      reason,
      onPurpose,
      events: 0,
      example,
    };
    count.events += 1;
    this.#silent.set(key, count);
  }

  /** What was counted. @param perMinute - messages of a minute that are not too many yet */
  result(
    { files, places }: Pick<BacktestResult, "files" | "places">,
    perMinute: number,
  ): BacktestResult {
    const [first, last] = [this.#first, this.#last];
    return {
      files,
      places,
      ...this.#counts,
      ...(first !== undefined && last !== undefined && { days: { first, last } }),
      alerts: ordered(this.#alerts, ([key]) => key).map(([, count]) => count),
      recipients: this.#messages.counts(),
      ignored: this.plan.hub.ignored.map(({ note = "" }, i) => ({
        entry: i + 1,
        note,
        events: this.#ignored[i] ?? 0,
      })),
      silent: [...this.#silent.values()].sort(
        (a, b) =>
          Number(a.onPurpose) - Number(b.onPurpose) ||
          b.events - a.events ||
          (`${a.kind ?? ""} ${a.reason}` < `${b.kind ?? ""} ${b.reason}` ? -1 : 1),
      ),
      floods: this.#floods.found(perMinute),
      perMinute,
      unread: this.#unread,
      unreadCount: this.#unreadCount,
    };
  }
}
