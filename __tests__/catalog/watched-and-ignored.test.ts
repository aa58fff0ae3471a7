import fc from "fast-check";
import { compilePattern } from "../../src/aws/eventbridge";
import {
  alertRulesOf,
  contains,
  ignoredEvents,
  isOfKind,
  kindsWith,
  type AlertKind,
  type IgnoredEvents,
} from "../../src/catalog";
import { runs } from "../property-runs";
import { signInRecords } from "./records";

const watches = fc
  .subarray(
    [
      "user/tomas*",
      "user/amara.okafor",
      "arn:aws:iam::333333333333:user/ingrid.lund",
      "arn:aws:iam::333333333333:role/OnCallAdmin",
      "role/Developer",
      "arn:aws:sts::*:assumed-role/AWSReservedSSO_PowerUser_*",
      "arn:aws:sts::*:federated-user/nadia.haddad",
    ],
    { minLength: 1, maxLength: 3 },
  )
  .map((principals) => [{ name: "w", principals, severity: "critical" as const }]);

const entries = fc.subarray(
  [
    { principalArns: ["arn:aws:sts::*:assumed-role/ReadOnly/*"] },
    { principalArns: ["arn:aws:sts::555555555555:assumed-role/web-server/*"] },
    { principalArns: ["arn:aws:iam::*:user/lena.vogel", "arn:aws:iam::*:user/paul*"] },
    { sourceCidrs: ["203.0.113.0/24"] },
    { accounts: ["444444444444"], principalArns: ["arn:aws:sts::*:assumed-role/console-broker/*"] },
  ],
  { maxLength: 2 },
);

function rulesFor(kinds: readonly AlertKind[], ignored: readonly IgnoredEvents[]) {
  try {
    return kinds.flatMap((kind) =>
      alertRulesOf(kind, { ignored }).map(({ pattern }) => ({
        kind,
        matcher: compilePattern(pattern),
      })),
    );
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

test("what is watched is told though an entry ignores it, and all else is told or ignored as ever", () => {
  fc.assert(
    fc.property(watches, entries, (some, said) => {
      const kinds = kindsWith(some);
      const ignorable = kinds.filter(({ parts }) => !parts).map(({ name }) => name);
      const ignored = said.map((entry) => ({ kinds: ignorable, ...entry }));
      const rules = rulesFor(kinds, ignored);
      // Too many wildcards for one rule: such a configuration is refused.
      fc.pre(rules !== undefined);
      for (const { name, event } of signInRecords) {
        const json = { ...event };
        const kind = kinds.find((each) => isOfKind(each, json));
        const isIgnored = kind && contains(ignoredEvents(kind, ignored), json);
        const told = rules.filter(({ matcher }) => matcher.matches(json)).map((rule) => rule.kind);
        expect([name, told]).toEqual([name, isIgnored ? [] : [kind]]);
        if (kind?.parts) expect(isIgnored).toBe(false);
      }
    }),
    runs(25),
  );
});
