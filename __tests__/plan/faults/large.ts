import { always, mail, manyAccounts, remove, set, type CrossFieldFaults } from "./edits";

/** What divides the patterns of many accounts takes seconds, and none of these faults asks for it. */
const withOnePattern = [
  ...["watch", "ignore", "routes", "acceptUnrouted"].map(remove),
  set("recipients", mail),
];

/** Faults of organizations so large that one run takes seconds. */
export const largeFaults: CrossFieldFaults = {
  checkStackCount: [
    always(
      set(
        "accounts",
        manyAccounts(1001, () => ({})),
      ),
      set("hub.account", "111111111111"),
      ...withOnePattern,
      remove("rollout"),
    ),
  ],
  checkFilterCount: [
    always(
      set(
        "accounts",
        manyAccounts(400, (i) => ({
          regions: ["us-east-1", "us-east-2", "us-west-2", "eu-north-1", "ap-southeast-2"],
          optInRegions: [...Array(10).keys()].flatMap((at) =>
            (i >> at) % 2
              ? ([
                  "af-south-1",
                  "ap-east-1",
                  "ap-south-2",
                  "ap-southeast-3",
                  "ap-southeast-4",
                  "ca-west-1",
                  "eu-central-2",
                  "eu-south-1",
                  "eu-south-2",
                  "il-central-1",
                ][at] ?? [])
              : [],
          ),
        })),
      ),
      set("hub.account", "111111111111"),
      ...withOnePattern,
      set("trail", { type: "create" }),
      remove("logAlarms"),
      remove("rollout"),
    ),
  ],
};
