import fc from "fast-check";
import { coverageOf, inventoryOfStacks } from "../../../src/coverage";
import { blockersOf } from "../../../src/coverage/finding";
import { requireSelector } from "../../../src/coverage/trace/trail-selectors";
import { expectationsOf, resolve } from "../../../src/plan";
import { runs } from "../../property-runs";
import { foundIn, more } from "../every-rule/raise";
import type { MutableJson } from "../mutation/mutant";
import { said } from "../said";
import { HUB, organizationWith, reportOf, stacksOf } from "../small-organization";

const signIn = { readOnly: false, source: "signin.amazonaws.com" };
const services = ["kms.amazonaws.com", "rdsdata.amazonaws.com"];

function problems(attributes: Record<string, never> | object, event = signIn): readonly string[] {
  const trail = {
    stack: "signin-trail",
    address: "aws_cloudtrail.t",
    type: "aws_cloudtrail",
    account: HUB,
    region: "eu-central-1",
    attributes: { ...attributes },
  };
  return blockersOf(() => {
    requireSelector(trail, event);
  }).map(said);
}

const basic = (sources: readonly string[]) => ({
  event_selector: [{ read_write_type: "All", exclude_management_event_sources: sources }],
});
const advanced = (sources: readonly string[]) => ({
  advanced_event_selector: [
    {
      field_selector: [
        { field: "eventCategory", equals: ["Management"] },
        ...(sources.length > 0 ? [{ field: "eventSource", not_equals: sources }] : []),
      ],
    },
  ],
});

test("a trail may leave out the services that CloudTrail lets it, and logs the others", () => {
  fc.assert(
    fc.property(fc.subarray(services), fc.constantFrom(basic, advanced), (left, form) => {
      expect(problems(form(left))).toEqual([]);
      for (const source of services) {
        const isLogged = problems(form(left), { ...signIn, source }).length === 0;
        expect(isLogged).toBe(!left.includes(source));
      }
    }),
    runs(20),
  );
});

test("fails on a service that no trail may leave out", () => {
  expect(problems(basic(["signin.amazonaws.com"]))).toEqual([
    "value-invalid: exclude_management_event_sources: signin.amazonaws.com, CloudTrail leaves out kms.amazonaws.com and rdsdata.amazonaws.com only",
  ]);
  expect(problems(advanced(["sts.amazonaws.com"]))).toEqual([
    "not-analyzed-selectors: advanced_event_selector",
  ]);
});

const ofAccount: MutableJson = {
  provider: "aws.eu-central-1",
  name: "own",
  s3_bucket_name: "own-logs",
};
const trails: Readonly<Record<string, MutableJson>> = {
  "of its account": ofAccount,
  "of all regions": { ...ofAccount, is_multi_region_trail: true },
  "that is switched off": { ...ofAccount, enable_logging: false },
  "of the organization": { ...ofAccount, is_organization_trail: true },
};

test.each(Object.keys(trails))("beside an existing trail, another one %s is no finding", (name) => {
  const trail = { type: "existing" } as const;
  const stacks = more(
    "signin-hub",
    "aws_cloudtrail",
    () => trails[name] ?? {},
    stacksOf({ trail }),
  );
  const report = reportOf(stacks, expectationsOf(resolve(organizationWith({ trail }))));
  expect(report.findings.map(said)).toEqual([]);
  expect(report.cells.filter(({ covered }) => !covered)).toEqual([]);
});

test("without a configuration, a trail of one account with a bucket elsewhere is none that alerts need", () => {
  const trail = { type: "existing" } as const;
  const stacks = more("signin-hub", "aws_cloudtrail", () => ofAccount, stacksOf({ trail }));
  const { findings, cells } = coverageOf(inventoryOfStacks(stacks));
  expect(findings.map(said)).toEqual([]);
  expect(cells.filter(({ covered }) => !covered)).toEqual([]);
});

test("beside a trail that is created, another one is no finding", () => {
  for (const trail of Object.values(trails)) {
    expect(foundIn(more("signin-trail", "aws_cloudtrail", () => trail))).toEqual([]);
  }
});
