import { CONDITION_KEYS } from "../../../src/coverage/policy";
import {
  allowsUnder,
  decide,
  doubtOf,
  MEMBER,
  ORGANIZATION,
  policyOf,
  publishRequest,
  topicStatement,
} from "./sample-policies";

const asking = (operator: string, key: string, value: string): object =>
  policyOf(topicStatement({ Sid: "Ask", Condition: { [operator]: { [key]: value } } }));

test("the names of keys are compared in any case", () => {
  const condition = { StringEquals: { "AWS:sourceACCOUNT": "1" } };
  expect(allowsUnder(condition, { "aws:SourceAccount": "1" })).toBe(true);
  expect(allowsUnder({ Null: { "AWS:SOURCEARN": "true" } }, {})).toBe(true);
});

test("every key is listed once", () => {
  const names = CONDITION_KEYS.map(({ name }) => name.toLowerCase());
  expect(new Set(names).size).toBe(names.length);
});

test("a key nobody knows is judged when the request lists it", () => {
  expect(allowsUnder({ StringEquals: { "moon:Phase": "new" } }, { "moon:phase": "new" })).toBe(
    true,
  );
});

test("of a key nobody knows nothing is known, whatever the operator does with an absent one", () => {
  for (const operator of ["StringEquals", "StringNotEquals", "StringEqualsIfExists"]) {
    expect(doubtOf(asking(operator, "moon:Phase", "new"), publishRequest())).toBe(
      "statement Ask cannot be decided: the condition key moon:Phase is not known",
    );
  }
});

test.each([
  ["aws:RequestedRegion", "the value of aws:RequestedRegion is not known"],
  ["aws:SourceIp", "AWS does not document whether aws:SourceIp is sent with sns:Publish"],
  ["kms:EncryptionContext:a", "AWS does not document whether kms:EncryptionContext:a is sent"],
  ["aws:ResourceTag/b", "AWS does not document whether aws:ResourceTag/b is sent"],
])("of %s, which the request does not list, it is said what is not known", (key, expected) => {
  expect(doubtOf(asking("StringEquals", key, "true"), publishRequest())).toContain(expected);
});

test("a request may state that a key is absent, by an empty list", () => {
  const tls = { Bool: { "aws:SecureTransport": "true" } };
  expect(allowsUnder(tls, { "aws:SecureTransport": [] })).toBe(false);
});

test("every key that cannot be decided is named, but none where another condition is false", () => {
  const unknown = { "moon:A": "1", "moon:B": "1" };
  const policy = policyOf(topicStatement({ Condition: { StringEquals: unknown } }));
  expect(doubtOf(policy, publishRequest())).toMatch(/moon:A is not known; .* moon:B is not known$/);
  const refused = { ...unknown, "aws:SourceAccount": "1" };
  expect(allowsUnder({ StringEquals: refused }, {})).toBe(false);
});

test("an undecidable key of a statement about something else does not matter", () => {
  const other = topicStatement({
    Action: "sns:Subscribe",
    Condition: { StringEquals: { "moon:Phase": "new" } },
  });
  expect(decide(policyOf(other, topicStatement()), publishRequest()).effect).toBe("allow");
});

describe("an undecidable statement, wherever it stands,", () => {
  const open = { Condition: { StringEquals: { "moon:Phase": "new" } } };
  const effectsBeside = (one: object, other: object): readonly string[] =>
    [policyOf(one, other), policyOf(other, one)].map(
      (policy) => decide(policy, publishRequest()).effect,
    );

  test("changes nothing beside a deny, nor an Allow beside one that allows", () => {
    const deny = topicStatement({ Effect: "Deny" });
    expect(effectsBeside(topicStatement(open), deny)).toEqual(["deny", "deny"]);
    expect(effectsBeside(topicStatement(open), topicStatement())).toEqual(["allow", "allow"]);
  });

  test("leaves it open where it might deny, or alone might allow", () => {
    const deny = topicStatement({ ...open, Effect: "Deny" });
    expect(effectsBeside(deny, topicStatement())).toEqual(["unknown", "unknown"]);
    const other = topicStatement({ Action: "sns:Subscribe" });
    expect(effectsBeside(topicStatement(open), other)).toEqual(["unknown", "unknown"]);
  });
});

test("fails on a request that lists a key twice", () => {
  const context = { "aws:SourceArn": "a", "aws:sourcearn": "b" };
  expect(() => allowsUnder({ StringLike: { "aws:SourceArn": "*" } }, context)).toThrow(/twice/);
});

describe("what follows from the principal", () => {
  const arn = `arn:aws:iam::${MEMBER}:role/forwarder`;
  const member = { account: MEMBER, organization: ORGANIZATION, arn };
  const service = { service: "events.amazonaws.com" };

  test.each([
    ["aws:PrincipalOrgID", ORGANIZATION],
    ["aws:PrincipalAccount", MEMBER],
    ["aws:PrincipalArn", arn],
    ["aws:PrincipalIsAWSService", "false"],
  ])("is %s of an account: %s", (key, value) => {
    const request = publishRequest({ principal: member });
    expect(decide(asking("StringEquals", key, value), request).effect).toBe("allow");
  });

  test("is the name of a service, and that it is one", () => {
    const request = publishRequest({ principal: service });
    const named = asking("StringEquals", "aws:PrincipalServiceName", "events.amazonaws.com");
    expect(decide(named, request).effect).toBe("allow");
    expect(decide(asking("Bool", "aws:PrincipalIsAWSService", "true"), request).effect).toBe(
      "allow",
    );
  });

  test("is no organization for a service or an account outside of one", () => {
    const outside = asking("Null", "aws:PrincipalOrgID", "true");
    for (const principal of [service, { account: MEMBER }]) {
      expect(decide(outside, publishRequest({ principal })).effect).toBe("allow");
    }
  });

  test("is a path of the organization, of which the root is not known", () => {
    const path = (pattern: string): string =>
      decide(
        asking("ForAnyValue:StringLike", "aws:PrincipalOrgPaths", pattern),
        publishRequest({ principal: member }),
      ).effect;
    expect(path(`${ORGANIZATION}/*`)).toBe("allow");
    expect(path("o-xyz/*")).toBe("implicit-deny");
    expect(path(`${ORGANIZATION}/r-abcd/ou-abcd-1/*`)).toBe("unknown");
  });

  test("is a session without a second factor, or nothing of one", () => {
    const asked = (operator: string): string =>
      decide(
        asking(operator, "aws:MultiFactorAuthPresent", "false"),
        publishRequest({ principal: member }),
      ).effect;
    expect(asked("BoolIfExists")).toBe("allow");
    expect(asked("Bool")).toBe("unknown");
  });

  test("yields to what the request lists", () => {
    const request = publishRequest({
      principal: member,
      context: { "aws:PrincipalOrgID": "o-xyz" },
    });
    expect(decide(asking("StringEquals", "aws:PrincipalOrgID", "o-xyz"), request).effect).toBe(
      "allow",
    );
  });

  test("is open where a role is asked for and only its account is known", () => {
    const request = publishRequest({ principal: { account: MEMBER } });
    expect(doubtOf(asking("ArnLike", "aws:PrincipalArn", arn), request)).toContain(
      "the value of aws:PrincipalArn is not known",
    );
  });
});
