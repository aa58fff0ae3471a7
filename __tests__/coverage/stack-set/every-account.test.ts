import { coverageOf, inventoryOfStacks } from "../../../src/coverage";
import type { MutableJson } from "../mutation/mutant";
import { MEMBER } from "../small-organization";
import { expectedByUnit, reportAfter, stackSetStacks, UNIT } from "./stack-set-organization";
import type { StackSetParts } from "./stack-set-organization";
import { said } from "../said";

type Policy = { Statement: MutableJson[] };

/** Why events of a unit would not arrive, each reason once. */
function gapsAfter(change: (parts: StackSetParts) => void): readonly string[] {
  const { cells, findings } = reportAfter(change);
  const gaps = cells.filter(({ account, covered }) => account === UNIT && !covered);
  expect(gaps.length).toBeGreaterThan(0);
  const blockers = gaps.flatMap(({ blocker }) => blocker ?? []);
  return [...new Set([...blockers, ...findings].map(said))];
}

function deny(more: object): MutableJson {
  const statement = { Sid: "No", Effect: "Deny", Principal: { Service: "events.amazonaws.com" } };
  return { ...statement, Action: "sts:AssumeRole", ...more };
}

function inTrust(statement: MutableJson): (parts: StackSetParts) => void {
  return ({ template }) => {
    const trust = template.Resources["Role"]?.Properties["AssumeRolePolicyDocument"] as Policy;
    trust.Statement.push(statement);
  };
}

test("a condition on the id of the account cannot be told for every account of a unit", () => {
  const gaps = gapsAfter(({ template }) => {
    template.Conditions["Some"] = { "Fn::Equals": [{ Ref: "AWS::AccountId" }, MEMBER] };
    const { Forward: forward } = template.Resources;
    if (forward) forward["Condition"] = "Some";
  });
  expect(gaps.join("\n")).toContain(
    `not-analyzed-template: Conditions.Some.Fn::Equals: ${UNIT} stands for every account: AWS::AccountId`,
  );
});

test.each<[string, object]>([
  ["one account", { Condition: { StringEquals: { "aws:SourceAccount": "444444444444" } } }],
  ["a part of an id", { Condition: { StringLike: { "aws:SourceAccount": "4444*" } } }],
  [
    "the rules of one account",
    { Condition: { ArnLike: { "aws:SourceArn": "arn:aws:events:*:444444444444:rule/*" } } },
  ],
])("a role that refuses %s is a gap", (_, more) => {
  expect(gapsAfter(inTrust(deny(more)))).toContainEqual(
    expect.stringMatching(
      new RegExp(
        `^not-analyzed-policy: .*and ${UNIT} stands for every account: it cannot be judged`,
      ),
    ),
  );
});

test("a role that refuses all but its own account can be judged", () => {
  const own = { StringNotEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } };
  const { cells } = reportAfter(inTrust(deny({ Condition: own })));
  expect(cells.filter(({ covered }) => !covered)).toEqual([]);
});

test.each<[string, object]>([
  ["refuses one account", { Effect: "Deny", Principal: { AWS: "444444444444" } }],
  [
    "takes all but one account",
    {
      Effect: "Allow",
      Principal: "*",
      Condition: { StringNotEquals: { "aws:PrincipalAccount": "444444444444" } },
    },
  ],
])("a bus whose policy %s is a gap", (_, more) => {
  const stacks = structuredClone(stackSetStacks());
  for (const { document } of stacks) {
    const resources = document["resource"] as Record<string, Record<string, { policy: string }>>;
    for (const body of Object.values(resources["aws_cloudwatch_event_bus_policy"] ?? {})) {
      const policy = JSON.parse(body.policy) as Policy;
      const Resource = policy.Statement[0]?.["Resource"];
      policy.Statement.push({ Sid: "One", Action: "events:PutEvents", Resource, ...more });
      body.policy = JSON.stringify(policy);
    }
  }
  const { cells } = coverageOf(inventoryOfStacks(stacks), { expected: expectedByUnit });
  const [gap] = cells.filter(({ account, covered }) => account === UNIT && !covered);
  expect(gap?.blocker).toMatchObject({
    rule: "not-analyzed-policy",
    detail: expect.stringContaining(
      `names account 444444444444, and ${UNIT} stands for every account`,
    ) as string,
  });
});

test("a template that is longer than AWS allows is found", () => {
  const gaps = gapsAfter(({ template }) => {
    template["Description"] = "x".repeat(51_200);
  });
  expect(gaps.join("\n")).toMatch(/not-analyzed-template: it has \d+ bytes, AWS allows 51200/u);
});
