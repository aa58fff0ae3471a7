import {
  inventoryOfStacks,
  traceEvent,
  type StackDocument,
  type TraceOptions,
} from "../../../src/coverage";
import { findKind, placeSample } from "../../../src/catalog";
import { expectationsOf, resolve } from "../../../src/plan";
import type { MutableJson } from "../mutation/mutant";
import {
  HUB,
  MANAGEMENT,
  MEMBER,
  organizationWith,
  reportOf,
  smallOrganization,
  stacksOf,
} from "../small-organization";

const bounded = {
  formatter: true,
  createdRoles: { path: "/security/", permissionsBoundary: "teams/Boundary" },
};
const stacks = stacksOf(bounded);
const expected = expectationsOf(resolve(organizationWith(bounded)));
const accountNames = Object.fromEntries(
  smallOrganization.accounts.map(({ id, name }) => [id, name] as const),
);
const accounts = [MANAGEMENT, HUB, MEMBER];

type Resources = Record<string, Record<string, MutableJson>>;

/** The stacks with a policy of the boundary's name in each account, which allows these actions. */
function withPolicies(...actions: readonly string[]): readonly StackDocument[] {
  const copies = structuredClone(stacks);
  const policy = JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Sid: "Bound", Effect: "Allow", Action: actions, Resource: "*" }],
  });
  for (const account of accounts) {
    const { document } = copies.find(({ name }) => name === `signin-account-${account}`) ?? {};
    (document?.["resource"] as Resources)["aws_iam_policy"] = {
      boundary: { name: "Boundary", path: "/teams/", policy, provider: "aws.us-east-1" },
    };
  }
  return copies;
}

function trace(documents: readonly StackDocument[], options: TraceOptions = {}) {
  const sample = findKind("root-sign-in")?.sample;
  if (sample === undefined) throw new Error("no kind root-sign-in");
  const event = placeSample(sample, { account: MEMBER, region: "us-east-2" });
  return traceEvent(inventoryOfStacks(documents), event, { accountNames, ...options });
}

test("a boundary that the configuration names is taken at its word, and steps say so", () => {
  const report = reportOf(stacks, expected);
  expect(report.findings).toEqual([]);
  expect(report.cells.filter(({ covered }) => !covered)).toEqual([]);
  const { deliveries, blockers } = trace(stacks, { permissionsBoundary: "teams/Boundary" });
  expect(blockers).toEqual([]);
  const said = deliveries[0]?.hops.filter(({ name }) => name === "permissions boundary");
  expect(said?.map(({ reason }) => reason)).toEqual([
    `assumed: the existing policy arn:aws:iam::${MEMBER}:policy/teams/Boundary allows events:PutEvents`,
    `assumed: the existing policy arn:aws:iam::${HUB}:policy/teams/Boundary allows sns:Publish`,
  ]);
});

test.each([undefined, "Boundary"])(
  "fails to cover anything where the configuration names %s and the policy is not known",
  (permissionsBoundary) => {
    const named = permissionsBoundary === undefined ? {} : { permissionsBoundary };
    const { deliveries, blockers } = trace(stacks, named);
    expect(deliveries).toEqual([]);
    expect(blockers[0]).toMatchObject({
      rule: "not-analyzed-policy",
      detail: expect.stringContaining("policy/teams/Boundary does not exist here") as string,
    });
  },
);

test("a boundary that is known is evaluated, whatever the configuration names", () => {
  const allowing = withPolicies("events:*", "sns:*", "kms:*", "logs:*");
  const { deliveries } = trace(allowing, { permissionsBoundary: "teams/Boundary" });
  const [first] = deliveries[0]?.hops.filter(({ name }) => name === "permissions boundary") ?? [];
  expect(first?.reason).toBe("statement Bound allows events:PutEvents");
  expect(reportOf(allowing, expected).cells.filter(({ covered }) => !covered)).toEqual([]);
});

test.each([
  ["sends to the hub", ["sns:*", "kms:*", "logs:*"], "events:PutEvents"],
  ["publishes", ["events:*", "kms:*", "logs:*"], "sns:Publish"],
  ["encrypts", ["events:*", "sns:*", "logs:*"], "kms:GenerateDataKey"],
  ["writes the trail's log", ["events:*", "sns:*", "kms:*"], "logs:CreateLogStream"],
])("fails where the boundary does not allow what %s", (_, actions, refused) => {
  const { deliveries, blockers } = trace(withPolicies(...actions));
  expect(deliveries).toEqual([]);
  expect(blockers[0]).toMatchObject({
    rule: "role-boundary-denies",
    detail: expect.stringContaining(`${refused} is not allowed`) as string,
  });
});
