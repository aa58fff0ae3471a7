import { samplesOf } from "../../catalog";
import type { ExpectedCoverage } from "../expected-coverage";
import { STRANGER } from "../findings/strangers";
import type { Inventory, Resource } from "../inventory";
import type { ResolvedStack } from "../inventory/stack-inventory";
import { kindsOf } from "../kinds";
import { resourceTypes } from "../resource-types";
import type { AccountStack } from "./account-stacks";
import { exchangeOf } from "./exchanged";
import { forwardsOnly } from "./forwards-only";
import { AccountMentions } from "./mentioned-accounts";

/** Accounts of which one is judged and stands for the others. */
export interface Likeness {
  /** The stack that is judged: that of the first id. */
  readonly model: AccountStack;
  /** The stacks that would be judged the same, in the order of their ids. */
  readonly others: readonly AccountStack[];
}

/** What accounts are compared by. */
export interface Compared {
  /** Stacks whose files are the same but for the id. */
  readonly groups: readonly (readonly AccountStack[])[];
  /** Everything but the stacks of the groups, with what stack sets make. */
  readonly rest: Pick<Inventory, "resources" | "unread">;
  readonly expected: ExpectedCoverage;
  readonly resolve: (stack: AccountStack) => ResolvedStack;
}

/**
 * Accounts that can be exchanged for one another and nothing else changes: their stacks are the same but
 * for the id, only forward, and are known to the last value; no other stack and nothing in the
 * configuration tells them apart. So what becomes of an event of one becomes of the same event of another.
 * An account of which that is in doubt is in none.
 */
export function interchangeable(compared: Compared): readonly Likeness[] {
  const { groups, rest, expected, resolve } = compared;
  const mentions = mentionsIn(rest.resources, expected);
  const samples = JSON.stringify(kindsOf(expected).map(samplesOf));
  const models = groups.flatMap(([model]) => model ?? []);
  const ofModels = models.map((model) => [model, mentionsOf(resolve(model))] as const);
  const besideIds = new Set([
    ...ofModels.flatMap(([, { besideIds: beside }]) => [...beside]),
    ...[...samples.matchAll(/(.?)\{account\}(.?)/gu)].flatMap(([, ...beside]) => beside),
  ]);
  if (mentions.isUnclear(besideIds) || (rest.unread?.size ?? 0) > 0) return [];
  const named = new Set([
    ...ofModels.flatMap(([{ account }, { ids }]) => [...ids].filter((id) => id !== account)),
    // What an event of any account names is another thing to that account than to others.
    ...(samples.match(/\d{12}/gu) ?? []),
    STRANGER,
  ]);
  const wanted = new Map(expected.accounts.map((account) => [account.id, account]));
  return groups.flatMap((group) => {
    const alike = new Map<string, AccountStack[]>();
    for (const stack of group) {
      const account = wanted.get(stack.account);
      const lists = mentions.listsOf(stack.account);
      if (account === undefined || lists === undefined || named.has(stack.account)) continue;
      // A stack set makes resources in such an account, too.
      if (account.organizationalUnit !== undefined) continue;
      const key = JSON.stringify([lists, account.regions]);
      const found = alike.get(key);
      if (found === undefined) alike.set(key, [stack]);
      else found.push(stack);
    }
    return [...alike.values()].flatMap((stacks) => likenessOf(stacks, resolve));
  });
}

/** Where ids stand in other stacks and in the configuration. */
function mentionsIn(resources: readonly Resource[], expected: ExpectedCoverage): AccountMentions {
  const mentions = new AccountMentions();
  for (const { stack, address, account, region, type, attributes } of resources) {
    const path = `${stack} ${address}`;
    mentions.look(path, [{ stack, address, account, region }, asCompared(type, attributes)]);
  }
  // The guards are compared word for word with what the stacks have.
  mentions.look("expected", { ...expected, accounts: undefined, guards: undefined });
  return mentions;
}

/** The attributes that tell something apart: not those that are compared word for word with what is wanted. */
function asCompared(type: string, attributes: Resource["attributes"]): Resource["attributes"] {
  const { onlyCompared = [] } = resourceTypes.get(type) ?? {};
  return Object.fromEntries(
    Object.entries(attributes).filter(([name]) => !onlyCompared.includes(name)),
  );
}

function mentionsOf({ resources }: ResolvedStack): AccountMentions {
  const mentions = new AccountMentions();
  for (const { account, attributes } of resources) mentions.look("", { account, attributes });
  return mentions;
}

/** The stacks as one likeness; none where the second is not resolved to what the first is. */
function likenessOf(
  stacks: readonly AccountStack[],
  resolve: Compared["resolve"],
): readonly Likeness[] {
  const [model, second, ...rest] = stacks;
  if (model === undefined || second === undefined || rest.length === 0) return [];
  const found = exchangeOf(stacks, resolve);
  if (found === undefined || !forwardsOnly(found.resolved, model.account)) return [];
  if (mentionsOf(found.resolved).isUnclear()) return [];
  return [{ model, others: [second, ...rest] }];
}
