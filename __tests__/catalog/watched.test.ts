import { hasWildcards } from "../../src/aws/eventbridge";
import {
  alertRulesOf,
  catalogWith,
  forwarderPattern,
  kindsWith,
  type EventEnvelope,
} from "../../src/catalog";
import { mailOf } from "./mail-of-kind";
import { signInRecords } from "./records";
import { isOfWatch, toldBy, watch } from "./told-by";

/** The record of that file. */
function record(name: string): EventEnvelope {
  const found = signInRecords.find((each) => each.name === name);
  if (!found) throw new Error(`there is no record ${name}`);
  return found.event;
}

describe("a watch", () => {
  test.each([
    ["a sign-in without MFA", "user/haruka.sato", "iam-user-without-mfa-right-password"],
    ["a sign-in with MFA", "user/amara.okafor", "iam-user-sign-in-with-mfa"],
    [
      "a sign-in of a user with a path",
      "arn:aws:iam::444444444444:user/tomas.novak",
      "iam-user-sign-in-with-mfa-passkey",
    ],
    ["a user by the beginning of its name", "user/tomas*", "iam-user-sign-in-with-mfa-passkey"],
    ["a switch into the role", "role/OnCallAdmin", "role-switch-target-account"],
    [
      "a switch into the role of one account",
      "arn:aws:iam::333333333333:role/ops/OnCallAdmin",
      "role-switch-target-account",
    ],
    ["leaving the role", "role/OnCallAdmin", "role-exit"],
    ["a user who switches to another role", "user/amara.okafor", "role-switch-origin-account"],
    ["a sign-in through SAML", "role/SamlOperator", "federated-sign-in-saml"],
    [
      "a role of Identity Center",
      "role/AWSReservedSSO_PowerUser_*",
      "federated-sign-in-identity-center-role",
    ],
    [
      "one person of Identity Center",
      "arn:aws:sts::*:assumed-role/AWSReservedSSO_PowerUser_0123456789abcdef/omar.farouk@example.com",
      "federated-sign-in-identity-center-role",
    ],
    ["the role of an instance", "role/web-server", "instance-role-sign-in"],
    [
      "a federated user",
      "arn:aws:sts::*:federated-user/nadia.haddad",
      "federated-sign-in-federated-user",
    ],
    ["a sign-in denied by policy", "user/amara.okafor", "sign-in-denied-by-resource-based-policy"],
    ["a token of sign-in", "role/console-broker", "federation-token"],
    ["a program", "role/Developer", "cli-sign-in-token-created"],
    ["a program that is refused", "role/Developer", "cli-sign-in-token-refused"],
    ["a program of a user", "user/tomas.novak", "cli-sign-in-token-created-cross-device"],
  ])("takes %s", (_, principal, name) => {
    expect(toldBy(kindsWith([watch("bg", principal)]))(record(name))).toEqual(["watch-bg"]);
  });

  test.each([
    ["a wrong password", "user/ingrid.lund", "iam-user-sign-in-failure-alias-cookie-eu-north-1"],
    [
      "a hostile reason",
      "user/amara.okafor",
      "iam-user-sign-in-failure-with-a-quote-in-its-reason",
    ],
  ])("takes %s as a failure", (_, principal, name) => {
    expect(toldBy(kindsWith([watch("bg", principal)]))(record(name))).toEqual(["watch-bg-failed"]);
  });

  test.each([
    ["a user of the name in another account", "arn:aws:iam::111111111111:user/paul.berg"],
    ["a user whose name begins alike", "user/paul"],
    ["a role of the user's name", "role/paul.berg"],
  ])("does not take %s", (_, principal) => {
    const told = toldBy(kindsWith([watch("bg", principal)]));
    expect(told(record("iam-user-sign-in-without-mfa-alias-cookie-us-east-2"))).toEqual([
      "iam-user-sign-in-without-mfa",
    ]);
  });

  test.each([
    ["a change of who may sign in", "role/Admin", "sign-in-policy-change-deleted"],
    ["central root access", "role/RootAccessAdmin", "assume-root"],
    [
      "root's federated user",
      "arn:aws:sts::*:federated-user/nadia.haddad",
      "root-federation-sign-in",
    ],
    ["the question for an MFA code", "user/kenji.mori", "mfa-check-single-device-type"],
    ["a sign-in of a sort that AWS brings up", "user/paul.berg", "sign-in-event-nobody-has-seen"],
    ["a failed sign-in of a role, which has no name", "role/*A", "federated-sign-in-failure-saml"],
  ])("leaves %s where it is", (_, principal, name) => {
    const [plain] = toldBy(kindsWith([]))(record(name));
    expect(toldBy(kindsWith([watch("bg", principal)]))(record(name))).toEqual([plain]);
  });

  test("has no kind in which a flood that anybody can cause would hide what takes credentials", () => {
    const kinds = kindsWith([watch("bg", "user/break-glass", "role/BreakGlass")]).filter(isOfWatch);
    const causes = kinds.map(({ name, parts = [] }) => [
      name,
      ...new Set(parts.map(({ causedBy }) => causedBy)),
    ]);
    expect(causes).toEqual([
      ["watch-bg", "signed-in"],
      ["watch-bg-failed", "anybody"],
    ]);
  });

  test("leaves programs where they are if it says so", () => {
    const kinds = kindsWith([{ ...watch("bg", "role/Developer"), programs: false }]);
    expect(toldBy(kinds)(record("cli-sign-in-token-created"))).toEqual(["cli-sign-in"]);
  });

  test("has the words of the kind that it takes an event from, and its own note", () => {
    const note = "Runbook: https://wiki.example.com/break-glass";
    const kinds = kindsWith([{ ...watch("bg", "user/haruka.sato"), note }]);
    const kind = kinds.find(({ name }) => name === "watch-bg");
    const event = record("iam-user-without-mfa-right-password");
    const mail = kind && mailOf(kind, event);
    expect(mail).toContain("IAM user haruka.sato signed in to 333333333333 without MFA — Success");
    expect(mail).toContain(`\nAlert: watch-bg (critical)\nNote: ${note}\n`);
  });

  test("changes nothing in the forwarders but the kinds that it needs", () => {
    const forwarded = (principal: string) =>
      forwarderPattern(kindsWith([watch("bg", principal)]).filter(isOfWatch));
    expect(forwarded("user/a")).toEqual(forwarded("arn:aws:iam::111111111111:user/b*"));
    expect(JSON.stringify(forwarded("user/nobody-else"))).not.toContain("nobody-else");
  });
});

test("any number of roles of any account can be watched, and a few where role switches are told", () => {
  const roles = Array.from({ length: 20 }, (_, i) => `role/r${i}`);
  const rulesOf = (kinds: ReturnType<typeof kindsWith>, name: string) =>
    kinds.filter((kind) => kind.name === name).flatMap((kind) => alertRulesOf(kind, {}));
  const many = kindsWith([watch("bg", ...roles)]);
  expect(rulesOf(many, "watch-bg").length).toBeLessThan(16);
  expect(() => rulesOf(many, "role-switch")).toThrow(/wildcards are too complex/);
  const some = kindsWith([watch("bg", ...roles.slice(0, 4))]);
  expect(rulesOf(some, "role-switch")).toHaveLength(1);
});

test("nobody is sought among role switches who cannot switch", () => {
  const kinds = kindsWith([watch("bg", "role/AWSReservedSSO_Admin_*")]);
  expect(kinds.find(({ name }) => name === "role-switch")?.watched).toBeUndefined();
});

describe("principals in full", () => {
  test("take no rule with a wildcard, be it of an account or of any", () => {
    const kinds = kindsWith([
      watch("a", "arn:aws:iam::111111111111:user/a", "arn:aws:iam::111111111111:role/b"),
      watch("c", "user/c"),
    ]);
    const before = kindsWith([]).flatMap((kind) => alertRulesOf(kind, {}));
    const after = kinds.flatMap((kind) => alertRulesOf(kind, {}));
    const count = (rules: typeof before) => rules.filter(({ pattern }) => hasWildcards(pattern));
    expect(count(after).length).toBe(count(before).length);
  });
});

test.each([
  ["a name with a capital", [watch("Break", "user/a")], /'name' must be/],
  ["a name for failures", [watch("a-failed", "user/a")], /'name' must be/],
  ["a name twice", [watch("a", "user/a"), watch("a", "user/b")], /of one watch, got twice: a/],
  ["a note with a quote", [{ ...watch("a", "user/a"), note: '"' }], /'note' of a must be/],
  ["root", [watch("a", "arn:aws:iam::111111111111:root")], /'principals' of a must be .*:root$/],
  ["everybody", [watch("a", "*")], /'principals' of a must be .* got: \*$/],
  ["half of Identity Center's roles", [watch("a", "role/AWS*")], /got: role\/AWS\*$/],
  [
    "an overlap",
    [watch("a", "user/bob"), watch("b", "arn:aws:iam::111111111111:user/b*")],
    /'principals' must not overlap: user\/bob and arn:aws:iam::111111111111:user\/b\*/,
  ],
])("a program's watches fail with %s", (_, some, message) => {
  expect(() => catalogWith(some)).toThrow(RangeError);
  expect(() => catalogWith(some)).toThrow(message);
});
