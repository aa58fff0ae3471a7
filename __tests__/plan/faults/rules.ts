import {
  always,
  entry,
  mail,
  manyAccounts,
  remove,
  routes,
  set,
  switches,
  type CrossFieldFaults,
} from "./edits";

/** Rules that EventBridge has no pattern for, or too many. */
export const ruleFaults: CrossFieldFaults = {
  checkPatterns: [
    ({ accounts }) => [
      set("accounts", [...accounts, ...manyAccounts(140, () => ({}))]),
      ...routes({}, { exceptAccounts: ["account *"] }),
    ],
    always(
      set("kinds", { "federated-sign-in": "on" }),
      remove("routes"),
      set("recipients", mail),
      set("ignore", [
        {
          ...entry,
          principalArns: ["a", "b", "c", "d", "e"].map(
            (name) => `arn:aws:sts::*:assumed-role/team-${name}-*-robot/*`,
          ),
        },
      ]),
    ),
  ],
  checkWildcards: [
    always(
      ...routes({}, {}, {}, {}),
      set(
        "kinds",
        switches(() => "on"),
      ),
      remove("formatter"),
      set("ignore", [{ ...entry, principalArn: "arn:aws:sts::*:assumed-role/team-*-robot/*" }]),
      set("trail", { type: "create", logsReadEvents: true }),
    ),
  ],
  checkRuleCount: [
    always(
      remove("routes"),
      remove("ignore"),
      remove("rollout"),
      set("recipients", mail),
      set(
        "watch",
        Array.from({ length: 60 }, (_, i) => ({ name: `w${i}`, principals: [`user/u${i}`] })),
      ),
    ),
    always(
      ...routes(...Array.from({ length: 60 }, () => ({}))),
      remove("kinds"),
      remove("formatter"),
    ),
  ],
};
