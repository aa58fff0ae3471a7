import { parsePolicy, PolicyParseError } from "../../../src/coverage/policy";
import { policyOf, problemsOf, topicStatement } from "./sample-policies";

describe("a policy document that is understood", () => {
  test("is read from its JSON text as from the object", () => {
    const policy = policyOf(topicStatement({ Sid: "A" }));
    const names = [policy, JSON.stringify(policy)].map(
      (from) => parsePolicy(from).statements[0]?.name,
    );
    expect(names).toEqual(["A", "A"]);
  });

  test("may have one statement instead of a list", () => {
    expect(parsePolicy({ Statement: topicStatement() }).statements).toHaveLength(1);
  });

  test("is one of 2008 when it names no version, as AWS takes it", () => {
    expect(parsePolicy({ Statement: topicStatement() }).version).toBe("2008-10-17");
  });

  test("names a statement without a Sid, or with an empty one, by its place", () => {
    const { statements } = parsePolicy(policyOf(topicStatement(), topicStatement({ Sid: "" })));
    expect(statements.map(({ name }) => name)).toEqual(["#1", "#2"]);
  });
});

describe("a policy document that is not analyzed", () => {
  test("fails with every problem at once, each with its path", () => {
    const policy = {
      Version: "2020-01-01",
      Statement: [
        topicStatement({ Effect: "allow" }),
        topicStatement({ NotAction: "sns:Publish", Condition: { StringEqual: {} } }),
      ],
    };
    expect(problemsOf(policy)).toEqual([
      'Version: must be 2012-10-17 or 2008-10-17, got: "2020-01-01"',
      'Statement[0].Effect: must be Allow or Deny, got: "allow"',
      "Statement[1].NotAction: must not stand beside Action",
      expect.stringMatching(/^Statement\[1\]\.Condition\.StringEqual: is no operator/),
    ]);
  });

  test("fails with a message that lists the problems", () => {
    expect(() => parsePolicy(policyOf(topicStatement({ Effect: "Maybe" })))).toThrow(
      new PolicyParseError([
        { path: "Statement[0].Effect", message: 'must be Allow or Deny, got: "Maybe"' },
      ]),
    );
  });

  test.each([
    ["truncated JSON", '{"Statement": [', /is no JSON/],
    ["a list", [], /must be an object/],
    ["nothing", undefined, /must be an object, got: nothing/],
    ["an unknown member", { ...policyOf(topicStatement()), Statements: [] }, /^Statements: /],
    ["no statement", { Version: "2012-10-17" }, /^Statement: must be an object/],
    ["an empty list of statements", policyOf(), /^Statement: must not be empty/],
    [
      "NotPrincipal",
      policyOf(topicStatement({ NotPrincipal: "*" })),
      /NotPrincipal: must not stand beside/,
    ],
    [
      "NotResource",
      policyOf(topicStatement({ NotResource: "*" })),
      /NotResource: must not stand beside/,
    ],
    ["a member in another case", policyOf(topicStatement({ effect: "Deny" })), /effect: is not/],
    ["an empty list of actions", policyOf(topicStatement({ Action: [] })), /Action: must not be/],
    [
      "a Sid used twice",
      policyOf(topicStatement({ Sid: "A" }), topicStatement({ Sid: "A" })),
      /twice: A/,
    ],
    ["a Sid that is no string", policyOf(topicStatement({ Sid: 7 })), /Sid: must be a string/],
    [
      "a service by wildcard",
      policyOf(topicStatement({ Action: "s*:Publish" })),
      /Action: must be an/,
    ],
    [
      "a Resource that is no ARN",
      policyOf(topicStatement({ Resource: "alerts" })),
      /Resource: must be/,
    ],
    [
      "any service's Resource",
      policyOf(topicStatement({ Resource: "arn:aws:*:::x" })),
      /Resource: must/,
    ],
  ])("fails on %s", (_, policy, expected) => {
    expect(problemsOf(policy)).toEqual(expect.arrayContaining([expect.stringMatching(expected)]));
  });
});

describe("what a policy is attached to", () => {
  const base = { Effect: "Allow", Action: "sns:Publish" };
  const withoutPrincipal = { ...base, Resource: "*" };
  const withoutResource = { ...base, Principal: "*" };

  test("decides which members a statement has", () => {
    expect(problemsOf(policyOf(topicStatement()), "resource")).toEqual([]);
    expect(problemsOf(policyOf(withoutPrincipal), "identity")).toEqual([]);
    expect(problemsOf(policyOf(withoutResource), "trust")).toEqual([]);
  });

  test("fails where a resource's policy names nobody, and an identity's somebody", () => {
    expect(problemsOf(policyOf(withoutPrincipal))).toEqual([
      "Statement[0].Principal: must be an object, got: nothing",
    ]);
    expect(problemsOf(policyOf(topicStatement()), "identity")).toHaveLength(1);
  });

  test("fails where a trust policy names a resource, and a resource's does not", () => {
    expect(problemsOf(policyOf(topicStatement()), "trust")).toHaveLength(1);
    expect(problemsOf(policyOf(withoutResource))).toHaveLength(1);
  });
});
