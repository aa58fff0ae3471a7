import { checkConfiguration, type ConfigurationDraft } from "../../src/stacks";

const sound = {
  organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
  hub: { account: "111111111111", region: "eu-central-1" },
  accounts: [
    { id: "111111111111", name: "management" },
    { id: "222222222222", name: "payments", organizationalUnit: "ou-ab12-c3d4e5f6" },
  ],
  rollout: { type: "stack-set", organizationalUnits: ["ou-ab12-c3d4e5f6"] },
  recipients: ["security@example.com"],
} as const;
const emails = [{ name: "security", address: "security@example.com" }];

function problemsOf(change: ConfigurationDraft): readonly string[] {
  return checkConfiguration({ ...sound, ...change }).map(
    ({ path, problem }) => `${path.join(".")}: ${problem}`,
  );
}

type Settings = NonNullable<ConfigurationDraft["userNotifications"]>;

test.each<[string, Settings]>([
  ["an account with a stack of its own", { accounts: ["management"] }],
  ["regions of the partition, with opt-in too", { hubRegions: ["us-east-1", "eu-south-1"] }],
  ["no hub at all", { hubRegions: [] }],
])("notifications may have %s", (_, settings) => {
  expect(problemsOf({ userNotifications: { emails, ...settings } })).toEqual([]);
});

test.each<[string, Settings, RegExp]>([
  [
    "an account of a stack set",
    { accounts: ["payments"] },
    /^userNotifications.accounts.0: a stack set/,
  ],
  [
    "an account that there is not",
    { accounts: ["other"] },
    /accounts.0: this matches no account of the list/,
  ],
  [
    "no account",
    { accounts: [] },
    /^userNotifications.accounts: .* would have no effect: no account/,
  ],
  ["an unknown region", { hubRegions: ["eu-central"] }, /hubRegions.0: AWS has no region/],
  ["a region elsewhere", { hubRegions: ["cn-north-1"] }, /hubRegions.0: .* partition aws-cn/],
  ["a region twice", { hubRegions: ["us-east-1", "us-east-1"] }, /hubRegions.1: .* named twice/],
])("fails for notifications of %s", (_, settings, problem) => {
  expect(problemsOf({ userNotifications: { emails, ...settings } })).toEqual([
    expect.stringMatching(problem),
  ]);
});

test("fails for notifications of nothing but read-only events", () => {
  const routes = [{ name: "cli", kinds: ["cli-sign-in"], recipients: ["security@example.com"] }];
  const { recipients, ...organization } = sound;
  const draft = {
    ...organization,
    kinds: { "cli-sign-in": "on" },
    userNotifications: { emails },
  } as const;
  expect(checkConfiguration({ ...draft, recipients })).toEqual([]);
  expect(checkConfiguration({ ...draft, routes }).map(({ path }) => path)).toEqual([
    ["userNotifications"],
  ]);
});

test.each(["us-gov-west-1", "cn-north-1"])("fails for chat and notifications in %s", (region) => {
  const slack = { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" };
  const problems = checkConfiguration({
    ...sound,
    hub: { account: "111111111111", region },
    regions: [region],
    routes: [{ name: "chat", slack }],
    userNotifications: { emails },
  }).filter(({ problem }) => problem.startsWith("AWS does not offer this service"));
  expect(problems.map(({ path }) => path)).toEqual([["routes", 0, "slack"], ["userNotifications"]]);
});

test("fails for two routes to one team, however its id is written", () => {
  const teamId = "0a1b2c3d-0000-1111-2222-333344446666";
  const teams = { tenantId: teamId, teamId, channelId: "19%3aabcdef%40thread.tacv2" };
  const change = (second: string): ConfigurationDraft => ({
    recipients: undefined,
    operations: { recipients: ["security@example.com"] },
    routes: [
      { name: "a", kinds: ["root-sign-in"], teams },
      { name: "b", teams: { ...teams, teamId: second } },
    ],
  });
  expect(problemsOf(change(teamId.toUpperCase()))).toEqual([
    expect.stringMatching(/^routes.1.teams.teamId: routes\[0\] notifies this team already/),
  ]);
  expect(problemsOf(change(teamId.replace("6666", "7777")))).toEqual([]);
});
