import fc from "fast-check";
import { allowsUnder, decide, policyOf, publishRequest, topicStatement } from "./sample-policies";

const KEYS = ["aws:SourceAccount", "aws:SourceOwner", "aws:SourceOrgID"] as const;
const value = fc.constantFrom("a", "b", "ab", "*");
const pattern = fc.constantFrom("a", "b", "a*", "?", "*");
const POSITIVE = ["StringEquals", "StringLike", "StringEqualsIgnoreCase"] as const;
const NEGATED = {
  StringEquals: "StringNotEquals",
  StringLike: "StringNotLike",
  StringEqualsIgnoreCase: "StringNotEqualsIgnoreCase",
} as const;

const operator = fc.constantFrom(
  ...POSITIVE,
  ...Object.values(NEGATED),
  "StringEqualsIfExists",
  "ForAllValues:StringLike",
  "ForAnyValue:StringNotLike",
);
const patterns = fc.array(pattern, { minLength: 1, maxLength: 3 });
const conditionTest = fc.record({ operator, key: fc.constantFrom(...KEYS), patterns });
const context = fc.dictionary(fc.constantFrom(...KEYS), value, { maxKeys: 3 });

const conditionOf = (one: { operator: string; key: string; patterns: string[] }): object => ({
  [one.operator]: { [one.key]: one.patterns },
});
const statement = fc
  .record({
    Effect: fc.constantFrom("Allow", "Deny"),
    Action: fc.constantFrom("sns:Publish", "sns:*", "sns:Subscribe"),
    Principal: fc.constantFrom("*", { Service: "events.amazonaws.com" }, { AWS: "111111111111" }),
    Condition: conditionTest.map(conditionOf),
  })
  .map((replaced) => topicStatement(replaced));
const statements = fc.array(statement, { minLength: 1, maxLength: 5 });

test("a deny that applies wins, wherever it stands", () => {
  fc.assert(
    fc.property(statements, context, fc.nat(), (others, found, at) => {
      const all = [...others];
      all.splice(at % (others.length + 1), 0, topicStatement({ Effect: "Deny" }));
      expect(decide(policyOf(...all), publishRequest({ context: found })).effect).toBe("deny");
    }),
  );
});

test("the order of the statements does not change the effect", () => {
  fc.assert(
    fc.property(statements, context, (some, found) => {
      const request = publishRequest({ context: found });
      const effects = [some, [...some].reverse()].map(
        (list) => decide(policyOf(...list), request).effect,
      );
      expect(effects[0]).toBe(effects[1]);
    }),
  );
});

test("one more allow statement never takes an allow away, nor undoes a deny", () => {
  fc.assert(
    fc.property(statements, conditionTest, context, (some, condition, found) => {
      const request = publishRequest({ context: found });
      const more = topicStatement({ Condition: conditionOf(condition) });
      const before = decide(policyOf(...some), request).effect;
      const after = decide(policyOf(...some, more), request).effect;
      if (before !== "implicit-deny") expect(after).toBe(before);
      else expect(after).not.toBe("deny");
    }),
  );
});

test("two conditions together allow exactly where each alone would", () => {
  fc.assert(
    fc.property(conditionTest, conditionTest, context, (one, two, found) => {
      fc.pre(one.operator !== two.operator || one.key !== two.key);
      const both =
        one.operator === two.operator
          ? { [one.operator]: { [one.key]: one.patterns, [two.key]: two.patterns } }
          : { ...conditionOf(one), ...conditionOf(two) };
      expect(allowsUnder(both, found)).toBe(
        allowsUnder(conditionOf(one), found) && allowsUnder(conditionOf(two), found),
      );
    }),
  );
});

test("a negated operator is the opposite of its positive one, on a key that is there and one that is not", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...POSITIVE),
      patterns,
      fc.option(value, { nil: undefined }),
      (name, wanted, found) => {
        const present = found === undefined ? {} : { [KEYS[0]]: found };
        expect(allowsUnder({ [NEGATED[name]]: { [KEYS[0]]: wanted } }, present)).toBe(
          !allowsUnder({ [name]: { [KEYS[0]]: wanted } }, present),
        );
      },
    ),
  );
});

test("a pattern without wildcards takes exactly itself, whatever its characters", () => {
  const text = fc.string({ unit: "binary", minLength: 1 }).filter((some) => !/[*?$]/u.test(some));
  fc.assert(
    fc.property(text, text, (wanted, found) => {
      const like = { StringLike: { [KEYS[0]]: `${wanted}*` } };
      expect(allowsUnder(like, { [KEYS[0]]: found })).toBe(found.startsWith(wanted));
      expect(allowsUnder(like, { [KEYS[0]]: wanted + found })).toBe(true);
    }),
  );
});
