import fc from "fast-check";
import type { JsonObject } from "../../src/json/value";
import {
  compilePattern,
  hasWildcards,
  limitProblems,
  type EventPattern,
} from "../../src/aws/eventbridge";
import { addressPrefixes } from "../../src/aws/ipv4-block";
import {
  alertPatterns,
  catalog,
  patternOf,
  placeSample,
  type EventEnvelope,
  type IgnoredEvents,
} from "../../src/catalog";
import { runs } from "../property-runs";
import { isIgnored, textAt } from "./ignored-by-hand";
import { otherRecords, signInRecords } from "./records";

const events = [...signInRecords, ...otherRecords].map(({ event }) => event);

/** Patterns that match an event. */
function matching(patterns: readonly EventPattern[], event: EventEnvelope): number {
  return patterns.filter((pattern) => compilePattern(pattern).matches({ ...event })).length;
}

const accounts = [...new Set(events.map(({ account }) => account))].sort();
const arns = [...new Set(events.flatMap((event) => textAt(event, "userIdentity", "arn") ?? []))];
const kinds = catalog.map(({ name }) => name);

const written = arns.flatMap((arn) => [
  arn,
  arn.replace(/[^/]*$/, "*"),
  arn.replace(/::\d+:/, "::*:"),
  arn.replace(/::\d+:/, "::*:").replace(/[^/]*$/, "*"),
  arn.replace(/::\d+:([^/]+\/\w{3}).*$/, "::*:$1*"),
  arn.replace(/::\d+:([^/]+\/\w{3}).*$/, "::*:$1*/*"),
  arn.replace(/[^/]*$/, (name) => `${name.slice(0, 2)}*${name.slice(-1)}`),
]);

const entry: fc.Arbitrary<IgnoredEvents> = fc
  .record(
    {
      kinds: fc.oneof(fc.constant(kinds), fc.subarray(kinds, { minLength: 1 })),
      principalArns: fc.uniqueArray(fc.constantFrom(...written), { minLength: 1, maxLength: 5 }),
      accounts: fc.subarray(accounts, { minLength: 1 }),
      sourceCidrs: fc.subarray(
        [
          ...["198.51.100.0/24", "192.0.2.0/24", "198.51.100.16/28", "192.0.0.0/13"],
          ...["203.0.113.7/32", "198.51.0.0/16", "198.51.100.2/32", "192.0.2.1/32"],
        ],
        { minLength: 1, maxLength: 2 },
      ),
    },
    { requiredKeys: ["kinds"] },
  )
  .filter((said) => Object.keys(said).length > 1);

/** An event from elsewhere: addresses near the blocks above. */
const moved = fc
  .tuple(
    fc.constantFrom(...events),
    fc.option(
      fc.constantFrom("198.51.100.2", "198.51.100.20", "198.51.100.29", "192.0.2.1", "192.0.2.11"),
    ),
  )
  .map(([event, address]) =>
    address === null ? event : { ...event, detail: { ...event.detail, sourceIPAddress: address } },
  );

test("exactly one rule of an alert matches an event of its kind and accounts, or none if it is ignored", () => {
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 3 }),
      fc.option(fc.subarray(accounts, { minLength: 1 }), { nil: undefined }),
      fc.option(fc.subarray(accounts, { minLength: 1 }), { nil: undefined }),
      fc.constantFrom(...catalog),
      fc.array(moved, { maxLength: 40 }),
      (ignored, chosen, except, kind, others) => {
        const own = compilePattern(patternOf([kind]));
        const wanted = (event: EventEnvelope) =>
          own.matches({ ...event }) &&
          (chosen?.includes(event.account) ?? true) &&
          except?.includes(event.account) !== true &&
          !ignored.some((each) => isIgnored(each, kind.name, event));
        let patterns: ReturnType<typeof alertPatterns>;
        try {
          patterns = alertPatterns(kind, {
            ignored,
            ...(chosen && { accounts: chosen }),
            ...(except && { exceptAccounts: except }),
          });
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          expect(ignored.length).toBeGreaterThan(0);
          return;
        }
        expect(patterns.flatMap(limitProblems)).toEqual([]);
        const wrong = [...events, ...others].filter(
          (event) => matching(patterns, event) !== (wanted(event) ? 1 : 0),
        );
        expect(wrong).toEqual([]);
      },
    ),
    runs(100),
  );
});

test("ninety accounts can be left out of every kind, and a new one never is", () => {
  const except = Array.from({ length: 90 }, (_, i) => String(100_000_000_000 + 7919 * i));
  const [left = ""] = except;
  for (const kind of catalog) {
    const patterns = alertPatterns(kind, { exceptAccounts: except });
    expect(patterns.flatMap(limitProblems)).toEqual([]);
    const sampleOf = (account: string) =>
      placeSample(kind.sample, { account, region: "us-east-1" });
    expect(matching(patterns, sampleOf("333333333333"))).toBe(1);
    expect(matching(patterns, sampleOf(left))).toBe(0);
  }
});

const ignorable = catalog.filter(({ name }) => !/(^|-)root(-|$)/.test(name));

const sessions = (role: string) => `arn:aws:sts::*:assumed-role/${role}/*`;

test.each<[string, Omit<IgnoredEvents, "kinds">[]]>([
  ["two blocks", [{ sourceCidrs: ["203.0.113.0/24"] }, { sourceCidrs: ["198.51.100.7/32"] }]],
  ["two halves of a block", [{ sourceCidrs: ["203.0.113.0/25", "203.0.113.128/25"] }]],
  [
    "all parts of a block",
    [{ sourceCidrs: Array.from({ length: 256 }, (_, part) => `10.${part}.0.0/16`) }],
  ],
  [
    "two accounts",
    [{ accounts: ["333333333333", "444444444444"], principalArns: [sessions("deployer")] }],
  ],
  ["an account and a block", [{ accounts: ["333333333333"], sourceCidrs: ["203.0.113.0/24"] }]],
  ["three roles", [{ principalArns: ["deployer", "scanner", "backup"].map(sessions) }]],
  [
    "roles of IAM Identity Center",
    [{ principalArns: ["A", "B", "C"].map((set) => sessions(`AWSReservedSSO_${set}_*`)) }],
  ],
  [
    "users and roles of all sorts",
    [
      { principalArns: ["arn:aws:iam::*:user/alice", "arn:aws:iam::*:user/bob"] },
      { principalArns: [sessions("deployer"), sessions("AWSReservedSSO_Audit_*")] },
      { principalArns: ["arn:aws:iam::444444444444:user/robot"], sourceCidrs: ["10.0.0.0/8"] },
      { accounts: ["333333333333"], sourceCidrs: ["198.51.100.0/24"] },
    ],
  ],
])("%s are left out of every kind", (_, entries) => {
  const ignored = entries.map((each) => ({ ...each, kinds: ignorable.map(({ name }) => name) }));
  // Records of a switched role do not say which it is of: that takes wildcards, and few fit.
  for (const kind of ignorable.filter(
    ({ withoutSessionIssuer }) => withoutSessionIssuer !== true,
  )) {
    for (const scope of [{}, { accounts: ["333333333333", "444444444444", "555555555555"] }]) {
      const patterns = alertPatterns(kind, { ignored, ...scope });
      expect(patterns.length).toBeGreaterThan(0);
      expect(patterns.flatMap(limitProblems)).toEqual([]);
      // Two kinds look for the name of an instance, one for the path of roles.
      const hasOwn = ["sso-sign-in", "instance-role-sign-in", "federated-sign-in"];
      if (entries.length < 4 && !hasOwn.includes(kind.name)) {
        expect(patterns.filter(hasWildcards)).toEqual([]);
      }
    }
  }
});

test("fails for more names with * in their middle than EventBridge's engine accepts", () => {
  const [kind] = catalog.filter(({ name }) => name === "federated-sign-in");
  const principalArns = ["a", "b", "c", "d", "e", "f"].map((each) => sessions(`team-${each}*x`));
  if (kind === undefined) throw new Error("the catalog has no federated-sign-in");
  expect(() => alertPatterns(kind, { ignored: [{ kinds: [kind.name], principalArns }] })).toThrow(
    /wildcards are too complex/,
  );
});

test("no event by root is ever ignored, whatever an entry asks for, nor one that does not name who acted", () => {
  const address = (event: EventEnvelope) => textAt(event, "sourceIPAddress") ?? "";
  const asRoot = (event: EventEnvelope): EventEnvelope => ({
    ...event,
    detail: {
      ...event.detail,
      userIdentity: { ...(event.detail["userIdentity"] as JsonObject | undefined), type: "Root" },
    },
  });
  const byRoot = [...events, ...events.map(asRoot)].filter((event) =>
    [undefined, "Root"].includes(textAt(event, "userIdentity", "type")),
  );
  const notified = byRoot.flatMap((event) =>
    catalog
      .filter((kind) => matching([patternOf([kind])], event) > 0)
      .map((kind) => ({ event, kind })),
  );
  expect(notified.map(({ kind }) => kind.name)).toEqual(
    expect.arrayContaining(["unrecognized-sign-in", "root-cli-sign-in", "failed-sign-in"]),
  );
  for (const { event, kind } of notified) {
    const common = { kinds };
    const said: readonly IgnoredEvents[] = [
      { ...common, principalArns: ["arn:*"] },
      { ...common, accounts: [event.account] },
      ...(addressPrefixes(`${address(event)}/32`)
        ? [{ ...common, sourceCidrs: [`${address(event)}/32`] }]
        : []),
    ];
    for (const ignored of [...said.map((entry) => [entry]), [Object.assign({}, ...said)]]) {
      for (const scope of [{}, { accounts: [event.account, "999999999999"] }]) {
        expect(matching(alertPatterns(kind, { ignored, ...scope }), event)).toBe(1);
      }
    }
  }
});

test("an event without an ARN never vanishes", () => {
  const failed = catalog.find(({ name }) => name === "failed-sign-in");
  if (!failed) throw new Error("the catalog has no failed-sign-in");
  const ignored = [{ kinds: [failed.name], principalArns: ["arn:aws:iam::*:user/*"] }];
  const patterns = alertPatterns(failed, { ignored });
  const nameless = events.filter(
    (event) =>
      textAt(event, "userIdentity", "arn") === undefined &&
      matching([patternOf([failed])], event) > 0,
  );
  expect(nameless.length).toBeGreaterThan(3);
  expect(nameless.filter((event) => matching(patterns, event) !== 1)).toEqual([]);
});

test("with nothing ignored and all accounts the rule is the catalog's own", () => {
  for (const kind of catalog) expect(alertPatterns(kind, {})).toEqual([patternOf([kind])]);
});

test("a route for three hundred accounts has as many rules as their ids need", () => {
  const ids = Array.from({ length: 300 }, (_, i) => String(111_111_111_111 + i));
  const ignored = [{ kinds, principalArns: [sessions("deployer"), sessions("scanner")] }];
  const patterns = catalog.map((kind) => alertPatterns(kind, { accounts: ids, ignored }));
  expect(patterns.flat(2).flatMap(limitProblems)).toEqual([]);
  expect(Math.max(...patterns.map(({ length }) => length))).toBeLessThan(60);
});
