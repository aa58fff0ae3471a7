import { always, commercial, remove, set, type CrossFieldFaults } from "./edits";

/** Credentials and tags of the providers, and boundaries of roles, that do not fit together. */
export const providerFaults: CrossFieldFaults = {
  checkBoundary: [
    always(
      set("createdRoles.permissionsBoundary", "arn:aws:iam::111111111111:policy/teams/boundary"),
    ),
    always(
      set("createdRoles.permissionsBoundary", "arn:aws-cn:iam::aws:policy/PowerUserAccess"),
      ...commercial(),
    ),
  ],
  checkPartitions: [
    always(
      set("drill", { trustedPrincipals: ["arn:aws-cn:iam::111111111111:role/Drill"] }),
      ...commercial(),
    ),
  ],
  checkTrustLength: [
    always(
      set("drill", {
        trustedPrincipals: Array.from(
          { length: 4 },
          (_, i) => `arn:aws:iam::111111111111:role/${"path/".repeat(100)}Drill${i}`,
        ),
      }),
    ),
  ],
  checkAssumed: [
    ({ accounts }) => [
      remove("rollout"),
      set("externalId", "1a2b3c"),
      set(
        "accounts",
        accounts.map(({ id, name }) => ({ id, name, roleName: "none" })),
      ),
    ],
    ({ accounts }) => [
      remove("rollout"),
      set("roleName", "none"),
      set("sessionName", "terraform"),
      set(
        "accounts",
        accounts.map(({ id, name }) => ({ id, name })),
      ),
    ],
    always(set("accounts.0.roleName", "none"), set("accounts.0.externalId", "1a2b3c")),
  ],
  checkTagCapitals: [
    always(remove("ignoreTags"), set("tags", { Team: "security", team: "security" })),
    always(remove("ignoreTags"), set("tags", { cost: "1", COST: "2", Cost: "3" })),
  ],
  checkIgnoredTags: [
    always(set("tags", { team: "security" }), set("ignoreTags", { keys: ["team"] })),
    always(
      set("tags", { "cost:team": "security", env: "prod" }),
      set("ignoreTags", { keys: ["env", "CostCenter"], keyPrefixes: ["cost:", "c7n:"] }),
    ),
  ],
};
