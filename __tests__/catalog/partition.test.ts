import fc from "fast-check";
import { compilePattern, patternLength, type CompiledPattern } from "../../src/aws/eventbridge";
import { catalog, forwarderPattern, patternOf } from "../../src/catalog";
import { intersect, subtract, type Condition, type Text } from "../../src/catalog/event-set";
import { mayOverlap } from "../../src/catalog/event-set/text";
import { signInRecords as everyRecord } from "../../src/catalog/event-sources";
import { runs } from "../property-runs";

const compiled = catalog.map((kind) => ({ kind, pattern: compilePattern(patternOf([kind])) }));

const eventNames = [
  "ConsoleLogin",
  "ConsoleLogin",
  "ExternalIdPDirectoryLogin",
  "PutConsoleAuthorizationConfiguration",
  "CheckMfa",
  "GetSigninToken",
  "SwitchRole",
  "ExitRole",
  "RenewRole",
  "PasswordRecoveryRequested",
  "PasswordUpdated",
  "UserAuthentication",
  "CredentialVerification",
  "CreateOAuth2Token",
  "SomethingNew",
  "",
];

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 4 });
}

const outcome = maybe(fc.constantFrom("Success", "Failure", "Challenged", null));

/** Any record of AWS sign-in: name, identity, outcome, MFA and region, each also missing. */
const signInEvent = fc
  .record({
    eventName: maybe(fc.constantFrom(...eventNames)),
    type: maybe(fc.constantFrom("Root", "IAMUser", "AssumedRole", "SAMLUser", "Unknown")),
    outcome,
    otherOutcome: outcome,
    mfaUsed: maybe(fc.constantFrom("Yes", "No", "")),
    region: fc.constantFrom("us-east-1", "eu-north-1", "ap-southeast-7"),
    detailType: fc.constantFrom(
      "AWS Console Sign In via CloudTrail",
      "AWS Service Event via CloudTrail",
      "AWS API Call via CloudTrail",
    ),
  })
  .map(({ eventName, type, outcome, otherOutcome, mfaUsed, region, detailType }) => ({
    source: "aws.signin",
    "detail-type": detailType,
    account: "111111111111",
    region,
    detail: {
      ...(eventName !== undefined && { eventName }),
      userIdentity: type === undefined ? {} : { type },
      responseElements:
        outcome === undefined && otherOutcome === undefined
          ? null
          : { ConsoleLogin: outcome ?? null, CheckMfa: otherOutcome ?? null },
      ...(mfaUsed !== undefined && { additionalEventData: { MFAUsed: mfaUsed } }),
      awsRegion: region,
    },
  }));

function matching(patterns: readonly CompiledPattern[], event: object): number {
  return patterns.filter((pattern) => pattern.matches({ ...event })).length;
}

describe("the kinds of the catalog", () => {
  test("have each a name of their own", () => {
    expect(new Set(catalog.map(({ name }) => name)).size).toBe(catalog.length);
  });

  test("have no event in common", () => {
    for (const one of catalog) {
      for (const other of catalog) {
        if (one === other) continue;
        expect([one.name, other.name, intersect(one.events, other.events)]).toEqual([
          one.name,
          other.name,
          [],
        ]);
      }
    }
  });

  test("leave no record of AWS sign-in out", () => {
    expect(
      subtract(
        everyRecord,
        catalog.flatMap(({ events }) => events),
      ),
    ).toEqual([]);
  });

  test("claim any sign-in event exactly once", () => {
    const patterns = compiled.map(({ pattern }) => pattern);
    fc.assert(
      fc.property(signInEvent, (event) => {
        expect(matching(patterns, event)).toBe(1);
      }),
      runs(5000),
    );
  });

  test("claim any sign-in event at most once with some of them off, and forward what they claim", () => {
    fc.assert(
      fc.property(fc.subarray([...compiled], { minLength: 1 }), signInEvent, (on, event) => {
        const claimed = matching(
          on.map(({ pattern }) => pattern),
          event,
        );
        expect(claimed).toBeLessThanOrEqual(1);
        const forwarder = compilePattern(forwarderPattern(on.map(({ kind }) => kind)));
        if (claimed === 1) expect(forwarder.matches({ ...event })).toBe(true);
      }),
      runs(400),
    );
  });

  test("forward exactly their own events wherever 2,048 characters can say which", () => {
    fc.assert(
      fc.property(fc.subarray([...compiled], { minLength: 1 }), signInEvent, (on, event) => {
        const kinds = on.map(({ kind }) => kind);
        fc.pre(patternLength(patternOf(kinds)) <= 2048);
        const claimed = on.some(({ pattern }) => pattern.matches({ ...event }));
        expect(compilePattern(forwarderPattern(kinds)).matches({ ...event })).toBe(claimed);
      }),
      runs(400),
    );
  });

  test("are forwarded by a pattern of at most 2,048 characters, whichever are on", () => {
    fc.assert(
      fc.property(fc.subarray([...catalog], { minLength: 1 }), (kinds) => {
        expect(patternLength(forwarderPattern(kinds))).toBeLessThanOrEqual(2048);
      }),
      runs(600),
    );
  });
});

test("no kind asks a field for texts that overlap with those another asks it for", () => {
  const texts = new Map<string, Text[]>();
  for (const [field, { values }] of catalog.flatMap(({ events }) =>
    events.flatMap(Object.entries<Condition>),
  )) {
    texts.set(field, [...(texts.get(field) ?? []), ...values]);
  }
  const overlapping = [...texts.values()].flatMap((asked) =>
    asked.filter((text) => asked.some((other) => mayOverlap(text, other))),
  );
  expect(overlapping).toEqual([]);
});
