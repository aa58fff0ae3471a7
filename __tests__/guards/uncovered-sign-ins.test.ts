import fc from "fast-check";
import { defaultRegions, optInRegions } from "../../src/aws";
import { FILTER_PATTERN_LIMIT } from "../../src/aws/logs";
import { mostFilters, signInLogGuards, type CoveredAccount } from "../../src/guards";
import { runs } from "../property-runs";
import { countOf } from "./log-record";

const everyRegion = [...defaultRegions("aws"), ...optInRegions("aws")];
const futureRegions = ["mars-north-1", "eu-central-3", "us-east-3"];
const ids = (count: number) =>
  Array.from({ length: count }, (_, i) => String(111_111_111_111 + i * 7));

function guards(covered: readonly CoveredAccount[]) {
  return signInLogGuards({ namePrefix: "signin-alerts", logGroupName: "trail", covered });
}

function signIn(account: string, region: string) {
  return { eventName: "ConsoleLogin", recipientAccountId: account, awsRegion: region };
}

/** What the alarm's expression comes to for one sign-in: more than zero raises it. */
function uncovered(
  { filters, alarms }: ReturnType<typeof guards>,
  account: string,
  region: string,
): number {
  const record = signIn(account, region);
  const count = (metric: string) => countOf(filters, metric, record);
  const alarm = alarms.find(({ name }) => name.endsWith("uncovered-sign-ins"));
  const byAccount = JSON.stringify(alarm).includes("ofAccounts");
  const all = count("ConsoleSignIns");
  return (
    all -
    count("SignInsInCoveredRegions") +
    (byAccount ? all - count("SignInsOfCoveredAccounts") : 0)
  );
}

describe.each([1, 17, 34])("an organization that is covered in %d regions", (count) => {
  const regions = everyRegion.slice(0, count);
  const covered = ids(3).map((account) => ({ account, regions }));
  const made = guards(covered);

  test("hears nothing of a sign-in where it is covered", () => {
    for (const { account } of covered) {
      for (const region of regions) expect(uncovered(made, account, region)).toBe(0);
    }
  });

  test("hears of a sign-in in any other region, future ones included", () => {
    const others = [...everyRegion.filter((region) => !regions.includes(region)), ...futureRegions];
    for (const region of others) expect(uncovered(made, "111111111111", region)).toBeGreaterThan(0);
  });

  test("hears of a sign-in of an account that is not in the configuration", () => {
    expect(uncovered(made, "999999999999", regions[0] ?? "")).toBeGreaterThan(0);
  });

  test("has no pattern over the limit", () => {
    for (const { pattern } of made.filters) {
      expect(pattern.length).toBeLessThanOrEqual(FILTER_PATTERN_LIMIT);
    }
  });
});

test("the alarm is a difference of sums, raised by one, and quiet where nothing is counted", () => {
  const { alarms } = guards([{ account: "111111111111", regions: ["us-east-1"] }]);
  expect(alarms.find(({ name }) => name.endsWith("uncovered-sign-ins"))).toMatchObject({
    watched: {
      expression: "(everywhere - FILL(inRegions, 0)) + (everywhere - FILL(ofAccounts, 0))",
      metrics: {
        everywhere: { namespace: "signin-alerts", name: "ConsoleSignIns" },
        inRegions: { namespace: "signin-alerts", name: "SignInsInCoveredRegions" },
        ofAccounts: { namespace: "signin-alerts", name: "SignInsOfCoveredAccounts" },
      },
    },
    threshold: 1,
    period: 300,
    missingData: "notBreaching",
  });
});

test("a thousand accounts in 34 regions need fewer filters than a log group may have", () => {
  const made = guards(ids(1000).map((account) => ({ account, regions: everyRegion })));
  expect(made.filters.length).toBeLessThanOrEqual(mostFilters);
  expect(uncovered(made, "111111111118", "eu-west-1")).toBe(0);
  expect(uncovered(made, "999999999999", "eu-west-1")).toBeGreaterThan(0);
});

test("more accounts than filters can name are distinguished by region alone", () => {
  const made = guards(ids(3000).map((account) => ({ account, regions: ["us-east-1"] })));
  expect(made.filters.length).toBeLessThanOrEqual(mostFilters);
  expect(uncovered(made, "999999999999", "us-east-1")).toBe(0);
  expect(uncovered(made, "999999999999", "us-east-2")).toBe(1);
});

test("whatever the accounts' regions, a sign-in raises the alarm exactly where it is not covered", () => {
  const account = fc.record({
    account: fc.constantFrom(...ids(40)),
    regions: fc.uniqueArray(fc.constantFrom(...everyRegion.slice(0, 8)), { minLength: 1 }),
  });
  const organization = fc.uniqueArray(account, {
    selector: (each) => each.account,
    minLength: 1,
    maxLength: 30,
  });
  const place = fc.record({
    account: fc.constantFrom(...ids(41)),
    region: fc.constantFrom(...everyRegion.slice(0, 9)),
  });
  fc.assert(
    fc.property(organization, fc.array(place, { maxLength: 5 }), (covered, places) => {
      const made = guards(covered);
      for (const { pattern } of made.filters) {
        expect(pattern.length).toBeLessThanOrEqual(FILTER_PATTERN_LIMIT);
      }
      for (const { account: id, region } of places) {
        const isCovered = covered.some(
          (each) => each.account === id && each.regions.includes(region),
        );
        expect(uncovered(made, id, region) === 0).toBe(isCovered);
      }
    }),
    runs(60),
  );
});
