import fc from "fast-check";
import {
  isHarmless,
  reviewJson,
  reviewLines,
  reviewMarkdown,
  reviewMarker,
  reviewOf,
  type Version,
} from "../../../src/coverage/report";
import { runs } from "../../property-runs";
import { inventoryOf, type ToldResource } from "./inventory-of";
import { largeOrganization } from "./large-organization";
import {
  busPolicyBlocker,
  sampleReport,
  smallOrganization,
  type SampleOrganization,
} from "./sample-report";
import { findingRules, type RuleId } from "../../../src/coverage";

const ruleIds = Object.keys(findingRules) as RuleId[];

function version(
  organization: SampleOrganization,
  resources: readonly ToldResource[] = [],
): Version {
  return { coverage: sampleReport(organization), inventory: inventoryOf(resources) };
}

const covered = version(smallOrganization);
const broken = version({
  ...smallOrganization,
  gap: (_, region) => (region === "us-east-1" ? busPolicyBlocker : undefined),
});
const withoutAccount = version({
  ...smallOrganization,
  accounts: smallOrganization.accounts.slice(0, 2),
});

test("a change that changes nothing is harmless and short", () => {
  const review = reviewOf(covered, covered, []);
  expect(isHarmless(review)).toBe(true);
  expect(reviewMarkdown(review).split("\n").length).toBeLessThan(12);
  expect(reviewMarkdown(review)).toContain("Unchanged: 18 alerts in 3 accounts and 2 regions");
});

test("the first line is the mark by which a comment is found again", () => {
  expect(reviewMarkdown(reviewOf(covered, broken, []))).toMatch(new RegExp(`^${reviewMarker}\n`));
});

test("what is lost comes first, with the resource and the reason", () => {
  const markdown = reviewMarkdown(reviewOf(covered, broken, []));
  expect(markdown).toContain("**❌ 9 alerts lost**");
  expect(markdown).toContain("`signin-hub aws_cloudwatch_event_bus_policy.Policy_6C0E96B5`");
  expect(markdown).toContain("no statement allows events:PutEvents");
});

test("an account that vanishes is coverage lost", () => {
  const review = reviewOf(covered, withoutAccount, []);
  expect(review.coverage.lost).toHaveLength(6);
  expect(reviewMarkdown(review)).toContain("the account is no longer in any stack");
  expect(reviewMarkdown(review)).toContain("payments-prod");
});

test("a region and a kind that vanish are coverage lost, each with its reason", () => {
  const noRegion = version({ ...smallOrganization, regions: ["eu-central-1"] });
  const noKind = version({ ...smallOrganization, kinds: smallOrganization.kinds.slice(1) });
  expect(reviewMarkdown(reviewOf(covered, noRegion, []))).toContain("the region is no longer in");
  expect(reviewMarkdown(reviewOf(covered, noKind, []))).toContain("the kind is no longer enabled");
});

test("what is won and what stays open are told apart", () => {
  const won = reviewOf(broken, covered, []);
  expect(isHarmless(won)).toBe(true);
  expect(reviewMarkdown(won)).toContain("✅ No coverage lost · 9 alerts won");
  const open = reviewOf(broken, broken, []);
  expect(isHarmless(open)).toBe(false);
  expect(reviewMarkdown(open)).toContain("✅ No coverage lost · 9 alerts still open");
});

test("a recipient who is replaced is named, and who comes instead", () => {
  const others = version({ ...smallOrganization, recipients: ["email:new@example.com"] });
  const markdown = reviewMarkdown(reviewOf(covered, others, []));
  expect(markdown).toContain("➖ `email:security@example.com` is notified of nothing any more");
  expect(markdown).toContain("➕ `email:new@example.com` is new, notified of");
  expect(isHarmless(reviewOf(covered, others, []))).toBe(false);
});

test("alerts lost for everybody do not count as recipients removed", () => {
  const { audience } = reviewOf(covered, broken, []);
  expect(audience).toEqual({ removed: [], added: [] });
});

const topic = { stack: "signin-hub", address: "aws_sns_topic.topic", type: "aws_sns_topic" };
const bus = {
  stack: "signin-hub",
  address: "aws_cloudwatch_event_bus.a",
  type: "aws_cloudwatch_event_bus",
  attributes: {
    name: "signin-alerts",
    arn: "arn:aws:events:eu-central-1:222222222222:event-bus/signin-alerts",
  },
};
const busB = { ...bus, address: "aws_cloudwatch_event_bus.b" };

function reviewOfResources(base: readonly ToldResource[], head: readonly ToldResource[]) {
  return reviewOf(version(smallOrganization, base), version(smallOrganization, head), []);
}

test("without a plan, addresses that vanish and names that change are told", () => {
  const { losses } = reviewOfResources(
    [{ ...topic, attributes: { name: "a", arn: "a" } }, bus],
    [{ ...topic, attributes: { name: "b", arn: "b" } }, busB],
  );
  expect(losses).toEqual([
    expect.objectContaining({ action: "replace", nameAfter: { fate: "changed", to: "b" } }),
    expect.objectContaining({
      action: "destroy",
      nameAfter: { fate: "moved", address: busB.address },
    }),
  ]);
});

test("what is created again at another address counts, for it is created before it is destroyed", () => {
  const review = reviewOfResources([bus], [busB]);
  expect(isHarmless(review)).toBe(false);
  expect(reviewMarkdown(review)).toContain("it exists already");
  expect(reviewMarkdown(review)).toContain("a `moved` block would keep it");
});

test("what a block moves to another address is no loss", () => {
  const moved = { ...busB, formerAddress: bus.address };
  expect(reviewOfResources([bus], [moved]).losses).toEqual([]);
  expect(reviewOfResources([bus], [{ ...moved, stack: "signin-trail" }]).losses).toHaveLength(1);
  const other = { ...moved, attributes: { name: "other", arn: "other" } };
  expect(reviewOfResources([bus], [other]).losses).toMatchObject([{ action: "replace" }]);
});

test("what is in another account or region is created anew there", () => {
  const review = reviewOfResources(
    [{ ...topic, attributes: { name: "a", arn: "a" } }],
    [{ ...topic, region: "us-east-1", attributes: { name: "a", arn: "b" } }],
  );
  expect(review.losses).toMatchObject([
    { action: "move", place: { after: "222222222222 us-east-1" }, nameAfter: { fate: "kept" } },
  ]);
  expect(isHarmless(review)).toBe(false);
});

test("JSON has the same facts", () => {
  const json = reviewJson(reviewOf(covered, broken, []));
  expect(json).toMatchObject({ version: 2, harmless: false, unchanged: 9, planned: false });
  expect(json.lost).toHaveLength(9);
});

const finding = fc.record({
  rule: fc.constantFrom(...ruleIds),
  detail: fc.string({ unit: "grapheme", maxLength: 2000 }),
});

test("a review never has more than 60 lines, nor more than a comment may hold", () => {
  const organizations = fc.record({
    accounts: fc.integer({ min: 0, max: 30 }),
    regions: fc.integer({ min: 1, max: 12 }),
    every: fc.integer({ min: 1, max: 5 }),
    findings: fc.array(finding, { maxLength: 40 }),
    recipients: fc.array(fc.string(), { maxLength: 30 }),
    resources: fc.integer({ min: 0, max: 80 }),
  });
  const made = organizations.map(
    ({ accounts, regions, every, findings, recipients, resources }) => {
      let count = 0;
      const organization = {
        ...largeOrganization(accounts, regions),
        recipients,
        findings,
        gap: () => (++count % every === 0 ? findings[count % (findings.length || 1)] : undefined),
      };
      return version(
        organization,
        Array.from({ length: resources }, (_, i) => ({
          stack: `stack-${i % 7}`,
          address: `aws_thing.${i * every}`,
          type: "aws_thing",
          attributes: { name: `thing-${i % 9}` },
        })),
      );
    },
  );
  fc.assert(
    fc.property(made, made, (base, head) => {
      const markdown = reviewMarkdown(reviewOf(base, head, []));
      expect(markdown.trimEnd().split("\n").length).toBeLessThanOrEqual(reviewLines);
      expect(markdown.length).toBeLessThan(65_536);
    }),
    runs(60),
  );
});

test("the review of 100 accounts in 34 regions has no more lines than that of three", () => {
  const large = largeOrganization(100, 34);
  const base = version(large);
  const head = version({
    ...large,
    gap: (account, region) => ({
      ...busPolicyBlocker,
      detail: `x${Number(account) % 97}${region}`,
    }),
  });
  const lines = reviewMarkdown(reviewOf(base, head, []))
    .trimEnd()
    .split("\n");
  expect(lines.length).toBeLessThanOrEqual(reviewLines);
  expect(lines.join("\n")).toMatch(/… and [\d,]+ more causes/);
});
