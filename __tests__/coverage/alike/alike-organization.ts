import { isDeepStrictEqual } from "node:util";
import {
  coverageOf,
  inventoryOfStacks,
  type CoverageReport,
  type ExpectedCoverage,
  type Inventory,
  type StackDocument,
} from "../../../src/coverage";
import { WrittenOrganization } from "../../../src/coverage/alike";
import { expectationsOf, resolve } from "../../../src/plan";
import type { SignInAlertsProps } from "../../../src/stacks";
import { synthesizedOnce } from "../../terraform/synthesized-once";

const MANAGEMENT = "101010101010";
const HUB = "202020202020";
/** Accounts that differ in nothing but id and name, as a configuration may have them: in no order. */
export const MEMBERS = [
  "505050505051",
  "303030303031",
  "404040404042",
  "404040404041",
  "505050505052",
  "303030303032",
] as const;

/** Eight accounts in two regions, six of them alike; who is notified is left open. */
export const unroutedOrganization: SignInAlertsProps = {
  organization: { id: "o-a1b2c3d4e5", managementAccount: MANAGEMENT },
  hub: { account: HUB, region: "eu-central-1" },
  accounts: [
    { id: MANAGEMENT, name: "management", roleName: "none" },
    { id: HUB, name: "security-tooling" },
    ...MEMBERS.map((id, at) => ({ id, name: `team-${at}` })),
  ],
  regions: ["eu-central-1", "us-east-1"],
  acceptMissingRegions: ["us-east-2", "us-west-2", "eu-north-1", "ap-southeast-2"],
};

/** The same with one recipient of everything. */
export const alikeOrganization: SignInAlertsProps = {
  ...unroutedOrganization,
  recipients: ["security@example.com"],
};

/** Terraform, and what its configuration asks for. */
export interface Judged {
  readonly stacks: readonly StackDocument[];
  readonly expected?: ExpectedCoverage;
}

/** What a configuration makes and asks for. */
export function judgedOf(props: SignInAlertsProps): Required<Judged> {
  const stacks = synthesizedOnce(props).map(({ name, configuration }) => ({
    name,
    document: configuration,
  }));
  return { stacks, expected: expectationsOf(resolve(props)) };
}

/** All that a report says, but for the traces that are made when they are asked for. */
export function said(report: CoverageReport): string {
  const notified = report.cells.map((cell) => report.notifiedOf(cell));
  return JSON.stringify({ ...report, stackFiles: [...report.stackFiles], notified }, null, 1);
}

/** The report in which each account is judged by itself. */
export function oneByOne(
  { stacks, expected }: Judged,
  inventory: Inventory = inventoryOfStacks(stacks),
): CoverageReport {
  return coverageOf(inventory, expected && { expected });
}

/** Whether the inventory of all accounts is the same as where the stack of each is resolved. */
export function isSameInventory({ inventory }: ByLikeness, whole: Inventory): boolean {
  // Quicker than Jest's own comparison, of what is large.
  return isDeepStrictEqual(inventory(), whole);
}

/** What accounts that are alike are judged by. */
export interface ByLikeness {
  readonly report: CoverageReport;
  /** Whether the report was made by fewer accounts than there are. */
  readonly isAbridged: boolean;
  /** The inventory of all accounts. */
  readonly inventory: () => Inventory;
}

/** The report by accounts that are alike, and whether it needed every account. */
export function byLikeness({ stacks, expected }: Judged): ByLikeness {
  let isAbridged = true;
  const organization = new WrittenOrganization({
    stacks: stacks.map((stack) => ({
      name: stack.name,
      text: () => JSON.stringify(stack.document, null, 2),
      read: () => ({ stack, problems: [] }),
    })),
    whole: () => {
      isAbridged = false;
      return inventoryOfStacks(stacks);
    },
    beside: (kept) => {
      if (kept.length === stacks.length) isAbridged = false;
      return {};
    },
  });
  const report = organization.coverage(expected && { expected });
  return { report, isAbridged, inventory: () => organization.inventory };
}

/** Whether both ways report the same to the letter of the same inventory, and whether the second needed every account. */
export function compared(judged: Judged): {
  readonly isSame: boolean;
  readonly isAbridged: boolean;
} {
  const found = byLikeness(judged);
  const { report, isAbridged } = found;
  const whole = inventoryOfStacks(judged.stacks);
  // Every account judged by itself is the other way already.
  const isSame = !isAbridged || said(report) === said(oneByOne(judged, whole));
  return { isAbridged, isSame: isSame && isSameInventory(found, whole) };
}
