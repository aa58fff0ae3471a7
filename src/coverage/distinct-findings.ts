import type { Finding } from "./finding";

/** Each thing that is wrong once, in the order in which it was found. */
export function distinctFindings(findings: readonly Finding[]): readonly Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const { rule, resource, detail } = finding;
    const key = JSON.stringify([rule, resource?.stack, resource?.address, detail]);
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()];
}
