import type { CoverageReport } from "../coverage-report";
import type { Finding } from "../finding";
import type { ResolvedStack } from "../inventory/stack-inventory";
import { accountIn } from "./account-stacks";
import { forwardsOnly } from "./forwards-only";
import type { Likeness } from "./interchangeable";

/**
 * Of which likenesses the accounts must be judged by themselves: those of which a model has a gap or a
 * finding, since the words name it alone. All, where a finding is of something that all accounts share.
 * A finding of an account's own forwarding is that account's, whatever others have.
 */
export function inDoubt(
  { cells, heartbeats, findings }: CoverageReport,
  kept: readonly ResolvedStack[],
  likenesses: readonly Likeness[],
): ReadonlySet<Likeness> | "all" {
  const byAccount = new Map(likenesses.map((each) => [each.model.account, each]));
  const byStack = new Map(likenesses.map((each) => [each.model.written.name, each]));
  const doubts = new Set<Likeness>();
  const gaps = [
    ...cells.filter(({ covered }) => !covered),
    ...heartbeats.filter((each) => !each.arrives),
  ];
  for (const { account } of gaps) {
    const likeness = byAccount.get(account);
    if (likeness !== undefined) doubts.add(likeness);
  }
  const ownStacks = new Set(
    kept.flatMap((resolved) => {
      const { name } = resolved.stack;
      const account = accountIn(name);
      return account !== undefined && forwardsOnly(resolved, account) ? [name] : [];
    }),
  );
  for (const finding of findings) {
    const account = accountWithoutRule(finding);
    const stack = finding.resource?.stack;
    if (account === undefined && (stack === undefined || !ownStacks.has(stack))) return "all";
    const likeness = byAccount.get(account ?? "") ?? byStack.get(stack ?? "");
    if (likeness !== undefined) doubts.add(likeness);
  }
  return doubts;
}

const ofMissing: ReadonlySet<string> = new Set(["forwarding-rule-missing", "heartbeat-missing"]);

/** The account that a finding without a resource is of: it lacks rules that the configuration asks for. */
function accountWithoutRule({ rule, resource, detail }: Finding): string | undefined {
  if (!ofMissing.has(rule) || resource !== undefined) return undefined;
  return /^account (\d{12}) in /u.exec(detail)?.[1];
}
