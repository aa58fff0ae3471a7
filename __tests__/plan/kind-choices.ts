import fc from "fast-check";
import { catalog, severities } from "../../src/catalog";
import type { KindSettings } from "../../src/stacks";

/** Some of the keys of a record, each with a value. */
export function some<T extends object>(model: { [K in keyof T]: fc.Arbitrary<T[K]> }) {
  return fc.record(model, { requiredKeys: [] });
}

export const kindNames = catalog.map(({ name }) => name);
const note = "Runbook: https://wiki.example.com/sign-ins#root";
/** What a configuration says of some kinds. */
export const kinds = fc.dictionary(
  fc.constantFrom(...kindNames),
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom<"on" | "off" | (typeof severities)[number]>(
        "on",
        "off",
        ...severities,
      ),
    },
    {
      weight: 1,
      arbitrary: some<KindSettings>({
        severity: fc.constantFrom(...severities),
        note: fc.constant(note),
      }),
    },
  ),
  { maxKeys: 6 },
);
