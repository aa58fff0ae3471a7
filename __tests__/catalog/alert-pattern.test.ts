import fc from "fast-check";
import type { JsonObject } from "../../src/json/value";
import { compilePattern, patternLength } from "../../src/aws/eventbridge";
import { addressPrefixes } from "../../src/aws/ipv4-block";
import {
  alertPattern,
  catalog,
  patternOf,
  type EventEnvelope,
  type IgnoredEvents,
} from "../../src/catalog";
import { runs } from "../property-runs";
import { otherRecords, signInRecords } from "./records";

const events = [...signInRecords, ...otherRecords].map(({ event }) => event);

function matches(pattern: ReturnType<typeof alertPattern>, event: EventEnvelope): boolean {
  return compilePattern(pattern).matches({ ...event });
}

function textAt(event: EventEnvelope, ...path: readonly string[]): string | undefined {
  const value = path.reduce<unknown>(
    (inner, key) => (inner as Record<string, unknown> | null | undefined)?.[key],
    event.detail,
  );
  return typeof value === "string" ? value : undefined;
}

/** What an entry asks for, read anew and not by patterns. */
function isIgnored(entry: IgnoredEvents, kind: string, event: EventEnvelope): boolean {
  const arn = textAt(event, "userIdentity", "arn");
  const address = textAt(event, "sourceIPAddress");
  const like = (entry.principalArn ?? "")
    .split("*")
    .map((part) => part.replace(/[.+?^$()|]/g, "\\$&"));
  return (
    entry.kinds.includes(kind) &&
    ![undefined, "Root"].includes(textAt(event, "userIdentity", "type")) &&
    (entry.principalArn === undefined ||
      (arn !== undefined && new RegExp(`^${like.join(".*")}$`).test(arn))) &&
    (entry.accounts?.includes(event.account) ?? true) &&
    (entry.sourceCidr === undefined || (address !== undefined && isIn(entry.sourceCidr, address)))
  );
}

function isIn(cidr: string, address: string): boolean {
  const number = (text: string) =>
    text.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  if (!/^\d+(\.\d+){3}$/.test(address)) return false;
  const [block = "", bits = "32"] = cidr.split("/");
  const size = 2 ** (32 - Number(bits));
  return Math.floor(number(address) / size) === Math.floor(number(block) / size);
}

const accounts = [...new Set(events.map(({ account }) => account))].sort();
const arns = [...new Set(events.flatMap((event) => textAt(event, "userIdentity", "arn") ?? []))];
const kinds = catalog.map(({ name }) => name);

const entry: fc.Arbitrary<IgnoredEvents> = fc
  .record(
    {
      kinds: fc.subarray(kinds, { minLength: 1 }),
      principalArn: fc.constantFrom(...arns, ...arns.map((arn) => arn.replace(/[^/]*$/, "*"))),
      accounts: fc.subarray(accounts, { minLength: 1 }),
      sourceCidr: fc.constantFrom(
        "198.51.100.0/24",
        "192.0.2.0/24",
        "198.51.100.16/28",
        "192.0.0.0/9",
        "203.0.113.7/32",
      ),
    },
    { requiredKeys: ["kinds"] },
  )
  .filter((said) => Object.keys(said).length > 1);

test("an alert's rule matches exactly the events of its kind, of its accounts, that are not ignored", () => {
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 3 }),
      fc.option(fc.subarray(accounts, { minLength: 1 }), { nil: undefined }),
      fc.constantFrom(...catalog),
      (ignored, chosen, kind) => {
        const scope = { ignored, ...(chosen && { accounts: chosen }) };
        const own = compilePattern(patternOf([kind]));
        const ofAccount = (event: EventEnvelope) => chosen?.includes(event.account) ?? true;
        const wanted = (event: EventEnvelope) =>
          own.matches({ ...event }) &&
          ofAccount(event) &&
          !ignored.some((each) => isIgnored(each, kind.name, event));
        let pattern: ReturnType<typeof alertPattern>;
        try {
          pattern = alertPattern(kind, scope);
        } catch (error) {
          expect(error).toBeInstanceOf(RangeError);
          // What one pattern cannot express is refused; else nothing is left.
          if (String(error).includes("the same field")) return;
          expect(events.filter(wanted)).toEqual([]);
          return;
        }
        const wrong = events.filter((event) => matches(pattern, event) !== wanted(event));
        expect(wrong.map(({ id }) => id)).toEqual([]);
      },
    ),
    runs(150),
  );
});

test("fails in the same words, however one pattern cannot express the entries", () => {
  const [anomaly] = catalog.filter(({ name }) => name === "sign-in-anomaly");
  const inAccount = (account: string): IgnoredEvents => ({
    kinds: ["sign-in-anomaly"],
    accounts: [account],
    sourceCidr: "203.0.113.7/32",
  });
  const ignored = ["666666666666", "444444444444"].map(inAccount);
  if (anomaly === undefined) throw new Error("the catalog has no sign-in-anomaly");
  expect(() => alertPattern(anomaly, { ignored })).toThrow(/ask about the same field/);
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
    catalog.filter((kind) => matches(patternOf([kind]), event)).map((kind) => ({ event, kind })),
  );
  expect(notified.map(({ kind }) => kind.name)).toEqual(
    expect.arrayContaining(["unrecognized-sign-in", "cli-sign-in", "failed-sign-in"]),
  );
  for (const { event, kind } of notified) {
    const common = { kinds };
    const said: readonly IgnoredEvents[] = [
      { ...common, principalArn: "arn:*" },
      { ...common, accounts: [event.account] },
      ...(addressPrefixes(`${address(event)}/32`)
        ? [{ ...common, sourceCidr: `${address(event)}/32` }]
        : []),
    ];
    for (const ignored of [...said.map((entry) => [entry]), [Object.assign({}, ...said)]]) {
      for (const scope of [{}, { accounts: [event.account, "999999999999"] }]) {
        expect(matches(alertPattern(kind, { ignored, ...scope }), event)).toBe(true);
      }
    }
  }
});

test("an event without an ARN never vanishes", () => {
  const failed = catalog.find(({ name }) => name === "failed-sign-in");
  if (!failed) throw new Error("the catalog has no failed-sign-in");
  const ignored = [{ kinds: [failed.name], principalArn: "arn:aws:iam::*:user/*" }];
  const pattern = alertPattern(failed, { ignored });
  const nameless = events.filter(
    (event) =>
      textAt(event, "userIdentity", "arn") === undefined && matches(patternOf([failed]), event),
  );
  expect(nameless.length).toBeGreaterThan(3);
  expect(nameless.filter((event) => !matches(pattern, event))).toEqual([]);
});

test("with nothing ignored and all accounts the rule is the catalog's own", () => {
  for (const kind of catalog) expect(alertPattern(kind, {})).toEqual(patternOf([kind]));
});

test("a hundred accounts and some ignored roles fit into a rule", () => {
  const ids = Array.from({ length: 70 }, (_, i) => String(111_111_111_111 + i));
  const ignored = [
    { kinds, principalArn: "arn:aws:sts::*:assumed-role/deployer/*" },
    { kinds, principalArn: "arn:aws:sts::*:assumed-role/scanner/*" },
  ];
  for (const kind of catalog.filter(({ name }) => !name.startsWith("unrecognized"))) {
    expect(patternLength(alertPattern(kind, { accounts: ids, ignored }))).toBeLessThan(2048);
  }
});

test.each([
  ["203.0.113.0/24", ["203.0.113."]],
  ["203.0.112.0/23", ["203.0.112.", "203.0.113."]],
  ["10.0.0.0/8", ["10."]],
  ["192.0.2.4/30", ["192.0.2.4", "192.0.2.5", "192.0.2.6", "192.0.2.7"]],
  ["192.0.2.4/32", ["192.0.2.4"]],
  ["192.0.2.4/24", undefined],
  ["192.0.2.0/7", undefined],
  ["192.0.2.300/32", undefined],
  ["2001:db8::/32", undefined],
  ["192.0.2.0", undefined],
  ["010.0.0.0/8", undefined],
  ["10.0.0.0/08", undefined],
])("the addresses of %s begin with %j", (cidr, prefixes) => {
  expect(addressPrefixes(cidr)).toEqual(prefixes);
});
