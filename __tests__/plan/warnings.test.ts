import { App } from "cdktf";
import { catalog } from "../../src/catalog";
import { resolve } from "../../src/plan";
import {
  SignInAlerts,
  type AcceptUnrouted,
  type Route,
  type SignInAlertsProps,
} from "../../src/stacks";
import { example } from "../stacks/example-organization";
import { MANAGEMENT } from "./accounts";

const organization = {
  ...example,
  recipients: undefined,
  accounts: example.accounts.map((account) =>
    account.id === MANAGEMENT ? { ...account, roleName: "none" } : account,
  ),
} as unknown as SignInAlertsProps;
const recipients = ["security@example.com"];
const advice =
  "; name them in a route, or give the reason in acceptUnrouted, for coverage fails otherwise";

function propsWith(routes: readonly Route[]): SignInAlertsProps {
  return {
    ...organization,
    kinds: Object.fromEntries(catalog.map(({ name }) => [name, "on" as const])),
    routes,
  };
}

const twice = (warnings: readonly string[]) =>
  warnings.filter((text) => text.includes("notified twice"));

test("a recipient whom two routes notify of one event is a warning", () => {
  const overlapping = propsWith([
    { name: "a", kinds: ["root-sign-in", "assume-root"], recipients },
    { name: "b", kinds: ["root-sign-in"], recipients },
    {
      name: "c",
      kinds: ["root-sign-in"],
      accounts: ["111111111111"],
      recipients: ["c@example.com"],
    },
    {
      name: "d",
      kinds: ["root-sign-in"],
      accounts: ["222222222222"],
      recipients: ["c@example.com"],
    },
  ]);
  expect(twice(resolve(overlapping).warnings)).toEqual([
    "security@example.com is notified twice of root-sign-in: by the routes a and b",
  ]);
});

test("a mailbox in other capitals, and a topic of two routes, are notified twice; other URLs are not", () => {
  const theirs = "arn:aws:sns:eu-central-1:222222222222:theirs";
  const props = propsWith([
    { name: "a", kinds: ["root-sign-in"], recipients: ["a@example.com", "https://example.com/a"] },
    { name: "b", kinds: ["root-sign-in"], recipients: ["A@Example.com", "https://example.com/A"] },
    { name: "c", kinds: ["root-sign-in"], topicArn: theirs },
    { name: "d", kinds: ["root-sign-in"], topicArn: theirs },
  ]);
  const { warnings, hub } = resolve(props);
  expect(twice(warnings)).toEqual([
    "a@example.com is notified twice of root-sign-in: by the routes a and b",
    `${theirs} is notified twice of root-sign-in: by the routes c and d`,
  ]);
  expect(hub.operations).toMatchObject({
    subscribed: [
      { address: "a@example.com" },
      { url: "https://example.com/a" },
      { url: "https://example.com/A" },
    ],
  });
});

test("a management account that is left to the default role is a warning", () => {
  const warningsFor = (own: string | undefined, roleName?: string) =>
    resolve({
      ...organization,
      recipients,
      ...(roleName !== undefined && { roleName }),
      accounts: [
        { id: MANAGEMENT, name: "management", ...(own !== undefined && { roleName: own }) },
        { id: "222222222222", name: "security-tooling" },
      ],
    }).warnings;
  expect(warningsFor(undefined)).toEqual([
    expect.stringContaining(`the management account ${MANAGEMENT} has no role Organization`),
  ]);
  expect(warningsFor("none")).toEqual([]);
  expect(warningsFor(undefined, "deployer")).toEqual([]);
});

/** All kinds off but two. */
const twoKinds = Object.fromEntries(
  catalog.map(({ name }) => [
    name,
    ["root-sign-in", "assume-root"].includes(name) ? ("on" as const) : ("off" as const),
  ]),
);

test("events of which no route notifies are a warning, by accounts", () => {
  const [first = "", second = "", ...others] = example.accounts.map(({ name }) => name);
  const warnings = (routes: readonly Route[], acceptUnrouted: readonly AcceptUnrouted[] = []) =>
    resolve({ ...organization, kinds: twoKinds, routes, acceptUnrouted }).warnings.filter((text) =>
      text.startsWith("no recipient"),
    );
  expect(
    warnings([
      { name: "a", kinds: ["root-sign-in", "assume-root"], accounts: [first], recipients },
      { name: "b", kinds: ["assume-root"], accounts: [second], recipients },
    ]),
  ).toEqual([
    `no recipient is notified of root-sign-in in ${second}: no route names them`,
    `no recipient is notified of root-sign-in, assume-root in ${others.join(", ")}: no route names them${advice}`,
  ]);
  const urgent = [{ name: "a", kinds: ["root-sign-in"], recipients }] as const;
  const accepted = { kinds: ["assume-root"], accounts: [first], reason: "a test" };
  expect(warnings(urgent, [accepted])).toEqual([
    `no recipient is notified of assume-root in ${[second, ...others].join(", ")}: no route names them${advice}`,
  ]);
  expect(warnings(urgent, [{ ...accepted, accounts: ["*"] }])).toEqual([]);
  const rest = { name: "rest", minSeverity: "info", recipients } as const;
  expect(warnings([{ name: "a", accounts: [first], recipients }, rest])).toEqual([]);
});

test("accounts of a unit that are not listed are named by no route of some accounts", () => {
  const [first = ""] = example.accounts.map(({ name }) => name);
  const { warnings } = resolve({
    ...organization,
    kinds: twoKinds,
    acceptUnrouted: [{ kinds: ["assume-root"], reason: "a test" }],
    accounts: organization.accounts.slice(0, 1),
    rollout: { type: "stack-set", organizationalUnits: ["ou-ab12-c3d4e5f6"] },
    routes: [{ name: "a", kinds: ["root-sign-in"], accounts: [first], recipients }],
  });
  expect(warnings).toEqual([
    `no recipient is notified of root-sign-in in unlisted accounts of ou-ab12-c3d4e5f6: no route names them${advice}`,
  ]);
});

test("cdktf shows each warning, in the app and in any other program", () => {
  const props = propsWith([
    { name: "all", recipients },
    { name: "critical", minSeverity: "critical", recipients },
  ]);
  const { hub } = new SignInAlerts(new App(), "signin-alerts", props);
  const [warning] = resolve(props).warnings;
  expect(warning).toContain("security@example.com is notified twice of root-sign-in");
  expect(hub.node.metadata).toEqual([{ type: "@cdktf/warn", data: warning }]);
});

const phones = (routes: readonly Route[]) =>
  resolve(propsWith(routes)).warnings.filter((text) => text.includes("phones"));

test("phones that are notified of what anybody can cause, and of more, are a warning: they share one limit", () => {
  const phone = { recipients: ["+491701234567"] };
  const [warning, ...others] = phones([{ name: "all", ...phone }]);
  expect(warning).toMatch(
    /anybody on the internet can cause \(root-sign-in-failed, .*root-sign-in,/u,
  );
  expect(others).toEqual([]);
  const apart = [
    { name: "phones", kinds: ["root-sign-in"], ...phone },
    { name: "other-phones", kinds: ["failed-sign-in"], recipients: ["+491701234568"] },
  ] as const satisfies readonly Route[];
  expect(phones(apart)).toHaveLength(1);
});

test("phones that are notified of one of the two alone, and mailboxes, are no warning", () => {
  const phone = { recipients: ["+491701234567"] };
  expect(phones([{ name: "root", kinds: ["root-sign-in"], ...phone }])).toEqual([]);
  expect(phones([{ name: "failures", kinds: ["failed-sign-in"], ...phone }])).toEqual([]);
  expect(phones([{ name: "mail", recipients }])).toEqual([]);
});
