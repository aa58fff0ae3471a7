import { Session, type Profiler } from "node:inspector";

/**
 * How many calls of functions a program makes while it runs: what it costs, without a clock.
 * Calls of functions that are built into JavaScript are not counted, those that they make are.
 */
export function callsDuring(program: () => void): number {
  const session = new Session();
  session.connect();
  try {
    session.post("Profiler.enable");
    session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
    program();
    return callsIn(session);
  } finally {
    session.post("Profiler.stopPreciseCoverage");
    session.disconnect();
  }
}

function callsIn(session: Session): number {
  let scripts: readonly Profiler.ScriptCoverage[] = [];
  // Answered before `post` returns.
  session.post("Profiler.takePreciseCoverage", (error, coverage) => {
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
