import type { SignInAlertsProps } from "../../src/config";
import { differencesOf, followed } from "../../src/discovery/compare";
import {
  active,
  configured,
  denied,
  discovered,
  HUB,
  JOINED,
  known,
  MANAGEMENT,
  MEMBER,
  OTHER_UNIT,
  regionsWith,
  UNIT,
  type Said,
} from "./live-organization";

const usual = configured().accounts.map(({ id, name }) => active(id, name));

function compared(change: Partial<SignInAlertsProps>, said: Said) {
  const configuration = configured(change);
  const result = discovered(configuration, said);
  const follows = followed(configuration, result);
  return {
    differences: differencesOf(configuration, result),
    next: follows.configuration,
    settled: follows.settled.map(({ kind }) => kind),
    left: follows.left,
  };
}

test("a configuration that says what AWS says has no difference", () => {
  expect(compared({}, {})).toMatchObject({ differences: [], settled: [], left: [] });
});

test("an account that joined is added with its opt-in regions and the tags in use", () => {
  const { differences, next, left } = compared(
    { accounts: configured().accounts.map((each) => ({ ...each, tags: { env: "prod" } })) },
    {
      accounts: [...usual, active(JOINED, "payments-dev")],
      details: {
        [JOINED]: {
          regions: known(regionsWith("eu-south-1", "xy-nowhere-1")),
          tags: known({ env: "dev", "cost-center": "42" }),
        },
      },
    },
  );
  expect(differences).toMatchObject([{ kind: "account-new", account: JOINED }]);
  expect(next.accounts.at(-1)).toEqual({
    id: JOINED,
    name: "payments-dev",
    tags: { env: "dev" },
    optInRegions: ["eu-south-1"],
    newRegions: ["xy-nowhere-1"],
  });
  expect(left).toEqual([]);
});

test("a name that an account has already gets the id behind it", () => {
  const { next } = compared({}, { accounts: [...usual, active(JOINED, "payments")] });
  expect(next.accounts.at(-1)).toEqual({ id: JOINED, name: `payments-${JOINED}` });
});

test.each([
  ["by its id", { accounts: [JOINED] }, {}],
  ["by its unit", { organizationalUnits: [OTHER_UNIT] }, { [OTHER_UNIT]: known([JOINED]) }],
])("an account that is left out on purpose, %s, is no difference", (_, entry, units) => {
  const { differences } = compared(
    { acceptUncovered: [{ ...entry, reason: "no people" }] },
    { accounts: [...usual, active(JOINED, "sandbox")], units },
  );
  expect(differences).toEqual([]);
});

test("of a unit that could not be read nothing is concluded", () => {
  const { differences } = compared(
    { acceptUncovered: [{ organizationalUnits: [OTHER_UNIT], reason: "no people" }] },
    { accounts: [...usual, active(JOINED, "sandbox")], units: { [OTHER_UNIT]: denied } },
  );
  expect(differences).toEqual([]);
});

test.each([
  ["SUSPENDED", "account-closed"],
  ["PENDING_CLOSURE", "account-closed"],
  ["CLOSED", "account-closed"],
])("an account that is %s leaves the list", (state, kind) => {
  const said = { accounts: [...usual.slice(0, 2), { id: MEMBER, name: "payments", state }] };
  const { differences, next, left } = compared({}, said);
  expect(differences).toMatchObject([{ kind, account: MEMBER }]);
  expect(next.accounts.map(({ id }) => id)).toEqual([MANAGEMENT, HUB]);
  expect(left).toEqual([]);
});

test("an account that is not in the organization leaves the list, unless it is the hub", () => {
  const { next, left } = compared({}, { accounts: usual.slice(0, 1) });
  expect(next.accounts.map(({ id }) => id)).toEqual([MANAGEMENT, HUB]);
  expect(left).toMatchObject([
    { kind: "account-gone", account: HUB, fix: "it is hub.account: name another account there" },
  ]);
});

test("an account that a route names stays for a person to decide", () => {
  const routes = [
    { name: "pay", accounts: [MEMBER], recipients: ["pay@example.com"] },
    { name: "all", recipients: ["security@example.com"] },
  ];
  const configuration = configured({ routes });
  const { recipients, ...without } = configuration;
  expect(recipients).toBeDefined();
  const follows = followed(without, discovered(without, { accounts: usual.slice(0, 2) }));
  expect(follows.edits).toEqual([]);
  expect(follows.left).toMatchObject([{ kind: "account-gone", account: MEMBER }]);
});

test("an opt-in region is covered when it is enabled, and no longer when it is disabled", () => {
  const [management, hub, member] = configured().accounts;
  const accounts = [management, hub, { ...member, optInRegions: ["af-south-1"] }];
  const { differences, next, left } = compared({ accounts } as Partial<SignInAlertsProps>, {
    details: { [MEMBER]: { regions: known(regionsWith("eu-south-1")) } },
  });
  expect(differences).toMatchObject([
    { kind: "region-enabled", account: MEMBER, region: "eu-south-1" },
    { kind: "region-disabled", account: MEMBER, region: "af-south-1" },
  ]);
  expect(next.accounts[2]).toEqual({ id: MEMBER, name: "payments", optInRegions: ["eu-south-1"] });
  expect(left).toEqual([]);
});

test("a region that is being enabled, is accepted, or is not known is no difference", () => {
  const details = {
    [MANAGEMENT]: { regions: denied },
    [HUB]: { regions: known(new Map([...regionsWith(), ["eu-south-1", "ENABLING"]])) },
    [MEMBER]: { regions: known(regionsWith("eu-south-2")) },
  };
  expect(compared({ acceptMissingRegions: ["eu-south-2"] }, { details }).differences).toEqual([]);
});

test("regions without opt-in that a list leaves out are no difference", () => {
  const regions = ["us-east-1", "us-east-2", "us-west-2", "eu-north-1", "ap-southeast-2"];
  expect(compared({ regions }, {}).differences).toEqual([]);
});

test("a tag that the configuration uses follows AWS, another is left alone", () => {
  const [management, hub, member] = configured().accounts;
  const accounts = [management, hub, { ...member, tags: { env: "dev", mine: "yes" } }];
  const { differences, next } = compared({ accounts } as Partial<SignInAlertsProps>, {
    details: { [MEMBER]: { tags: known({ env: "prod", team: "a" }) } },
  });
  expect(differences).toMatchObject([{ kind: "tag-changed", account: MEMBER }]);
  expect(next.accounts[2]?.tags).toEqual({ env: "prod", mine: "yes" });
});

test("the management account is the one that AWS names", () => {
  const { next, settled } = compared({}, { managementAccount: HUB });
  expect(settled).toEqual(["management-account"]);
  expect(next.organization.managementAccount).toBe(HUB);
});

describe("with a stack set", () => {
  const rollout = { type: "stack-set", organizationalUnits: [UNIT, OTHER_UNIT] } as const;
  const inUnit = configured().accounts.map((account) =>
    account.id === MEMBER ? { ...account, organizationalUnit: UNIT } : account,
  );
  const units = { [UNIT]: known([MEMBER]), [OTHER_UNIT]: known([]) };

  test("an account that joins a unit is covered, and counted", () => {
    const { differences, next, left } = compared(
      { accounts: inUnit, rollout },
      {
        accounts: [...usual, active(JOINED, "dev")],
        units: { ...units, [OTHER_UNIT]: known([JOINED]) },
      },
    );
    expect(differences).toMatchObject([{ kind: "unit-count" }]);
    expect(next.rollout).toEqual({ ...rollout, accounts: 2 });
    expect(left).toEqual([]);
  });

  test("an account that moves to another unit says so", () => {
    const { next, settled, left } = compared(
      { accounts: inUnit, rollout },
      { units: { [UNIT]: known([]), [OTHER_UNIT]: known([MEMBER]) } },
    );
    expect(settled).toEqual(["account-moved"]);
    expect(next.accounts[2]?.organizationalUnit).toBe(OTHER_UNIT);
    expect(left).toEqual([]);
  });

  test("an account that leaves the units gets a stack of its own, with its regions", () => {
    const { next, left } = compared(
      { accounts: inUnit, rollout },
      {
        units: { [UNIT]: known([]), [OTHER_UNIT]: known([]) },
        details: { [MEMBER]: { regions: known(regionsWith("eu-south-1")) } },
      },
    );
    expect(next.accounts[2]).toEqual({
      id: MEMBER,
      name: "payments",
      optInRegions: ["eu-south-1"],
    });
    expect(left).toEqual([]);
  });

  test("an account that a unit takes in gives its own stack up", () => {
    const { next, settled } = compared({ rollout }, { units });
    expect(settled).toEqual(["account-moved"]);
    expect(next.accounts[2]?.organizationalUnit).toBe(UNIT);
  });

  test("an opt-in region of all accounts of the units is added, one of some is for a person", () => {
    const said = (...regions: readonly string[]): Said => ({
      accounts: [...usual, active(JOINED, "dev")],
      units: { [UNIT]: known([MEMBER, JOINED]), [OTHER_UNIT]: known([]) },
      details: {
        [MEMBER]: { regions: known(regionsWith("eu-south-1")) },
        [JOINED]: { regions: known(regionsWith(...regions)) },
      },
    });
    const change = { accounts: inUnit, rollout: { ...rollout, accounts: 2 } };
    expect(compared(change, said("eu-south-1")).next.rollout).toMatchObject({
      optInRegions: ["eu-south-1"],
    });
    const { left, settled } = compared(change, said());
    expect(settled).toEqual([]);
    expect(left).toMatchObject([{ kind: "region-enabled", region: "eu-south-1" }]);
  });

  test("a unit that does not exist, and an administrator that is none, are for a person", () => {
    const { left } = compared(
      { accounts: inUnit, rollout: { ...rollout, account: HUB } },
      {
        units: { ...units, [OTHER_UNIT]: { state: "missing" } },
        administrators: { "member.org.stacksets.cloudformation.amazonaws.com": known([]) },
      },
    );
    expect(left).toMatchObject([
      { kind: "unit-missing", organizationalUnit: OTHER_UNIT },
      { kind: "administrator-missing", account: HUB },
    ]);
  });

  test("units that could not be read move and count nothing", () => {
    const said = { units: { [UNIT]: denied, [OTHER_UNIT]: denied } };
    expect(compared({ accounts: inUnit, rollout }, said).differences).toEqual([]);
  });
});
