import { checkConfiguration } from "../../src/stacks";
import { expectProblem, type ExpectedProblem } from "./faulty-file";

const stackSet = (units: string): string =>
  `rollout:\n  type: stack-set\n  organizationalUnits: ${units}`;

const inUnit = {
  replace: "name: management",
  write: "name: management\n    organizationalUnit: ou-ab12-c3d4e5f6",
} as const;

const problems: readonly ExpectedProblem[] = [
  {
    name: "a stack set without organizational units",
    write: stackSet("[]"),
    path: "rollout.organizationalUnits",
    at: "[]",
    says: /without organizational units covers no account/,
    fix: /or the root/,
  },
  {
    name: "more organizational units than a stack set accepts",
    write: stackSet(`[${Array.from({ length: 51 }, () => "r-ab12").join(", ")}]`),
    path: "rollout.organizationalUnits",
    at: "[r-ab12",
    says: /accepts 50 organizational units, these are 51/,
    fix: /units that hold the others/,
  },
  {
    name: "the name of an organizational unit instead of its id",
    write: stackSet("[Workloads]"),
    path: "rollout.organizationalUnits[0]",
    at: "Workloads",
    says: /not a valid id of an organizational unit/,
    fix: /AWS Organizations/,
  },
  {
    name: "a stack set that is administered from an account that is not listed",
    write: `${stackSet("[r-ab12]")}\n  account: "999999999999"`,
    path: "rollout.account",
    at: '"999999999999"',
    says: /administers the stack set is not in the list/,
    fix: /add it under accounts/,
  },
  {
    name: "an account in a unit without a stack set",
    ...inUnit,
    path: "accounts[0].organizationalUnit",
    at: "ou-ab12",
    says: /no stack set covers organizational units/,
    fix: /set rollout/,
  },
];

test.each(problems)("fails for $name", (problem) => {
  expectProblem(problem);
});

test("fails for a stack set that is aimed at the management account, and for an unknown unit", () => {
  const account = { id: "111111111111", name: "management" };
  const problems = (organizationalUnit: string, id = account.id) =>
    checkConfiguration({
      organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
      hub: { account: "111111111111", region: "eu-central-1" },
      accounts: [account, { id: "222222222222", name: "b" }].map((each) =>
        each.id === id ? { ...each, organizationalUnit } : each,
      ),
      rollout: { type: "stack-set", organizationalUnits: ["r-ab12"] },
      recipients: ["security@example.com"],
    }).map(({ problem }) => problem);
  expect(problems("r-ab12")[0]).toBe(
    "stack sets never reach the management account, so it would be uncovered",
  );
  expect(problems("ou-ab12-c3d4e5f6", "222222222222")).toEqual([
    "the rollout does not name this unit",
  ]);
  expect(problems("r-ab12", "222222222222")).toEqual([]);
});

test("fails for the root of the organization beside what it holds", () => {
  const account = { id: "222222222222", name: "b" };
  const problems = (units: readonly string[], organizationalUnit?: string) =>
    checkConfiguration({
      organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
      hub: { account: "111111111111", region: "eu-central-1" },
      accounts: [
        { id: "111111111111", name: "management" },
        { ...account, ...(organizationalUnit !== undefined && { organizationalUnit }) },
      ],
      rollout: { type: "stack-set", organizationalUnits: units },
      recipients: ["security@example.com"],
    }).map(({ path, problem }) => `${path.join(".")}: ${problem}`);
  const unit = "ou-ab12-c3d4e5f6";
  expect(problems(["r-ab12"], "r-ab12")).toEqual([]);
  expect(problems([unit])).toEqual([]);
  expect(problems(["r-ab12"])).toEqual([
    expect.stringMatching(/^accounts.1.organizationalUnit: .* covers every member account/),
  ]);
  expect(problems([unit, "r-ab12"], "r-ab12")).toEqual([
    expect.stringMatching(/^rollout.organizationalUnits.0: r-ab12 is the root .* holds this unit/),
  ]);
  expect(problems([unit, unit])).toEqual([
    "rollout.organizationalUnits.1: this unit is named twice",
  ]);
});

test("fails for settings of an account that a stack set cannot give it", () => {
  const account = {
    id: "222222222222",
    name: "a",
    organizationalUnit: "r-ab12",
    roleName: "b",
    regions: ["us-east-1"],
  };
  const problems = checkConfiguration({
    accounts: [account],
    rollout: { type: "stack-set", organizationalUnits: ["r-ab12"] },
  });
  const paths = problems
    .filter(({ problem }) => problem.startsWith("a stack set covers all its accounts alike"))
    .map(({ path }) => path.join("."));
  expect(paths).toEqual(["accounts.0.regions", "accounts.0.roleName"]);
});

test("fails for a stack set in China, and names the way that is left", () => {
  const [problem] = checkConfiguration({
    hub: { account: "1", region: "cn-north-1" },
    rollout: { type: "stack-set", organizationalUnits: ["r-ab12"] },
  }).filter(({ path }) => path[0] === "rollout");
  expect(problem).toMatchObject({ allowed: "terraform", path: ["rollout", "type"] });
});
