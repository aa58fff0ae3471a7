import { Session, type Profiler } from "node:inspector";

/**
 * How many calls of functions a program makes while it runs: what it costs, without a clock.
 * Calls of functions that are built into JavaScript are not counted, those that they make are.
 */
export function callsDuring(program: () => void): number {
  const counter = new CallCounter();
  try {
    program();
    return counter.taken();
  } finally {
    counter.stop();
  }
}

/** Counts calls from when it is made until it is stopped. */
export class CallCounter {
  readonly #session = new Session();

  constructor() {
    this.#session.connect();
    this.#session.post("Profiler.enable");
    this.#session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  }

  /** Calls since it was asked last. */
  taken(): number {
    let scripts: readonly Profiler.ScriptCoverage[] = [];
    // Answered before `post` returns.
    this.#session.post("Profiler.takePreciseCoverage", (error, coverage) => {
      if (error) throw error;
      scripts = coverage.result;
    });
    return (
      scripts
        .flatMap(({ functions }) => functions)
        // Those that count which lines the tests run.
        .filter(({ functionName }) => !functionName.startsWith("cov_"))
        .reduce((calls, { ranges }) => calls + (ranges[0]?.count ?? 0), 0)
    );
  }

  stop(): void {
    this.#session.post("Profiler.stopPreciseCoverage");
    this.#session.disconnect();
  }
}
