import fc from "fast-check";

// In full where no developer waits for them; each run draws other inputs, so a quarter finds as much in time.
const share = process.env["CI"] === "true" ? 1 : 0.25;

/** How often a property is tried, of so many times in CI. */
export function runs(inCi: number): { readonly numRuns: number } {
  return { numRuns: Math.ceil(inCi * share) };
}

fc.configureGlobal(runs(100));
