import { blockersOf, withDetail, type Finding } from "../finding";
import type { Resource } from "../inventory";
import {
  accountOf,
  flag,
  policiesOf,
  requireAllowed,
  text,
  verdict,
  type ResourceIndex,
} from "../resource-index";

/**
 * KMS creates no key whose policy its creator could not change again: somebody of its account, whether
 * the policy names the account or a role or user of it.
 * @see https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html
 */
export function keyFindings(index: ResourceIndex): readonly Finding[] {
  return index
    .all("aws_kms_key")
    .flatMap((key) =>
      blockersOf(() => {
        requireChangeable(index, key);
      }),
    )
    .map((blocker) => withDetail(blocker, (detail) => `${detail} (${why})`));
}

const why = "KMS asks whether whoever creates the key could change its policy by kms:PutKeyPolicy";

function requireChangeable(index: ResourceIndex, key: Resource): void {
  if (flag(key, "bypass_policy_lockout_safety_check", false)) return;
  const policies = policiesOf(index, key);
  // Without a policy KMS gives a key the default one, which lets its account do everything.
  if (policies.length === 0) return;
  const account = accountOf(key);
  const administrators = policies.flatMap(({ json }) => administratorsIn(json, account));
  const asked = (principal: { readonly account: string; readonly arn?: string }) => ({
    kind: "role to resource" as const,
    principal,
    action: "kms:PutKeyPolicy",
    resource: text(key, "arn"),
  });
  const rule = "key-policy-locks-out";
  for (const arn of administrators) {
    if (verdict(index, rule, policies, asked({ account, arn }))?.effect === "allow") return;
  }
  requireAllowed(index, rule, key, policies, asked({ account }));
}

/** Roles and users of an account that a policy names. */
function administratorsIn(json: string, account: string): readonly string[] {
  const arns = json.match(/arn:[a-z-]+:iam::\d{12}:(?:role|user)\/[\w+=,.@/-]+/gu) ?? [];
  return [...new Set(arns)].filter((arn) => arn.split(":")[4] === account);
}
