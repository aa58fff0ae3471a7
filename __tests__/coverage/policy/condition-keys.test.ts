import { CONDITION_KEYS, ConditionKeyError } from "../../../src/coverage/policy";
import {
  allowsUnder,
  decide,
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

test("fails on a key nobody knows, whatever the operator does with an absent one", () => {
  for (const operator of ["StringEquals", "StringNotEquals", "StringEqualsIfExists"]) {
    expect(() => decide(asking(operator, "moon:Phase", "new"), publishRequest())).toThrow(
      "statement Ask cannot be decided: the condition key moon:Phase is not known",
    );
  }
});

test("fails on a known key that the request has to state", () => {
  for (const key of [
    "aws:SecureTransport",
    "aws:SourceIp",
    "kms:EncryptionContext:a",
    "aws:ResourceTag/b",
  ]) {
    expect(() => decide(asking("StringEquals", key, "true"), publishRequest())).toThrow(
      `the request does not say what ${key} is`,
    );
  }
});

test("a request may state that a key is absent, by an empty list", () => {
  const tls = { Bool: { "aws:SecureTransport": "true" } };
  expect(allowsUnder(tls, { "aws:SecureTransport": [] })).toBe(false);
});

test("fails with all keys it cannot decide, also where another condition is false", () => {
  const Condition = { StringEquals: { "moon:A": "1", "aws:SourceAccount": "1", "moon:B": "1" } };
  const policy = policyOf(topicStatement({ Condition }));
  let keys: readonly string[] = [];
  try {
    decide(policy, publishRequest());
  } catch (error) {
    if (error instanceof ConditionKeyError) keys = error.keys;
  }
  expect(keys).toEqual(["moon:A", "moon:B"]);
});

test("an undecidable key of a statement about something else does not matter", () => {
  const other = topicStatement({
    Action: "sns:Subscribe",
    Condition: { StringEquals: { "moon:Phase": "new" } },
  });
  expect(decide(policyOf(other, topicStatement()), publishRequest()).effect).toBe("allow");
});

test("fails on an undecidable statement wherever it stands", () => {
  const undecidable = topicStatement({ Condition: { StringEquals: { "moon:Phase": "new" } } });
  const deny = topicStatement({ Effect: "Deny" });
  for (const policy of [policyOf(undecidable, deny), policyOf(deny, undecidable)]) {
    expect(() => decide(policy, publishRequest())).toThrow(ConditionKeyError);
  }
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

  test("yields to what the request lists", () => {
    const request = publishRequest({
      principal: member,
      context: { "aws:PrincipalOrgID": "o-xyz" },
    });
    expect(decide(asking("StringEquals", "aws:PrincipalOrgID", "o-xyz"), request).effect).toBe(
      "allow",
    );
  });

  test("fails where a role is asked for and only its account is known", () => {
    const request = publishRequest({ principal: { account: MEMBER } });
    expect(() => decide(asking("ArnLike", "aws:PrincipalArn", arn), request)).toThrow(
      ConditionKeyError,
    );
  });
});
