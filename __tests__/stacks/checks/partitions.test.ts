import { checkConfiguration, type ConfigurationDraft } from "../../../src/stacks";

const inRegion = (region: string, more: ConfigurationDraft = {}): ConfigurationDraft => ({
  organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
  hub: { account: "111111111111", region },
  accounts: [{ id: "111111111111", name: "management" }],
  recipients: ["security@example.com"],
  ...more,
});

test.each(["us-gov-west-1", "cn-north-1"])("a hub in %s covers its own region", (region) => {
  expect(checkConfiguration(inRegion(region, { regions: [region] }))).toEqual([]);
});

test("a hub in us-east-1 covers every region, and one alone only if that is accepted", () => {
  expect(checkConfiguration(inRegion("us-east-1"))).toEqual([]);
  expect(checkConfiguration(inRegion("us-east-1", { regions: ["us-east-1"] }))).toHaveLength(1);
});

test.each([
  ["us-gov-west-1", "us-gov-east-1"],
  ["cn-north-1", "cn-northwest-1"],
])("fails for a hub in %s that is to hear of %s, and proposes a hub per region", (hub, other) => {
  for (const regions of [undefined, [hub, other]]) {
    const [problem, ...others] = checkConfiguration(
      inRegion(hub, regions === undefined ? {} : { regions }),
    );
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ path: ["regions"], allowed: hub });
    expect(problem?.problem).toContain(`those of ${other} would not reach the hub in ${hub}`);
    expect(problem?.fix).toContain(`give ${other} a configuration of its own`);
  }
});

test("fails for an account's own regions that cannot reach the hub", () => {
  const accounts = [{ id: "111111111111", name: "a", regions: ["us-gov-east-1"] }];
  const [problem] = checkConfiguration(inRegion("us-gov-west-1", { accounts }));
  expect(problem?.path).toEqual(["accounts", 0, "regions"]);
});

test("fails for a region of the commercial partition beside a hub in GovCloud", () => {
  const [problem] = checkConfiguration(inRegion("us-gov-west-1", { regions: ["us-east-1"] }));
  expect(problem?.problem).toMatch(/partition aws, the hub is in aws-us-gov/);
  expect(problem?.allowed).toBe("us-gov-east-1, us-gov-west-1");
});

test("fails for a misspelled hub region without doubting the regions that are spelled well", () => {
  const problems = checkConfiguration(inRegion("cn-nort-1", { regions: ["cn-north-1"] }));
  expect(problems.map(({ path }) => path)).toEqual([["hub", "region"]]);
  expect(problems[0]?.fix).toMatch(/^did you mean cn-north-1\?/);
});

test("fails for an acceptance that a partition has no use for", () => {
  const problems = checkConfiguration(
    inRegion("cn-north-1", { regions: ["cn-north-1"], acceptMissingRegions: ["us-east-2"] }),
  );
  expect(problems.map(({ path }) => path)).toEqual([["acceptMissingRegions", 0]]);
});

test("a gap that an account accepts is none, for that account", () => {
  const regions = ["us-east-1", "us-east-2", "us-west-2", "eu-north-1"];
  const accounts = [
    { id: "111111111111", name: "management", acceptMissingRegions: ["ap-southeast-2"] },
  ];
  expect(checkConfiguration(inRegion("us-east-1", { regions, accounts }))).toEqual([]);
  const other = { id: "222222222222", name: "other" };
  const [gap] = checkConfiguration(
    inRegion("us-east-1", { regions, accounts: [...accounts, other] }),
  );
  expect(gap?.problem).toMatch(/other \(222222222222\).*ap-southeast-2/);
});
