import type { Finding } from "../../src/coverage";

/** What a test asserts of a finding: the rule, and what in particular. */
export function said({ rule, detail }: Finding): string {
  return detail === "" ? rule : `${rule}: ${detail}`;
}
