/** @jest-environment-options {"ownModules": true} */
import { reviewOf, type Version } from "../../../src/coverage/report";
import type { SignInAlertsProps } from "../../../src/stacks";
import { callsOf } from "../../calls-of";
import { alikeOrganization, byLikeness, judgedOf } from "../alike/alike-organization";

const callsDuring = callsOf();

/** An organization with so many accounts that are alike. */
function organizationOf(members: number, recipients: string[]): SignInAlertsProps {
  const others = Array.from({ length: members }, (_, at) => ({
    // No account of one organization is one of another, whose stacks would be known.
    id: String(100_000_000_000 * members + 7_919 * at),
    name: `team-${at}`,
  }));
  const accounts = [...alikeOrganization.accounts.slice(0, 2), ...others];
  return { ...alikeOrganization, accounts, recipients };
}

/** What it costs to review a recipient more, in calls of functions. */
function costOf(members: number): number {
  const both = [[], ["soc@example.com"]].map((more) =>
    judgedOf(organizationOf(members, ["security@example.com", ...more])),
  );
  return callsDuring(() => {
    const [base, head] = both.map((judged): Version => {
      const { report, inventory } = byLikeness(judged);
      return { coverage: report, inventory: inventory() };
    });
    if (base && head) reviewOf(base, head, []);
  });
}

test("a review of thrice the accounts that are alike costs no eighth more", () => {
  // What all reviews share, such as the sets of events, is made by the first one.
  costOf(2);
  expect(costOf(9)).toBeLessThan(1.125 * costOf(3));
});
