/** @jest-environment-options {"ownModules": true} */
import {
  compilePattern,
  DEFAULT_PATTERN_LENGTH,
  type EventPattern,
  explainMismatch,
  type JsonObject,
  matchesPattern,
  patternLength,
} from "../../../src/aws/eventbridge";
import { callsOf } from "../../calls-of";

const callsDuring = callsOf();

const signIn: JsonObject = {
  source: "aws.signin",
  "detail-type": "AWS Console Sign In via CloudTrail",
  resources: ["arn:aws:iam::111111111111:user/ana", "arn:aws:iam::111111111111:user/bo"],
  detail: {
    eventName: "ConsoleLogin",
    userIdentity: { type: "Root" },
    responseElements: { ConsoleLogin: "Success" },
    errorMessage: null,
  },
};

describe("fields and $or", () => {
  test("all fields must match, at every depth", () => {
    const pattern: EventPattern = {
      source: ["aws.signin"],
      detail: { eventName: ["ConsoleLogin"], userIdentity: { type: ["Root"] } },
    };
    expect(matchesPattern(pattern, signIn)).toBe(true);
    expect(matchesPattern({ ...pattern, account: ["111111111111"] }, signIn)).toBe(false);
  });

  test("$or needs one of its arms, each arm all of its fields", () => {
    const or = (type: string, eventName: string): EventPattern => ({
      detail: {
        $or: [
          { eventName: ["CheckMfa"] },
          { eventName: [eventName], userIdentity: { type: [type] } },
          { errorMessage: ["denied"] },
        ],
      },
    });
    expect(matchesPattern(or("Root", "ConsoleLogin"), signIn)).toBe(true);
    expect(matchesPattern(or("IAMUser", "ConsoleLogin"), signIn)).toBe(false);
  });

  test("$or nests, and stands beside another $or", () => {
    const pattern: EventPattern = {
      $or: [
        { source: ["aws.sts"] },
        { $or: [{ source: ["aws.iam"] }, { source: ["aws.signin"] }] },
      ],
      detail: { $or: [{ eventName: ["x"] }, { userIdentity: { type: ["Root"] } }] },
    };
    expect(matchesPattern(pattern, signIn)).toBe(true);
  });

  test("an absent key passes $or of anything-but and exists false", () => {
    const pattern: EventPattern = {
      detail: { $or: [{ mfa: [{ "anything-but": "Yes" }] }, { mfa: [{ exists: false }] }] },
    };
    const withMfa = (mfa: string) => matchesPattern(pattern, { detail: { mfa } });
    expect([matchesPattern(pattern, signIn), withMfa("No"), withMfa("Yes")]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test("inherited names of JavaScript objects are absent", () => {
    expect(matchesPattern({ constructor: { name: ["Object"] } }, signIn)).toBe(false);
    expect(matchesPattern({ toString: [{ exists: false }] }, signIn)).toBe(true);
  });
});

describe("arrays in the event", () => {
  const staff: JsonObject = {
    staff: [
      { first: "Ana", last: "Ruiz", team: null },
      [{ first: "Bo", last: "Chen" }],
      { first: "Cy" },
    ],
  };
  const both = (first: string, last: string): EventPattern => ({
    staff: { first: [first], last: [last] },
  });

  test("one element is enough", () => {
    const bo = "arn:aws:iam::111111111111:user/bo";
    expect(matchesPattern({ resources: [bo] }, signIn)).toBe(true);
    expect(matchesPattern({ resources: [{ "anything-but": bo }] }, signIn)).toBe(true);
  });

  test("conditions on objects of one array are met by one element", () => {
    expect(matchesPattern(both("Ana", "Ruiz"), staff)).toBe(true);
    expect(matchesPattern(both("Bo", "Chen"), staff)).toBe(true);
    expect(matchesPattern(both("Ana", "Chen"), staff)).toBe(false);
    expect(explainMismatch(both("Ana", "Chen"), staff)).toMatch(/different elements/);
  });

  test("a key is absent when the chosen element lacks it", () => {
    const lacksLast = (first: string): EventPattern => ({
      staff: { first: [first], last: [{ exists: false }] },
    });
    expect(matchesPattern(lacksLast("Cy"), staff)).toBe(true);
    expect(matchesPattern(lacksLast("Ana"), staff)).toBe(false);
  });

  test("elements of different arrays are independent", () => {
    const event: JsonObject = { a: [{ x: 1 }, { x: 2 }], b: [{ y: 1 }, { y: 2 }] };
    expect(matchesPattern({ a: { x: [2] }, b: { y: [1] } }, event)).toBe(true);
  });
});

describe("explainMismatch", () => {
  test("names the first path that fails, what was seen and what was expected", () => {
    const pattern: EventPattern = { source: ["aws.signin"], detail: { eventName: ["CheckMfa"] } };
    expect(explainMismatch(pattern, signIn)).toBe(
      'detail.eventName is "ConsoleLogin", expected ["CheckMfa"]',
    );
  });

  test("says that a key is absent", () => {
    expect(explainMismatch({ detail: { mfa: ["No"] } }, signIn)).toBe(
      'detail.mfa is absent, expected ["No"]',
    );
  });

  test("lists the arms of $or, three of them in words", () => {
    const arms = ["a", "b", "c", "d"].map((eventName) => ({ eventName: [eventName] }));
    expect(explainMismatch({ detail: { $or: arms } }, signIn)).toMatch(
      /^detail\.\$or: none of 4 arms matches: \(1\) .*\["a"\]; \(2\) .*; \(3\) .*; and 1 more$/,
    );
  });

  test("says nothing about a match", () => {
    expect(explainMismatch({ source: ["aws.signin"] }, signIn)).toBeUndefined();
  });
});

test("the length of a pattern is that of its compact JSON", () => {
  expect(patternLength({ source: ["aws.signin"] })).toBe('{"source":["aws.signin"]}'.length);
  expect(DEFAULT_PATTERN_LENGTH).toBe(2048);
});

test("a compiled pattern answers an event with fewer than 200 calls of functions", () => {
  const pattern = compilePattern({
    source: ["aws.signin"],
    detail: {
      $or: [
        { eventName: ["CheckMfa"], errorMessage: [{ exists: false }] },
        { eventName: ["ConsoleLogin"], userIdentity: { type: [{ "anything-but": "IAMUser" }] } },
      ],
    },
  });
  let matched = 0;
  const calls = callsDuring(() => {
    for (let i = 0; i < 1000; i++) if (pattern.matches(signIn)) matched++;
  });
  expect(matched).toBe(1000);
  expect(calls).toBeLessThan(1000 * 200);
});
