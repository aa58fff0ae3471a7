import { expectationsOf, resolve } from "../../../src/plan";
import type { SignInAlertsProps } from "../../../src/stacks";
import { everyChannel, organizationWith, smallOrganization, stacksOf } from "../small-organization";
import { allMutants } from "./all-mutants";
import type { Unbroken } from "./every-mutant";
import { originals, type Mutant } from "./mutant";

type Replaced = Partial<SignInAlertsProps>;

function unbroken(replaced: Replaced, isTried: (mutant: Mutant) => boolean): Unbroken {
  const stacks = stacksOf(replaced);
  return {
    stacks,
    expected: expectationsOf(resolve(organizationWith(replaced))),
    mutants: allMutants(stacks).filter(isTried),
  };
}

/** The organization as it comes. */
export function asItComes(): Unbroken {
  return unbroken({}, () => true);
}

/** What a formatter, chat and AWS User Notifications add: the rest is broken as it comes. */
export function withChannels(): Unbroken {
  const known = new Set(
    originals(stacksOf()).map(({ stack, type, name }) => `${stack} ${type}.${name}`),
  );
  return unbroken(
    everyChannel,
    ({ stack, address }) => !address.startsWith("aws.") && !known.has(`${stack} ${address}`),
  );
}

const UNIT = "ou-ab12-34cdefgh";

const stackSet = {
  accounts: smallOrganization.accounts.map((account) =>
    account.name === "payments" ? { ...account, organizationalUnit: UNIT } : account,
  ),
  rollout: { type: "stack-set", organizationalUnits: [UNIT] },
} satisfies Replaced;

/**
 * The stack of a stack set, its template included. The rule of the template that is gone is noticed by the
 * account and region of its event bus, and has no name that could be named.
 */
export function withStackSet(): Unbroken {
  return unbroken(
    stackSet,
    ({ stack, change }) =>
      stack === "signin-stack-set" && change !== "template Resources.Forward removed",
  );
}
