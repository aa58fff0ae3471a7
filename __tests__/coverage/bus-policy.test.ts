import type { StackDocument } from "../../src/coverage";
import { reportOf, stacksOf } from "./small-organization";
import { said } from "./said";

type Policy = { Statement: Record<string, unknown>[] };

const SIGN_IN = "AWS Service Event via CloudTrail";
const POLICY = "aws_cloudwatch_event_bus_policy";

/** What is found where the policy of the hub's event bus is changed. */
function complaints(change: (policy: Policy) => void): readonly string[] {
  const stacks: readonly StackDocument[] = structuredClone(stacksOf());
  for (const { document } of stacks) {
    const resources = document["resource"] as Record<string, Record<string, { policy: string }>>;
    for (const body of Object.values(resources[POLICY] ?? {})) {
      const policy = JSON.parse(body.policy) as Policy;
      change(policy);
      body.policy = JSON.stringify(policy);
    }
  }
  return reportOf(stacks).findings.map((finding) => {
    return `${finding.resource?.address.split(".")[0] ?? ""} ${said(finding)}`;
  });
}

test("the policy as it is generated takes every type of event", () => {
  expect(complaints(() => undefined)).toEqual([]);
});

test("a detail-type that no sample has, and that the policy leaves out, is found", () => {
  const found = complaints(({ Statement }) => {
    const text = JSON.stringify(Statement).replace(`"${SIGN_IN}",`, "");
    Statement.splice(0, Statement.length, ...(JSON.parse(text) as Policy["Statement"]));
  });
  expect(found).not.toEqual([]);
  for (const each of found) {
    const which = `aws.signin "${SIGN_IN}", which some events of the kinds are: `;
    expect(each).toContain(`${POLICY} bus-policy-denies: ${which}`);
  }
});

test("a Deny on a detail-type that no sample has is found", () => {
  const found = complaints(({ Statement }) => {
    Statement.push({
      Sid: "No",
      Effect: "Deny",
      Principal: "*",
      Action: "events:PutEvents",
      Resource: Statement[0]?.["Resource"],
      Condition: { "ForAnyValue:StringEquals": { "events:detail-type": SIGN_IN } },
    });
  });
  expect(found.join("\n")).toContain(`${POLICY} bus-policy-denies: aws.signin "${SIGN_IN}"`);
});

describe("a policy that asks for the region of a call", () => {
  const only = (...regions: readonly string[]) =>
    complaints(({ Statement }) => {
      for (const statement of Statement) {
        const condition = statement["Condition"] as { StringEquals: object };
        Object.assign(condition.StringEquals, { "aws:RequestedRegion": regions });
      }
    });

  test("is known to allow where it lists the region of the bus and of each rule", () => {
    expect(only("eu-central-1", "us-east-1", "us-east-2")).toEqual([]);
  });

  test("is not known to allow rules of other regions by the region of the bus alone", () => {
    const found = only("eu-central-1");
    expect(found.join("\n")).toContain(`${POLICY} not-analyzed-policy`);
    expect(found.join("\n")).toContain("the value of aws:RequestedRegion is not known");
  });
});
