import {
  coverageOf,
  inventoryOfStacks,
  type AccountLimits,
  type CoverageReport,
} from "../../src/coverage";
import { expected, stacksOf } from "./small-organization";

type Statement = Readonly<Record<string, unknown>>;

/** What AWS attaches by itself: everything is allowed. */
const everything: Statement = { Effect: "Allow", Action: "*", Resource: "*" };

const policy = (name: string, statements: readonly Statement[]) =>
  statements.length === 0
    ? []
    : [
        {
          id: `p-${name}`,
          name,
          json: JSON.stringify({ Version: "2012-10-17", Statement: statements }),
        },
      ];
const open = policy("FullAWSAccess", [everything]);
const openResources = policy("RCPFullAWSAccess", [{ ...everything, Principal: "*" }]);

/** Limits of an account: what its unit adds to what AWS attaches to the root, the unit and the account. */
export function limits(added: {
  readonly service?: readonly Statement[];
  readonly resource?: readonly Statement[];
  /** Whether the unit has what AWS attaches by itself. @default true */
  readonly hasFullAccess?: boolean;
}): AccountLimits {
  const { service = [], resource = [], hasFullAccess = true } = added;
  const ofUnit = [...(hasFullAccess ? open : []), ...policy("Guardrail", service)];
  return {
    serviceControl: [open, ofUnit, open],
    resourceControl: [
      openResources,
      [...openResources, ...policy("Perimeter", resource)],
      openResources,
    ],
  };
}

/** The coverage of the small organization under limits of accounts. */
export function reportUnder(byAccount: Readonly<Record<string, AccountLimits>>): CoverageReport {
  const inventory = {
    ...inventoryOfStacks(stacksOf()),
    organizationPolicies: new Map(Object.entries(byAccount)),
  };
  return coverageOf(inventory, { expected });
}
