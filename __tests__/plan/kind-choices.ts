import fc from "fast-check";
import { catalog, severities } from "../../src/catalog";
import type { KindSettings, WatchEntry } from "../../src/stacks";
import { HUB, MANAGEMENT } from "./accounts";

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

const principals = [
  "user/break-glass",
  "user/emergency*",
  "role/BreakGlass",
  `arn:aws:iam::${MANAGEMENT}:role/Administrator`,
  `arn:aws:sts::${HUB}:assumed-role/AWSReservedSSO_Admin_*/*`,
  "arn:aws:sts::*:federated-user/carol",
];

/** Whom a configuration watches: no two overlap. */
export const watch = fc
  .tuple(
    fc.shuffledSubarray(principals, { minLength: 1, maxLength: 3 }),
    some<Omit<WatchEntry, "name" | "principals">>({
      severity: fc.constantFrom(...severities),
      note: fc.constant(note),
    }),
    fc.boolean(),
  )
  .map(([named, keys, isDivided]): readonly WatchEntry[] => {
    const at = isDivided ? 1 : named.length;
    return [named.slice(0, at), named.slice(at)]
      .filter(({ length }) => length > 0)
      .map((each, i) => ({
        name: `watched-${i}`,
        principals: each,
        programs: each.length > 1,
        ...keys,
      }));
  });
