import { resolve } from "../../src/plan";
import {
  checkConfiguration,
  type ConfigurationDraft,
  type SignInAlertsProps,
} from "../../src/stacks";
import { organizationWith } from "../coverage/small-organization";
import { problemsOf as problemsOfFile, withProblem } from "./faulty-file";

const today = new Date("2026-11-21T12:00:00Z");
const recipients = ["security@example.com"];

function problemsIn(keys: ConfigurationDraft): readonly string[] {
  const { recipients: everybody, ...rest } = organizationWith({});
  const draft: ConfigurationDraft = {
    ...rest,
    ...(!keys.routes && { recipients: everybody }),
    ...keys,
  };
  return checkConfiguration(draft, today).map(
    ({ path, problem, fix }) => `${path.join(".")}: ${problem}; ${fix}`,
  );
}

type Watches = NonNullable<SignInAlertsProps["watch"]>;

const entry = (name: string, ...principals: readonly string[]) => ({ name, principals });

test.each<[string, Watches]>([
  ["a user of any account", [entry("a", "user/break-glass")]],
  ["a user of one account", [entry("a", "arn:aws:iam::111111111111:user/ops/break-glass")]],
  ["a role of any account", [entry("a", "role/BreakGlass")]],
  ["a role as AWS shows its sessions", [entry("a", "arn:aws:sts::*:assumed-role/BreakGlass/*")]],
  ["one session", [entry("a", "arn:aws:sts::*:assumed-role/BreakGlass/alice@example.com")]],
  [
    "a permission set of Identity Center",
    [entry("a", "arn:aws:iam::*:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Admin_*")],
  ],
  ["a federated user", [entry("a", "arn:aws:sts::*:federated-user/carol")]],
  ["a user and a role of one name", [entry("a", "user/break-glass", "role/break-glass")]],
  [
    "one name in two accounts by two watches",
    [
      entry("a", "arn:aws:iam::111111111111:user/b"),
      entry("b", "arn:aws:iam::222222222222:user/b"),
    ],
  ],
])("%s can be watched", (_, watch) => {
  expect(problemsIn({ watch })).toEqual([]);
});

test("a watch is critical and watches programs unless it says otherwise", () => {
  const plan = resolve(organizationWith({ watch: [entry("break-glass", "user/a")] }));
  const kind = plan.kinds.find(({ name }) => name === "watch-break-glass");
  expect(kind?.severity).toBe("critical");
  expect(plan.trail.created?.logReadEvents).toBe(true);
});

test("a watch without programs needs no read-only events of the trail", () => {
  const watch = [{ ...entry("break-glass", "user/a"), programs: false }];
  expect(resolve(organizationWith({ watch })).trail.created?.logReadEvents).toBe(false);
});

test.each<[string, ConfigurationDraft, RegExp]>([
  [
    "root",
    { watch: [entry("a", "arn:aws:iam::111111111111:root")] },
    /^watch\.0\.principals\.0: this is the root user, .*; remove it/,
  ],
  ["root by its name", { watch: [entry("a", "root")] }, /this is the root user/],
  ["everybody", { watch: [entry("a", "*")] }, /this means everybody; write a name/],
  ["every user", { watch: [entry("a", "user/*")] }, /this means everybody/],
  [
    "a name alone",
    { watch: [entry("a", "break-glass")] },
    /whether it is a user or a role; write user\/break-glass or role\/break-glass/,
  ],
  [
    "a group",
    { watch: [entry("a", "arn:aws:iam::111111111111:group/x")] },
    /means no user, no role and no session/,
  ],
  ["an asterisk within a name", { watch: [entry("a", "user/br*k")] }, /means no user/],
  ["a short account id", { watch: [entry("a", "arn:aws:iam::1111:user/x")] }, /means no user/],
  [
    "an account that is not listed",
    { watch: [entry("a", "arn:aws:iam::999999999999:user/x")] },
    /the account 999999999999 is not in the list.*; write arn:aws:iam::\*:user\/x for any account/,
  ],
  [
    "another partition",
    { watch: [entry("a", "arn:aws-cn:iam::111111111111:user/x")] },
    /of the partition aws-cn.*; write arn:aws:iam::111111111111:user\/x/,
  ],
  ["nobody", { watch: [entry("a")] }, /^watch\.0\.principals: a watch is of 1 to 50 principals/],
  [
    "a principal twice",
    { watch: [entry("a", "user/x", "user/x")] },
    /^watch\.0\.principals\.1: this principal is named twice/,
  ],
  [
    "principals that overlap",
    { watch: [entry("a", "user/x*", "user/xy")] },
    /^watch\.0\.principals\.1: some sign-ins of this are of user\/x\* in watch\[0\] as well/,
  ],
  [
    "two watches that overlap",
    { watch: [entry("a", "role/x"), entry("b", "arn:aws:sts::*:assumed-role/x/alice")] },
    /^watch\.1\.principals\.0: some sign-ins of this are of role\/x in watch\[0\] as well/,
  ],
  [
    "a name twice",
    { watch: [entry("a", "user/x"), entry("a", "user/y")] },
    /^watch\.1\.name: this name is named twice/,
  ],
  [
    "the name of a kind",
    { watch: [entry("role-switch", "user/x")] },
    /^watch\.0\.name: an alert kind has this name/,
  ],
  [
    "a name with capitals",
    { watch: [entry("BreakGlass", "user/x")] },
    /^watch\.0\.name: this cannot be part/,
  ],
  [
    "a name that ends like a kind of failures",
    { watch: [entry("a-failed", "user/x")] },
    /^watch\.0\.name: this cannot be part/,
  ],
  [
    "a note with a quote",
    { watch: [{ ...entry("a", "user/x"), note: '"' }] },
    /^watch\.0\.note: .* "/,
  ],
  [
    "programs that an existing trail does not log",
    { watch: [entry("a", "user/x")], trail: { type: "existing" } },
    /^watch\.0\.programs: .* which the existing trail does not log; set programs: false/,
  ],
  [
    "an entry of ignore for somebody who is watched",
    {
      watch: [entry("a", "role/deployer")],
      ignore: [
        {
          principalArn: "arn:aws:sts::*:assumed-role/deployer/*",
          until: "2027-06-30",
          reason: "robots",
        },
      ],
    },
    /^ignore\.0\.principalArn: this principal is watched.*; remove the entry/,
  ],
  [
    "routes that name its kinds in part",
    {
      watch: [entry("a", "user/x")],
      routes: [{ name: "r", kinds: ["watch-a", "root-sign-in"], recipients }],
    },
    /^watch\.0\.name: no route notifies of watch-a-failed; add watch-a-failed to the kinds of a route/,
  ],
  [
    "a route for a watch that does not exist",
    {
      watch: [entry("glass", "role/x")],
      routes: [
        { name: "r", kinds: ["watch-glas"], recipients },
        { name: "s", recipients },
      ],
    },
    /^routes\.0\.kinds\.0: no watch has this kind.*; did you mean watch-glass\?/,
  ],
  [
    "a route for failures of a role",
    {
      watch: [entry("a", "role/x")],
      routes: [
        { name: "r", kinds: ["watch-a", "watch-a-failed"], recipients },
        { name: "s", recipients },
      ],
    },
    /^routes\.0\.kinds\.1: no watch has this kind; only a watch of users has a kind of failures; remove it/,
  ],
])("a watch fails with %s", (_, keys, problem) => {
  expect(problemsIn(keys)).toEqual([expect.stringMatching(problem)]);
});

test("a watch fails where its wildcards are more than an event bus holds", () => {
  const routes = ["a", "b", "c", "d", "e", "f"].map((name) => ({
    name,
    recipients: [`${name}@example.com`],
  }));
  const watch = [entry("a", "user/a*", "user/b", "arn:aws:iam::*:role/c*")];
  expect(problemsIn({ routes, watch })).toEqual([
    expect.stringMatching(
      /^watch\.0: \d+ rules of the hub would have wildcards, because of this watch/,
    ),
  ]);
});

test.each([
  ["no name", "- { principals: [user/a] }", /name is missing/],
  ["no principals", "- { name: a }", /principals is missing/],
  ["a text as the list of principals", "- { name: a, principals: user/a }", /make it a list/],
  [
    "a severity that does not exist",
    "- { name: a, principals: [user/a], severity: bad }",
    /severity does not accept/,
  ],
])("a file fails with a watch of %s", (_, watch, problem) => {
  const text = withProblem({ write: `watch:\n  ${watch}` });
  const found = problemsOfFile(text).map((each) => `${each.problem}; ${each.fix}`);
  expect(found).toEqual([expect.stringMatching(problem)]);
});

test("an entry of acceptUnrouted whose only kind no watch has goes, lest it be about every kind", () => {
  const acceptUnrouted = [
    { kinds: ["watch-gone"], reason: "a test" },
    { kinds: ["sso-sign-in"], reason: "a test" },
  ];
  const routes = [{ name: "a", kinds: ["root-sign-in"], recipients }];
  const [problem] = checkConfiguration({ routes, acceptUnrouted }, today).filter(
    ({ value }) => value === "watch-gone",
  );
  expect(problem?.edits).toEqual([{ path: ["acceptUnrouted", 0], remove: true }]);
});
