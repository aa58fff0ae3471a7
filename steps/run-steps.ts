import type { Step } from "./steps";

/** What a run of steps needs from the process around it. */
export interface Surroundings {
  /** Runs a script of `package.json`. @returns whether it passed */
  readonly run: (script: string) => boolean;
  readonly write: (line: string) => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}

/**
 * Runs every step, also after one that failed, so that all problems are known at once; then reports what was done.
 * @returns whether all passed.
 */
export function runSteps(steps: readonly Step[], { run, write, now }: Surroundings): boolean {
  const results = steps.map(({ title, scripts }) => {
    write(`\n== ${title}`);
    const start = now();
    const passed = scripts.every(run);
    return { title, passed, seconds: (now() - start) / 1000 };
  });
  write("");
  for (const { title, passed, seconds } of results) {
    write(`${passed ? "✓" : "✗"} ${title} (${seconds.toFixed(1)} s)`);
  }
  return results.every(({ passed }) => passed);
}
