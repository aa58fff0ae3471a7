import fc from "fast-check";

// In full where no developer waits for them; each run draws other inputs, so a quarter finds as much in time.
const share = process.env["CI"] === "true" ? 1 : 0.25;

/** How often a property is tried, of so many times in CI. */
export function runs(inCi: number): { readonly numRuns: number } {
  return { numRuns: Math.ceil(inCi * share) };
}

// CI draws the same inputs each time, so that only a change turns it red; elsewhere each run draws others.
const seed = process.env["CI"] === "true" ? { seed: 20_261_126 } : {};

fc.configureGlobal({ ...runs(100), ...seed });
