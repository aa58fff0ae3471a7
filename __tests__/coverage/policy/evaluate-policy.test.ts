import {
  HUB,
  MEMBER,
  decide,
  policyOf,
  publishRequest,
  TOPIC,
  topicStatement,
} from "./sample-policies";

function reasonOf(policy: object, request = publishRequest()): string {
  const decision = decide(policy, request);
  return "reason" in decision ? decision.reason : "allowed";
}

test("names the statement that allows", () => {
  const decision = decide(policyOf(topicStatement({ Sid: "Publish" })), publishRequest());
  expect(decision).toMatchObject({ effect: "allow", statement: { name: "Publish" } });
});

test("lets a deny win and names it with the values that brought it about", () => {
  const deny = topicStatement({
    Sid: "NotForeign",
    Effect: "Deny",
    Condition: { StringNotEquals: { "aws:SourceAccount": HUB } },
  });
  const request = publishRequest({ context: { "aws:SourceAccount": MEMBER } });
  expect(decide(policyOf(topicStatement(), deny), request)).toMatchObject({
    effect: "deny",
    statement: { name: "NotForeign" },
    reason: `statement NotForeign denies sns:Publish to events.amazonaws.com: aws:SourceAccount is ${MEMBER}`,
  });
});

test("denies outright without a condition", () => {
  const deny = topicStatement({ Sid: "Never", Effect: "Deny" });
  expect(reasonOf(policyOf(deny))).toBe(
    "statement Never denies sns:Publish to events.amazonaws.com",
  );
});

describe("the reason of an implicit deny", () => {
  test("is the condition that failed, with both values", () => {
    const Condition = { StringEquals: { "aws:PrincipalOrgID": "o-xyz" } };
    const principal = { account: MEMBER, organization: "o-abc" };
    expect(
      reasonOf(
        policyOf(topicStatement({ Sid: "AllowOrganization", Condition })),
        publishRequest({ principal }),
      ),
    ).toBe("statement AllowOrganization: aws:PrincipalOrgID is o-abc, StringEquals wants o-xyz");
  });

  test("is every condition that failed", () => {
    const Condition = {
      StringEquals: { "aws:SourceAccount": ["1", "2"] },
      ArnLike: { "aws:SourceArn": "arn:aws:events:*:1:rule/a" },
      StringNotEquals: { "aws:SourceOwner": "3" },
      Null: { "aws:SourceVpc": "false" },
    };
    const context = { "aws:SourceOwner": "3" };
    expect(reasonOf(policyOf(topicStatement({ Condition })), publishRequest({ context }))).toBe(
      "statement #1: aws:SourceAccount is absent, StringEquals wants 1 or 2; " +
        "aws:SourceArn is absent, ArnLike wants arn:aws:events:*:1:rule/a; " +
        "aws:SourceOwner is 3, StringNotEquals wants none of: 3; " +
        "aws:SourceVpc is absent, Null wants it present",
    );
  });

  test("is the principal, the resource or the action where that did not fit", () => {
    expect(
      reasonOf(
        policyOf(topicStatement({ Principal: { AWS: [HUB], Service: "s3.amazonaws.com" } })),
      ),
    ).toBe(
      `statement #1: principal is events.amazonaws.com, Principal is account ${HUB} or s3.amazonaws.com`,
    );
    expect(reasonOf(policyOf(topicStatement({ Resource: `${TOPIC}-2` })))).toBe(
      `statement #1: resource is ${TOPIC}, Resource is ${TOPIC}-2`,
    );
    expect(reasonOf(policyOf(topicStatement({ Action: ["sns:Get*", "sns:List*"] })))).toBe(
      "statement #1: action is sns:Publish, Action is sns:Get* or sns:List*",
    );
  });

  test("is the role that asked, where another was named", () => {
    const role = (name: string): string => `arn:aws:iam::${MEMBER}:role/${name}`;
    const policy = policyOf(
      topicStatement({ Principal: { AWS: [role("a"), `arn:aws:iam::${HUB}:root`] } }),
    );
    const principal = { account: MEMBER, arn: role("b") };
    expect(reasonOf(policy, publishRequest({ principal }))).toBe(
      `statement #1: principal is ${role("b")}, Principal is ${role("a")} or account ${HUB} of aws`,
    );
  });

  test("is that of the statement which came nearest", () => {
    const one = { StringEquals: { "aws:SourceAccount": "1" } };
    const two = { StringEquals: { "aws:SourceAccount": "1", "aws:SourceOwner": "1" } };
    const policy = policyOf(
      topicStatement({ Sid: "Action", Action: "sns:Subscribe" }),
      topicStatement({ Sid: "Two", Condition: two }),
      topicStatement({ Sid: "One", Condition: one }),
      topicStatement({ Sid: "Resource", Resource: `${TOPIC}-2` }),
      topicStatement({ Sid: "Denied", Effect: "Deny", Condition: one }),
    );
    expect(reasonOf(policy)).toMatch(/^statement One: /);
  });

  test("says so where a policy allows nothing at all", () => {
    const deny = topicStatement({ Effect: "Deny", Action: "sns:Subscribe" });
    expect(reasonOf(policyOf(deny))).toBe("no statement of the policy allows anything");
  });
});

test("says of a value with a wildcard that its operator has none", () => {
  const Condition = { StringEquals: { "aws:SourceAccount": "1*" } };
  const request = publishRequest({ context: { "aws:SourceAccount": "12" } });
  expect(reasonOf(policyOf(topicStatement({ Condition })), request)).toContain(
    "(no wildcard under StringEquals: use StringLike)",
  );
});
