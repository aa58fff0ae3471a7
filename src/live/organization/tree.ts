import { known, type Answer } from "../answer";
import { bounded } from "../bounded";
import type { Here } from "../here";
import { callsAtOnce, listAccountsIn, listUnitsIn } from "./calls";
import type { LiveAccount, OrganizationIdentity } from "./organization";
import { listRoots, type Root } from "./policy-calls";

/** Where the accounts of an organization are. */
export interface OrganizationTree {
  /** Absent: AWS listed no root. */
  readonly organization?: OrganizationIdentity;
  /** Types of policies that are in use, such as `SERVICE_CONTROL_POLICY`. */
  readonly policyTypes: readonly string[];
  /** Each account by its id, and what is above it: the root, and the units from there on. */
  readonly accounts: ReadonlyMap<string, LiveAccount & { readonly above: readonly string[] }>;
}

/** Reads the whole tree, unit by unit: two calls for each, and one for the root. */
export async function readTree(here: Here): Promise<Answer<OrganizationTree>> {
  const roots = await listRoots(here);
  if (roots.state !== "known") return roots;
  const accounts = new Map<string, LiveAccount & { readonly above: readonly string[] }>();
  const seen = new Set<string>();
  let level = roots.value.map(({ id }): readonly string[] => [id]);
  while (level.length > 0) {
    const read = await bounded(level, callsAtOnce, async (above) => {
      const unit = above.at(-1) ?? "";
      return {
        above,
        held: await listAccountsIn(here, unit),
        units: await listUnitsIn(here, unit),
      };
    });
    const next: (readonly string[])[] = [];
    for (const { above, held, units } of read) {
      if (held.state === "not known") return held;
      if (units.state === "not known") return units;
      // One that is missing was removed meanwhile.
      if (held.state === "known")
        for (const each of held.value) accounts.set(each.id, { ...each, above });
      if (units.state === "missing") continue;
      const below = units.value.filter((unit) => !seen.has(unit));
      below.forEach((unit) => seen.add(unit));
      next.push(...below.map((unit) => [...above, unit]));
    }
    level = next;
  }
  const [root] = roots.value;
  return known({
    ...(root && { organization: root.organization }),
    policyTypes: policyTypesOf(roots.value),
    accounts,
  });
}

function policyTypesOf(roots: readonly Root[]): readonly string[] {
  return roots.flatMap(({ policyTypes }) => policyTypes);
}
