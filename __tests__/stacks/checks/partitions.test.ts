import { checkConfiguration, type ConfigurationDraft } from "../../../src/stacks";

const inRegion = (region: string, more: ConfigurationDraft = {}): ConfigurationDraft => ({
  organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
  hub: { account: "111111111111", region },
  accounts: [{ id: "111111111111", name: "management" }],
  recipients: ["security@example.com"],
  ...more,
});

test.each(["us-gov-west-1", "cn-north-1", "us-east-1"])("a hub may be in %s", (region) => {
  expect(checkConfiguration(inRegion(region))).toEqual([]);
  expect(
    checkConfiguration(inRegion(region, { regions: [region], acceptMissingRegions: [] })),
  ).toHaveLength(region === "us-east-1" ? 1 : 0);
});

test("fails for a region of the commercial partition beside a hub in GovCloud", () => {
  const [problem] = checkConfiguration(inRegion("us-gov-west-1", { regions: ["us-east-1"] }));
  expect(problem?.problem).toMatch(/partition aws, the hub is in aws-us-gov/);
  expect(problem?.allowed).toBe("us-gov-east-1, us-gov-west-1");
});

test("fails for a misspelled hub region without doubting the regions that are spelled well", () => {
  const problems = checkConfiguration(inRegion("cn-nort-1", { regions: ["cn-north-1"] }));
  expect(problems.map(({ path }) => path)).toEqual([["hub", "region"]]);
  expect(problems[0]?.fix).toBe("did you mean cn-north-1?");
});

test("fails for an acceptance that a partition has no use for", () => {
  const problems = checkConfiguration(
    inRegion("cn-north-1", { acceptMissingRegions: ["us-east-2"] }),
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
