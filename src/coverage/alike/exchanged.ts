import type { ResolvedStack } from "../inventory/stack-inventory";
import { isUnresolved } from "../inventory/value";
import { isWhole } from "./forwards-only";
import type { AccountStack, WrittenStack } from "./account-stacks";

/** What stacks of one group are resolved from: one is read, and another one to compare with. */
export interface Exchange {
  readonly model: AccountStack;
  readonly resolved: ResolvedStack;
}

/**
 * The stack of the first account of a group, where that of the second is resolved to the same but for the id,
 * and so that of every other; undefined where it is not, or not all of it is known.
 */
export function exchangeOf(
  [model, second]: readonly AccountStack[],
  resolve: (stack: AccountStack) => ResolvedStack,
): Exchange | undefined {
  if (model === undefined || second === undefined) return undefined;
  const [resolved, other] = [resolve(model), resolve(second)];
  if (!isWhole(resolved) || !isWhole(other) || isCut(resolved)) return undefined;
  const said = JSON.stringify(saidBy(exchanged(resolved, model.account, second.account)));
  return said === JSON.stringify(saidBy(other)) ? { model, resolved } : undefined;
}

function saidBy({ resources, unresolved, stack }: ResolvedStack): unknown {
  return [resources, unresolved, stack.document];
}

/** Whether what is quoted of an output ends within a number, which may be a part of the id. */
function isCut({ unresolved }: ResolvedStack): boolean {
  return unresolved.some(({ value }) => /\d…/u.test(value.expression));
}

/** A stack of the group, without that it is read. */
export function exchangedStack(
  { model, resolved }: Exchange,
  { account, written }: AccountStack,
): ResolvedStack {
  const { stack, ...others } = exchanged(resolved, model.account, account);
  return { ...others, stack: { ...placeOf(written), document: stack.document } };
}

function placeOf({ name, folder, file }: WrittenStack): Omit<ResolvedStack["stack"], "document"> {
  return { name, ...(folder !== undefined && { folder }), ...(file !== undefined && { file }) };
}

/** The same with one id in the place of another, in texts and names; what has none of it is not copied. */
function exchanged<T>(value: T, from: string, to: string): T {
  // Edge: a text stays a text, and an object keeps its form.
  return exchangedPart(value, from, to) as T;
}

function exchangedPart(value: unknown, from: string, to: string): unknown {
  if (typeof value === "string") return value.replaceAll(from, to);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const parts = value.map((part: unknown) => exchangedPart(part, from, to));
    return parts.every((part, at) => part === value[at]) ? value : parts;
  }
  const members = Object.entries(value);
  const parts = members.map(
    ([name, part]) => [name.replaceAll(from, to), exchangedPart(part, from, to)] as const,
  );
  const isSame = parts.every(([name, part], at) => {
    const [was, held] = members[at] ?? [];
    return name === was && part === held;
  });
  if (isSame) return value;
  const copy = Object.fromEntries(parts);
  return isUnresolved(value) ? { ...value, ...copy } : copy;
}
