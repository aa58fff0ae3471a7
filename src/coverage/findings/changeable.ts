import { distinctFindings } from "../distinct-findings";
import { blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { accountOf, shownAddress, text, verdict, type ResourceIndex } from "../resource-index";
import { onThePath, policiesOnPath, type PathResource } from "./on-the-path";
import { knownAccounts, namedIn, STRANGER, type Named } from "./strangers";

/**
 * What takes alerts away and can be allowed to another account. AWS lets no other account change the
 * attributes of a queue, or disable or delete a key, whatever their policies say.
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-access-policy-language-api-permissions-reference.html
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_PurgeQueue.html
 */
const changes: Readonly<Record<PathResource["what"], readonly string[]>> = {
  topic: ["sns:SetTopicAttributes", "sns:DeleteTopic", "sns:AddPermission", "sns:RemovePermission"],
  queue: ["sqs:PurgeQueue"],
  role: [],
};

/** Who is asked about. */
interface Members {
  readonly organization: string | undefined;
  /** Accounts of the configuration. @default - those of the resources */
  readonly accounts: readonly string[];
}

/**
 * Topics and dead-letter queues of the path that another account of the organization may change or empty:
 * any member, or one that the policy names. Whoever is outside of it is a finding of its own.
 */
export function changeableFindings(index: ResourceIndex, members: Members): readonly Finding[] {
  const known = knownAccounts(index, members.accounts);
  return onThePath(index).flatMap(({ what, resource }) =>
    changes[what].length === 0 ? [] : changeable(index, resource, changes[what], known, members),
  );
}

function changeable(
  index: ResourceIndex,
  resource: Resource,
  actions: readonly string[],
  known: ReadonlySet<string>,
  { organization }: Members,
): readonly Finding[] {
  const found: Finding[] = [];
  const unknown = blockersOf(() => {
    const arn = text(resource, "arn");
    const own = accountOf(resource);
    const policies = policiesOnPath(index, resource);
    const named = policies.flatMap(({ json }) => namedIn(json));
    const callers: readonly Named[] = [
      ...(organization === undefined ? [] : [{ account: STRANGER }]),
      ...named.filter(({ account }) => known.has(account) && account !== own),
    ];
    for (const principal of callers) {
      const allowed = actions.filter((action) => {
        const call = { kind: "role to resource", principal, action, resource: arn } as const;
        const asked = { ...call, ...(organization !== undefined && { organization }) };
        return verdict(index, "changeable-by-members", policies, asked)?.effect === "allow";
      });
      if (allowed.length === 0) continue;
      const by = principal.account === STRANGER ? "any account" : `account ${principal.account}`;
      const detail = `${allowed.join(", ")} on ${shownAddress(resource)} by ${by}`;
      found.push(finding("changeable-by-members", policies[0]?.resource ?? resource, detail));
    }
  });
  return distinctFindings([...found, ...unknown.slice(0, 1)]);
}
