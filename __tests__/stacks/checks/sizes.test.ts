import { checkConfiguration, type ConfigurationDraft } from "../../../src/stacks";
import { busPolicy } from "../../../modules/alert-hub/bus-policy";
import { alertRulesOf, catalog, findKind } from "../../../src/catalog";
import { is } from "../../../src/catalog/event-set";

const sound: ConfigurationDraft = {
  organization: { id: "o-a1b2c3d4e5", managementAccount: "111111111111" },
  hub: { account: "111111111111", region: "eu-central-1" },
  accounts: [{ id: "111111111111", name: "management" }],
  recipients: ["security@example.com"],
};

const routes = (count: number) => {
  const all = Array.from({ length: count }, (_, i) => ({
    name: `route-${i}`,
    recipients: ["security@example.com"],
  }));
  return { ...sound, recipients: undefined, routes: all };
};

test("fails for more rules than an event bus holds, with both numbers and the way out", () => {
  const kinds = catalog
    .filter(({ onByDefault }) => onByDefault)
    .flatMap((kind) => alertRulesOf(kind, {})).length;
  const most = Math.floor((300 - 2) / kinds);
  expect(checkConfiguration(routes(most))).toEqual([]);
  const [problem] = checkConfiguration(routes(most + 1));
  expect(problem?.problem).toContain(`would have ${(most + 1) * kinds + 2} rules`);
  expect(problem?.allowed).toBe("at most 300 rules on an event bus in eu-central-1");
  expect(problem?.fix).toMatch(/fewer kinds/);
});

test("fails for a hundred rules on a bus in a region with a smaller quota", () => {
  const hub = { account: "111111111111", region: "eu-south-1" };
  const problems = checkConfiguration({ ...routes(10), hub });
  expect(problems.map(({ allowed }) => allowed)).toContain(
    "at most 100 rules on an event bus in eu-south-1",
  );
});

test("fails for more than a thousand account stacks, and names the rollout by StackSets", () => {
  const accounts = Array.from({ length: 1001 }, (_, i) => ({
    id: String(111_111_111_111 + i),
    name: `account ${i}`,
  }));
  const [problem, ...others] = checkConfiguration({ ...sound, accounts });
  expect(others).toEqual([]);
  expect(problem?.problem).toMatch(/1001 account stacks/);
  expect(problem?.fix).toMatch(/type: stack-set/);
  expect(checkConfiguration({ ...sound, accounts: accounts.slice(0, 1000) })).toEqual([]);
});

test("fails for a bus policy of more than 10,240 characters", () => {
  const kind = findKind("root-sign-in");
  if (!kind) throw new Error("the catalog has no root-sign-in");
  const values = Array.from({ length: 400 }, (_, i) => `a source with a long name ${i}`);
  const many = { ...kind, events: [{ source: is(...values) }] };
  const props = {
    place: { account: "222222222222", region: "eu-central-1" },
    organizationId: "o-a1b2c3d4e5",
    namePrefix: "signin-alerts",
  };
  expect(() => busPolicy(props, [many])).toThrow(/has 1\d{4} characters, at most 10240/);
  expect(() => busPolicy(props, [kind])).not.toThrow();
});

test("fails for a move to the strategy that the accounts have", () => {
  const [problem] = checkConfiguration({ ...sound, movedFrom: "provider-per-region" });
  expect(problem?.path).toEqual(["movedFrom"]);
  expect(problem?.fix).toMatch(/remove/);
  expect(
    checkConfiguration({
      ...sound,
      regionStrategy: "region-argument",
      movedFrom: "provider-per-region",
    }),
  ).toEqual([]);
});

test("fails for a retired region that is covered, unknown or named twice", () => {
  const retired = (retiredRegions: readonly string[]) =>
    checkConfiguration({
      ...sound,
      accounts: [{ id: "111111111111", name: "management", retiredRegions }],
    }).map(({ problem }) => problem);
  expect(retired(["eu-south-1"])).toEqual([]);
  expect(retired(["eu-west-1"])).toEqual(["this region is still covered"]);
  expect(retired(["mars"])).toEqual([
    "AWS has no region of this name, as far as this version knows",
  ]);
  expect(retired(["eu-south-1", "eu-south-1"])).toEqual(["this region is named twice"]);
});
