import fc from "fast-check";
import { coverageOf, inventoryOfStacks } from "../../../src/coverage";
import { reviewJson, reviewMarkdown, reviewOf, type Version } from "../../../src/coverage/report";
import type { SignInAlertsProps } from "../../../src/stacks";
import { runs } from "../../property-runs";
import { alikeOrganization, byLikeness, judgedOf, type Judged } from "../alike/alike-organization";
import { allMutants } from "../mutation/all-mutants";
import { mutated } from "../mutation/mutant";

/** A version whose accounts are judged by likeness, and the same judged account by account. */
interface BothWays {
  readonly byLikeness: Version;
  readonly oneByOne: Version;
}

function bothWays({ stacks, expected }: Judged): BothWays {
  const { report, inventory } = byLikeness({ stacks, ...(expected && { expected }) });
  const whole = inventoryOfStacks(stacks);
  const more = { configuration: "signin-alerts.yaml", watches: expected?.watches ?? [] };
  return {
    byLikeness: { coverage: report, inventory: inventory(), ...more },
    oneByOne: {
      coverage: coverageOf(whole, expected && { expected }),
      inventory: whole,
      ...more,
    },
  };
}

function saidOf(base: Version, head: Version): string {
  const review = reviewOf(base, head, []);
  return `${reviewMarkdown(review)}\n${JSON.stringify(reviewJson(review), null, 1)}`;
}

/** Expects the same review of two versions, forwards and backwards. */
function expectSame(one: BothWays, other: BothWays): void {
  const pairs: readonly (readonly [BothWays, BothWays])[] = [
    [one, other],
    [other, one],
  ];
  for (const [base, head] of pairs) {
    expect(saidOf(base.byLikeness, head.byLikeness)).toBe(saidOf(base.oneByOne, head.oneByOne));
  }
}

const judged = judgedOf(alikeOrganization);
const unbroken = bothWays(judged);
const { accounts } = alikeOrganization;

const changes: readonly (readonly [string, Partial<SignInAlertsProps>])[] = [
  ["a recipient more", { recipients: ["security@example.com", "soc@example.com"] }],
  ["no heartbeats", { heartbeat: { hours: 0 } }],
  ["an existing trail", { trail: { type: "existing" } }],
  ["an account less", { accounts: accounts.slice(0, -1) }],
  ["another prefix of stacks", { stackPrefix: "alerts" }],
  ["a kind less", { kinds: { "mfa-check": "off" } }],
  ["one provider for all regions", { regionStrategy: "region-argument" }],
];

test.each(changes)(
  "a review of %s is the same whether accounts are judged by likeness or one by one",
  (_, change) => {
    expectSame(unbroken, bothWays(judgedOf({ ...alikeOrganization, ...change })));
  },
);

test("a review of any fault is the same whether accounts are judged by likeness or one by one", () => {
  fc.assert(
    fc.property(fc.constantFrom(...allMutants(judged.stacks)), (mutant) => {
      const stacks = mutated(judged.stacks, mutant);
      expectSame(unbroken, bothWays({ ...judged, stacks }));
    }),
    runs(process.env["MUTANTS"] === "all" ? 400 : 12),
  );
}, 600_000);
