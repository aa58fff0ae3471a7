import type { Clock } from "../clock";
import { isExpected, type ReceivedAlert } from "./arrival";
import type { Arrival, DrilledAlert, ExpectedAlert, Leftover } from "./drill";
import type { ListeningQueue } from "./listening-queue";

/** Something that causes alerts, such as a sign-in. */
export interface Cause {
  readonly expected: readonly ExpectedAlert[];
  /** @returns why the alerts were not caused; undefined where they were */
  readonly start: (signal: AbortSignal) => Promise<string | undefined>;
}

/** How a drill is run. */
export interface DrillSettings {
  readonly clock: Clock;
  /** Aborted where a person wants it to end: it is left in order all the same. */
  readonly signal: AbortSignal;
  /** Milliseconds between two causes. */
  readonly pace: number;
  /** Milliseconds for which alerts are waited for, after the last cause. */
  readonly patience: number;
  readonly onProgress?: (what: string, done: number, total: number) => void;
}

/** What a drill showed. */
export interface DrillOutcome {
  /** In the order of what was expected. */
  readonly alerts: readonly DrilledAlert[];
  readonly leftovers: readonly Leftover[];
}

/** Milliseconds between two questions: SQS itself waits for messages in each. */
const pause = 1000;

/** Questions without an answer, one after the other, after which nobody listens. */
const patience = 3;

const interrupted = "interrupted before it arrived";

/** What is still to come, and what has come. */
class Expectations {
  readonly #arrived = new Map<ExpectedAlert, Arrival>();
  readonly #reasons = new Map<ExpectedAlert, string>();

  constructor(readonly all: readonly ExpectedAlert[]) {}

  get waiting(): readonly ExpectedAlert[] {
    return this.all.filter((each) => !this.#arrived.has(each) && !this.#reasons.has(each));
  }

  arrive(alerts: readonly ReceivedAlert[]): void {
    for (const each of this.all) {
      const found = alerts.find((alert) => isExpected(each, alert));
      if (!found || this.#arrived.has(each)) continue;
      const { hops, recordedIn } = found;
      this.#arrived.set(each, { hops, ...(recordedIn !== undefined && { recordedIn }) });
    }
  }

  /** Says why some can't be known. */
  lose(alerts: readonly ExpectedAlert[], reason: string): void {
    for (const each of alerts) this.#reasons.set(each, reason);
  }

  /** @param missing - why the rest did not come */
  results(missing: string): readonly DrilledAlert[] {
    return this.all.map((each): DrilledAlert => {
      const { account, region, topic } = each;
      const place = { account, region, topic };
      const arrival = this.#arrived.get(each);
      if (arrival) return { ...place, outcome: "arrived", ...arrival };
      const reason = this.#reasons.get(each);
      return reason === undefined
        ? { ...place, outcome: "missing", reason: missing }
        : { ...place, outcome: "not known", reason };
    });
  }
}

/** Causes everything, one after the other. */
async function cause(
  causes: readonly Cause[],
  expectations: Expectations,
  { clock, signal, pace, onProgress }: DrillSettings,
): Promise<void> {
  for (const [at, { expected, start }] of causes.entries()) {
    if (at > 0) await clock.wait(pace, signal);
    const failure = signal.aborted ? "interrupted before it was caused" : await start(signal);
    if (failure !== undefined) expectations.lose(expected, failure);
    onProgress?.("Causing alerts", at + 1, causes.length);
  }
}

/** Listens until all has come, time is up, or a person interrupts. */
async function listen(
  queue: Pick<ListeningQueue, "received">,
  expectations: Expectations,
  settings: DrillSettings,
): Promise<void> {
  const { clock, signal, onProgress } = settings;
  const until = clock.now() + settings.patience;
  const total = expectations.all.length;
  for (let failures = 0; expectations.waiting.length > 0;) {
    if (signal.aborted) {
      expectations.lose(expectations.waiting, interrupted);
      return;
    }
    const received = await queue.received(signal);
    if (typeof received === "string") {
      failures += 1;
      if (failures === patience) {
        expectations.lose(expectations.waiting, `the queue cannot be read: ${received}`);
        return;
      }
    } else {
      failures = 0;
      expectations.arrive(received);
      onProgress?.("Waiting for alerts", total - expectations.waiting.length, total);
    }
    if (clock.now() >= until) return;
    // More than ten may have come.
    if (typeof received === "string" || received.length === 0) await clock.wait(pause, signal);
  }
}

/**
 * Listens on topics, causes alerts and says which came. What it created is removed at the end, whatever
 * happens.
 */
export async function runDrill(
  queue: Pick<ListeningQueue, "begin" | "received" | "close">,
  causes: readonly Cause[],
  settings: DrillSettings,
): Promise<DrillOutcome> {
  const expectations = new Expectations(causes.flatMap(({ expected }) => expected));
  const topics = [...new Set(expectations.all.map(({ topic }) => topic.arn))].sort();
  const begun = async (): Promise<void> => {
    const failure = await queue.begin(topics);
    if (failure !== undefined) {
      expectations.lose(expectations.all, failure);
      return;
    }
    await cause(causes, expectations, settings);
    await listen(queue, expectations, settings);
  };
  let leftovers: readonly Leftover[] = [];
  try {
    await begun();
  } finally {
    leftovers = await queue.close();
  }
  const seconds = Math.round(settings.patience / 1000);
  return { alerts: expectations.results(`nothing came within ${seconds} seconds`), leftovers };
}
