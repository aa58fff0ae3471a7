import {
  always,
  commercial,
  entry,
  mail,
  remove,
  routes,
  set,
  type CrossFieldFaults,
} from "./edits";

const watch = (...principals: readonly string[]) =>
  set("watch", [{ name: "a", principals, programs: false }]);

/** Watches that fit neither each other nor the rest. */
export const watchFaults: CrossFieldFaults = {
  checkMeant: [
    always(...commercial(), watch("arn:aws-cn:iam::111111111111:user/x")),
    always(remove("rollout"), watch("arn:aws:iam::999999999999:user/x")),
    always(remove("rollout"), watch("user/x", "arn:aws:sts::999999999999:assumed-role/x/y")),
  ],
  checkOverlap: [
    always(watch("user/x*", "user/xy")),
    always(watch("role/x", "user/x", "arn:aws:sts::*:assumed-role/x/*")),
    always(
      set("watch", [
        { name: "a", principals: ["role/x"], programs: false },
        { name: "b", principals: ["arn:aws:sts::*:assumed-role/x/alice"], programs: false },
      ]),
    ),
  ],
  checkPrograms: [
    always(
      set("watch", [{ name: "a", principals: ["user/x"] }]),
      set("trail", { type: "existing" }),
      remove("kinds"),
    ),
  ],
  checkNamed: [
    always(watch("user/x"), ...routes({ kinds: ["watch-b", "root-sign-in"] }, {})),
    always(watch("role/x"), ...routes({ kinds: ["watch-a", "watch-a-failed"] }, {})),
    always(
      remove("watch"),
      set("acceptUnrouted", [{ kinds: ["watch-a"], reason: "later" }]),
      remove("routes"),
      set("recipients", mail),
    ),
  ],
  checkWatchRouted: [
    always(watch("user/x"), remove("kinds"), ...routes({ kinds: ["root-sign-in"] })),
    always(watch("user/x"), remove("kinds"), ...routes({ kinds: ["watch-a", "root-sign-in"] })),
  ],
  checkIgnored: [
    always(
      watch("role/robot"),
      set("ignore", [{ ...entry, principalArn: "arn:aws:sts::*:assumed-role/robot/*" }]),
    ),
    always(
      watch("user/robot"),
      set("ignore", [
        {
          ...entry,
          principalArns: ["arn:aws:iam::*:user/robot", "arn:aws:iam::*:user/other"],
        },
      ]),
    ),
  ],
};
