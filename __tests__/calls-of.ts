import { Session, type Profiler } from "node:inspector";

/**
 * Says how many calls of functions a program makes while it runs: what it costs, without a clock.
 * Calls of functions that are built into JavaScript are not counted, those that they make are.
 * For the tests of one file: to start counting takes longer than most programs.
 */
export function callsOf(): (program: () => void) => number {
  let started: CallCounter | undefined;
  afterAll(() => {
    started?.stop();
  });
  return (program) => {
    const counter = (started ??= new CallCounter());
    counter.taken();
    program();
    return counter.taken();
  };
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
