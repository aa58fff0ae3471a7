import { listed } from "../config/lists";
import type { Answer, LiveAccount } from "../live";
import type { Discovered } from "./compare";
import { titleOf } from "./organization-view";

/** Something that AWS did not say, so that nothing is concluded about it. */
export interface PartNotKnown {
  /** Such as `the regions of 333333333333 (payments)`. */
  readonly what: string;
  /** Such as `account:ListRegions`; absent where AWS does not know what was asked for. */
  readonly permission?: string;
  readonly reason: string;
}

function failureOf(answer: Answer<unknown> | undefined): Omit<PartNotKnown, "what"> | undefined {
  if (answer?.state === "not known") {
    const { permission, reason } = answer.notKnown;
    return { permission, reason };
  }
  return answer?.state === "missing" ? { reason: "AWS does not know the account" } : undefined;
}

/** The same failure of many accounts is one. */
function ofAccounts(
  part: "regions" | "tags",
  { organization, details }: Discovered,
): readonly PartNotKnown[] {
  const failures = new Map<string, { failure: Omit<PartNotKnown, "what">; of: LiveAccount[] }>();
  for (const account of organization.accounts) {
    const failure = failureOf(details.get(account.id)?.[part]);
    if (failure === undefined) continue;
    const key = JSON.stringify(failure);
    const known = failures.get(key) ?? { failure, of: [] };
    known.of.push(account);
    failures.set(key, known);
  }
  return [...failures.values()].map(({ failure, of }) => ({
    what: `the ${part} of ${listed(of.map(titleOf))}`,
    ...failure,
  }));
}

/** What AWS did not say of all that was asked. */
export function partsNotKnown(discovered: Discovered): readonly PartNotKnown[] {
  const { units, administrators } = discovered.organization;
  const failed = (answers: typeof units, what: (name: string) => string) =>
    [...answers].flatMap(([name, answer]) => {
      // A unit that does not exist is a difference.
      const failure = answer.state === "missing" ? undefined : failureOf(answer);
      return failure ? [{ what: what(name), ...failure }] : [];
    });
  return [
    ...failed(units, (unit) => `which accounts ${unit} holds`),
    ...failed(administrators, (service) => `who administers ${service}`),
    ...ofAccounts("regions", discovered),
    ...ofAccounts("tags", discovered),
  ];
}
