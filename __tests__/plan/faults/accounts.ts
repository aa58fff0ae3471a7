import { always, commercial, remove, rollout, set, unit, type CrossFieldFaults } from "./edits";

/** Accounts and regions that do not fit together. */
export const accountFaults: CrossFieldFaults = {
  checkListed: [
    always(set("hub.account", "222222222229")),
    always(set("hub.account", "987654321098")),
    always(set("organization.managementAccount", "987654321098")),
    always(set("trail", { type: "create", account: "987654321098" })),
    always(set("rollout", { ...rollout, account: "987654321098" })),
  ],
  checkUnits: [
    always(remove("rollout"), set("accounts.1.organizationalUnit", unit)),
    always(set("rollout", rollout), set("accounts.0.organizationalUnit", unit)),
    always(set("rollout", rollout), set("accounts.1.organizationalUnit", "ou-ab12-ffffffff")),
    always(
      set("rollout", rollout),
      set("accounts.1.organizationalUnit", unit),
      set("accounts.1.roleName", "deployer"),
    ),
  ],
  checkStackSet: [
    always(set("hub.region", "cn-north-1"), set("rollout", rollout)),
    ({ accounts }) => [
      set("rollout", { ...rollout, accounts: 1 }),
      set("accounts", [
        ...accounts,
        { id: "555555555555", name: "one", organizationalUnit: unit },
        { id: "666666666666", name: "two", organizationalUnit: unit },
      ]),
    ],
  ],
  checkRoot: [
    always(set("rollout", { type: "stack-set", organizationalUnits: ["r-ab12", unit] })),
    always(set("rollout", { type: "stack-set", organizationalUnits: ["r-ab12"] })),
  ],
  checkAcceptUncovered: [
    always(set("acceptUncovered", [{ reason: "a test" }])),
    ({ accounts: [one, two] }) => [
      set("acceptUncovered", [{ accounts: [one?.id, two?.id, "777777777777"], reason: "a test" }]),
    ],
    ({ accounts: [one] }) => [set("acceptUncovered", [{ accounts: [one?.id], reason: "a test" }])],
    always(
      set("rollout", rollout),
      set("acceptUncovered", [{ organizationalUnits: [unit], reason: "a test" }]),
    ),
  ],
  checkPartition: [
    always(set("hub.region", "eu-south-1")),
    always(set("regions.0", "us-gov-west-1"), set("hub.region", "eu-central-1")),
    always(set("regions", ["cn-north-1"]), set("hub.region", "eu-central-1")),
    always(set("regions.0", "af-south-1")),
    always(set("trail", { type: "create", homeRegion: "eu-south-1" })),
    always(set("accounts.0.regions", ["eu-south-1", "us-east-1"])),
    always(set("accounts.1.optInRegions", ["us-east-1"])),
    always(set("rollout", { ...rollout, optInRegions: ["eu-west-1"] })),
  ],
  checkNewRegions: [
    always(set("hub.region", "eu-central-1"), set("accounts.0.newRegions", ["us-gov-north-1"])),
    always(set("hub.region", "cn-north-1"), set("accounts.1.newRegions", ["cn-south-1"])),
  ],
  checkHubRegions: [
    always(
      set("userNotifications.emails", [{ name: "a", address: "a@example.com" }]),
      set("userNotifications.hubRegions", ["us-gov-west-1"]),
      set("hub.region", "eu-central-1"),
    ),
  ],
  checkRetired: [
    ({ hub }) => [
      set("accounts.0.retiredRegions", [hub.region]),
      set("accounts.0.regions", [hub.region]),
    ],
  ],
  checkCrossRegion: [
    always(set("hub.region", "us-gov-west-1"), set("regions", ["us-gov-west-1", "us-gov-east-1"])),
    always(set("hub.region", "cn-north-1"), set("accounts.0.regions", ["cn-northwest-1"])),
    always(set("hub.region", "us-gov-west-1"), remove("regions")),
  ],
  checkMove: [
    always(set("regionStrategy", "region-argument"), set("movedFrom", "region-argument")),
  ],
  checkSignInRegions: [
    always(set("acceptMissingRegions", ["eu-west-1"])),
    always(set("acceptMissingRegions", ["us-esat-1"])),
    always(set("accounts.0.acceptMissingRegions", ["eu-west-1"])),
    always(
      ...commercial(),
      set("regions", ["us-east-1", "eu-west-1"]),
      remove("acceptMissingRegions"),
    ),
    always(
      ...commercial(),
      set("regions", ["us-east-1"]),
      set("accounts.0.acceptMissingRegions", ["us-east-2", "us-west-2"]),
      set("accounts.1.acceptMissingRegions", ["eu-north-1"]),
    ),
    always(...commercial(), set("accounts.1.regions", ["us-east-1"])),
  ],
};
