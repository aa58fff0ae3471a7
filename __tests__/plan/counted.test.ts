import { optInRegions } from "../../src/aws";
import { alertRulesOf, catalog } from "../../src/catalog";
import { checkConfiguration, type ConfigurationDraft } from "../../src";

const sound: ConfigurationDraft = {
  organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
  hub: { account: "111111111111", region: "eu-central-1" },
  accounts: [{ id: "111111111111", name: "management" }],
};
const recipients = ["security@example.com"];

function problemsOf(change: ConfigurationDraft): readonly string[] {
  return checkConfiguration({ ...sound, ...change }).map(({ problem }) => problem);
}

test("routes that are limited by severity count with the rules that are created for them", () => {
  const routes = Array.from({ length: 27 }, (_, i) => ({
    name: `route-${i}`,
    minSeverity: "critical" as const,
    recipients,
  }));
  expect(problemsOf({ routes })).toEqual([]);
});

test("metric filters are counted where sign-ins are counted, and nowhere else", () => {
  const accounts = Array.from({ length: 900 }, (_, i) => ({
    id: String(111_111_111_111 + i),
    name: `account ${i}`,
    optInRegions: optInRegions("aws").filter((_, at) => (i + at) % 2 === 0),
  }));
  const [problem] = problemsOf({ accounts, recipients });
  expect(problem).toMatch(/would have \d{3} metric filters/);
  expect(problemsOf({ accounts, recipients, logAlarms: { uncovered: false } })).toEqual([]);
  const trail = { type: "create", logRetentionDays: 0 } as const;
  expect(problemsOf({ accounts, recipients, trail })).toEqual([]);
});

test("the name of a route is as long as the rules of its own kinds let it be", () => {
  // A second rule of a kind has a longer name.
  const on = catalog.filter((kind) => kind.onByDefault && alertRulesOf(kind, {}).length === 1);
  const [short = ""] = on.map(({ name }) => name).sort((a, b) => a.length - b.length);
  const name = "r".repeat(64 - `signin-alerts-${short}-`.length);
  expect(problemsOf({ routes: [{ name, kinds: [short], recipients }] })).toEqual([]);
  expect(problemsOf({ routes: [{ name, recipients }] })).toEqual([
    expect.stringMatching(/^the rule name would have \d+ characters/),
  ]);
});

test("addresses and functions that differ by capitals are two, mailboxes are one", () => {
  const urls = ["https://example.com/A", "https://example.com/a"];
  expect(problemsOf({ recipients: [...recipients, ...urls] })).toEqual([]);
  expect(problemsOf({ recipients: [...recipients, "Security@example.com"] })).toEqual([
    "this address is named twice",
  ]);
});

test("an archive has a shorter name than anything else, and none where there is no archive", () => {
  const change: ConfigurationDraft = {
    namePrefix: "p".repeat(49),
    kinds: Object.fromEntries(catalog.map(({ name }) => [name, "off"] as const)),
    trail: { type: "existing" },
    heartbeat: { hours: 0 },
    recipients,
  };
  const only = { ...change, kinds: { ...change.kinds, "root-sign-in": "on" } } as const;
  expect(problemsOf(only)).toEqual(["the archive name would have 49 characters"]);
  const hub = { ...sound.hub, archiveDays: 0 };
  expect(problemsOf({ ...only, hub })).toEqual([]);
});

test("the rule that AWS makes for an archive counts", () => {
  const on = catalog.filter((kind) => kind.onByDefault && alertRulesOf(kind, {}).length === 1);
  const [kind = ""] = on.map(({ name }) => name);
  const routes = Array.from({ length: 299 }, (_, i) => ({
    name: `r${i}`,
    kinds: [kind],
    recipients,
  }));
  const others = catalog.filter(({ name, onByDefault }) => onByDefault && name !== kind);
  const acceptUnrouted = [{ kinds: others.map(({ name }) => name), reason: "none" }];
  const change = { routes, acceptUnrouted };
  expect(problemsOf(change)).toEqual([expect.stringMatching(/would have 301 rules/)]);
  expect(problemsOf({ ...change, hub: { ...sound.hub, archiveDays: 0 } })).toEqual([]);
});
