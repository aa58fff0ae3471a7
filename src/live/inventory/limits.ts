import type {
  AccountLimits,
  Finding,
  OrganizationPolicies,
  OrganizationPolicy,
  PolicyLevels,
} from "../../coverage";
import { known, type Answer } from "../answer";
import type { Here } from "../here";
import { listPolicies, listTargets, policyContent } from "../organization/policy-calls";
import type { OrganizationTree } from "../organization/tree";
import { notKnownFinding } from "./live-findings";

/** What limits accounts, and what of it is not known. */
export interface ReadLimits {
  readonly limits: OrganizationPolicies;
  readonly findings: readonly Finding[];
}

type LimitingType = "SERVICE_CONTROL_POLICY" | "RESOURCE_CONTROL_POLICY";
type Attached = ReadonlyMap<string, readonly OrganizationPolicy[]>;

/** Reads the policies that limit accounts: two calls for each policy, and one for each of the two types. */
export async function readLimits(
  here: Here,
  tree: OrganizationTree,
  accounts: readonly string[],
): Promise<ReadLimits> {
  const services = await attachedOf(here, tree, "SERVICE_CONTROL_POLICY");
  const resources = await attachedOf(here, tree, "RESOURCE_CONTROL_POLICY");
  const limits = new Map<string, AccountLimits>();
  const findings: Finding[] = [];
  for (const account of accounts) {
    const found = tree.accounts.get(account);
    const missing = (reason: string) =>
      findings.push(
        notKnownFinding({
          ...here.place,
          permission: "organizations:ListAccountsForParent",
          reason: `account ${account}: ${reason}`,
        }),
      );
    if (found === undefined) {
      missing("it is in no unit of the organization that AWS lists");
      continue;
    }
    const levels = [...found.above, account];
    limits.set(account, {
      serviceControl: levelsOf(levels, services, missing),
      resourceControl: levelsOf(levels, resources, missing),
    });
  }
  return { limits, findings };
}

/** AWS lets no level be without a policy of a type that is in use. */
function levelsOf(
  levels: readonly string[],
  attached: Attached | undefined,
  missing: (reason: string) => void,
): PolicyLevels {
  if (attached === undefined) return [];
  for (const level of levels.filter((each) => !attached.has(each))) {
    missing(`AWS lists no policy of ${level}, which has one`);
  }
  return levels.map((level) => attached.get(level) ?? []);
}

/** The policies of a type by what they are attached to; undefined where the type is not in use, or not known. */
async function attachedOf(
  here: Here,
  { policyTypes }: OrganizationTree,
  type: LimitingType,
): Promise<Attached | undefined> {
  if (!policyTypes.includes(type)) return undefined;
  const policies = await listPolicies(here, type);
  if (policies.state !== "known") return undefined;
  const attached = new Map<string, OrganizationPolicy[]>();
  let isKnown = true;
  for (const { id, name } of policies.value) {
    const read = await readPolicy(here, id);
    // One that is missing was deleted meanwhile.
    if (read.state === "not known") isKnown = false;
    if (read.state !== "known") continue;
    for (const target of read.value.targets) {
      attached.set(target, [...(attached.get(target) ?? []), { id, name, json: read.value.json }]);
    }
  }
  return isKnown ? attached : undefined;
}

async function readPolicy(
  here: Here,
  id: string,
): Promise<Answer<{ readonly targets: readonly string[]; readonly json: string }>> {
  const targets = await listTargets(here, id);
  if (targets.state !== "known") return targets;
  if (targets.value.length === 0) return known({ targets: [], json: "" });
  const json = await policyContent(here, id);
  return json.state === "known" ? known({ targets: targets.value, json: json.value }) : json;
}
