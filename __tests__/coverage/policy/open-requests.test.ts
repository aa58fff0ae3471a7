import fc from "fast-check";
import type { ContextValue } from "../../../src/coverage/policy";
import { runs } from "../../property-runs";
import { decide, policyOf, publishRequest, TOPIC } from "./sample-policies";

describe("an answer to a request that leaves values open", () => {
  const KEYS = ["aws:SourceAccount", "aws:SourceArn", "aws:SourceIp"] as const;
  const text = fc.constantFrom("a", "ab", "b", "B", "", "arn:aws:a:b:c:d");
  const pattern = fc.constantFrom("a", "b", "a*", "*", "?", "ab", "${aws:SourceAccount}");
  const operator = fc.constantFrom(
    "StringEquals",
    "StringNotEquals",
    "StringLike",
    "StringNotLikeIfExists",
    "StringEqualsIgnoreCase",
    "ForAllValues:StringEquals",
    "ForAnyValue:StringNotLike",
    "ForAnyValue:StringEquals",
  );
  const condition = fc.record({
    operator,
    key: fc.constantFrom(...KEYS),
    values: fc.array(pattern, { minLength: 1, maxLength: 2 }),
  });
  const statement = fc
    .record({
      Effect: fc.constantFrom("Allow", "Deny"),
      conditions: fc.array(condition, { minLength: 1, maxLength: 3 }),
      absence: fc.option(fc.constantFrom("true", "false"), { nil: undefined }),
    })
    .map(({ Effect, conditions, absence }) => ({
      Effect,
      Principal: "*",
      Action: "sns:Publish",
      Resource: TOPIC,
      Condition: {
        ...Object.fromEntries(
          conditions.map((each) => [each.operator, { [each.key]: each.values }]),
        ),
        ...(absence !== undefined && { Null: { [KEYS[0]]: absence } }),
      },
    }));
  const statements = fc.array(statement, { minLength: 1, maxLength: 4 });

  test("holds for every value, and for none, that the keys may have", () => {
    const open = fc.record({
      [KEYS[0]]: fc.boolean(),
      [KEYS[1]]: fc.boolean(),
      [KEYS[2]]: fc.boolean(),
    });
    const value = fc.option(text, { nil: undefined });
    fc.assert(
      fc.property(statements, open, fc.tuple(value, value, value), (some, always, values) => {
        const uncertain = KEYS.map((key): [string, ContextValue] => [
          key,
          { sent: always[key] ? "always" : "perhaps" },
        ]);
        const policy = policyOf(...some);
        const context = Object.fromEntries(uncertain);
        const answer = decide(policy, publishRequest({ context }));
        if (answer.effect === "unknown") return;
        const given = KEYS.map((key, at): [string, ContextValue] => {
          const found = values[at];
          return [key, found === undefined ? (always[key] ? "a" : []) : found];
        });
        const sure = decide(policy, publishRequest({ context: Object.fromEntries(given) }));
        if (sure.effect === "unknown") return;
        const isOpen = answer.effect === "implicit-deny" && answer.doubt !== undefined;
        expect(isOpen ? ["deny", "implicit-deny"] : [answer.effect]).toContain(sure.effect);
      }),
      runs(400),
    );
  });

  test("gains nothing from one more Deny, whatever it asks", () => {
    const context = { [KEYS[0]]: { sent: "perhaps" }, [KEYS[1]]: "a" } as const;
    fc.assert(
      fc.property(statements, statement, (some, more) => {
        const effect = (all: readonly object[]): string =>
          decide(policyOf(...all), publishRequest({ context })).effect;
        const after = effect([...some, { ...more, Effect: "Deny" }]);
        if (after === "allow") expect(effect(some)).toBe("allow");
      }),
      runs(200),
    );
  });

  test("is the same where actions are written as all but others, and conditions are apart", () => {
    const context = { [KEYS[0]]: { sent: "perhaps", oneOf: ["a"] }, [KEYS[1]]: "ab" } as const;
    fc.assert(
      fc.property(statements, (some) => {
        const rewritten = some.map(({ Effect, Principal, Condition }) => ({
          Effect,
          Principal,
          Condition,
          NotAction: ["sns:Subscribe", "sqs:*"],
          Resource: TOPIC.replace("eu-central-1", "*"),
        }));
        const request = publishRequest({ context });
        expect(decide(policyOf(...rewritten), request).effect).toBe(
          decide(policyOf(...some), request).effect,
        );
      }),
      runs(200),
    );
  });
});

test("wildcards without end take no time", () => {
  const value = `${"a".repeat(200)}b`;
  const pattern = `${"*?".repeat(24)}c`;
  const Condition = { StringLike: { "aws:SourceAccount": pattern } };
  const statement = { Effect: "Allow", Principal: "*", Action: "*", Resource: "*", Condition };
  const request = publishRequest({ context: { "aws:SourceAccount": value } });
  expect(decide(policyOf(statement), request).effect).toBe("implicit-deny");
});

test("what nothing allows is refused, though it is not known whether a Deny applies besides", () => {
  const perhaps = {
    Sid: "Perhaps",
    Effect: "Deny",
    Principal: "*",
    Action: "sns:Publish",
    Resource: TOPIC,
    Condition: { StringEquals: { "aws:UserAgent": "a" } },
  };
  const other = {
    ...perhaps,
    Sid: "Other",
    Effect: "Allow",
    Action: "sns:Subscribe",
    Condition: {},
  };
  const answer = decide(policyOf(other, perhaps), publishRequest());
  if (answer.effect !== "implicit-deny") throw new Error(answer.effect);
  expect(answer.reason).toContain("statement Other: action is sns:Publish");
  expect(answer.doubt?.reason).toContain("statement Perhaps cannot be decided");
  const known = { ...perhaps, Condition: {} };
  expect(decide(policyOf(other, known), publishRequest()).effect).toBe("deny");
  expect(decide(policyOf(other), publishRequest())).not.toHaveProperty("doubt");
});
