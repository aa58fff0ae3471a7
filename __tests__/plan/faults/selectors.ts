import type { SignInAlertsProps } from "../../../src";
import { always, remove, robot, routes, set, type CrossFieldFaults } from "./edits";

const twins = ({ accounts }: SignInAlertsProps) => [
  set("accounts", [
    ...accounts,
    { id: "555555555555", name: "twin" },
    { id: "666666666666", name: "twin" },
  ]),
];

const nobody = { accounts: ["nobody", "111111111111"], reason: "a test" };

/** Accounts that are named though they do not exist, or several have the name. */
export const selectorFaults: CrossFieldFaults = {
  checkSelectors: [
    always(...routes({ accounts: ["nobody"] })),
    always(...routes({ accounts: ["env=nothing", "111111111111"] })),
    always(...routes({ exceptAccounts: ["nobody", "111111111111"] })),
    always(set("ignore", [{ ...robot, accounts: ["nobody"] }])),
    always(set("ignore", [{ ...robot, accounts: ["111111111111", "nobody"] }])),
    always(...routes({ kinds: ["root-sign-in"] }), set("acceptUnrouted", [nobody])),
    (configuration) => [...twins(configuration), ...routes({ accounts: ["twin"] })],
    (configuration) => [
      ...twins(configuration),
      set("ignore", [{ ...robot, accounts: ["555555555555", "twin"] }]),
    ],
    (configuration) => [
      ...twins(configuration),
      set("userNotifications", {
        emails: [{ name: "a", address: "a@example.com" }],
        accounts: ["twin"],
      }),
    ],
  ],
  checkLeftOut: [
    always(remove("rollout"), ...routes({ exceptAccounts: ["*"] })),
    always(...routes({}, { accounts: ["111111111111"], exceptAccounts: ["111111111111"] })),
  ],
  checkAcceptUnrouted: [
    ({ accounts }) => [
      ...routes({}),
      set("acceptUnrouted", [{ accounts: accounts.map(({ id }) => id), reason: "a test" }]),
    ],
    always(...routes({ kinds: ["root-sign-in"] }), set("acceptUnrouted", [{ reason: "a test" }])),
    always(
      set("kinds", { "role-switch": "off" }),
      ...routes({ kinds: ["root-sign-in"] }),
      set("acceptUnrouted", [{ kinds: ["federated-sign-in", "role-switch"], reason: "a test" }]),
    ),
    ({ accounts: [one, two] }) => [
      ...routes({ accounts: [one?.id] }),
      set("acceptUnrouted", [{ accounts: [one?.id, two?.id], reason: "a test" }]),
    ],
    // The second accepts nothing that the first does not.
    always(
      ...routes({ kinds: ["root-sign-in"] }),
      set("acceptUnrouted", [
        { kinds: ["federated-sign-in", "sso-sign-in"], reason: "a test" },
        { kinds: ["sso-sign-in"], reason: "another" },
      ]),
    ),
  ],
};
