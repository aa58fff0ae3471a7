import {
  always,
  commercial,
  manyAccounts,
  remove,
  routes,
  set,
  switches,
  type CrossFieldFaults,
} from "./edits";

/** Kinds that cannot arrive, and a log path that cannot be. */
export const logPathFaults: CrossFieldFaults = {
  checkObjectLock: [
    always(set("trail", { type: "create", objectLockDays: 90, retentionDays: 30 })),
    always(set("trail", { type: "create", objectLockDays: 400 })),
  ],
  checkAccessLogs: [
    always(
      set("trail", { type: "create", bucketName: "one-bucket", accessLogBucketName: "one-bucket" }),
    ),
  ],
  checkStateBucket: [
    always(
      set("trail", { type: "create", bucketName: "one-bucket" }),
      set("backend", { type: "s3", bucket: "one-bucket", region: "eu-central-1" }),
    ),
  ],
  checkDeadLetters: [
    always(
      set("trail", { type: "create", logRetentionDays: 0, logDeadLetters: true }),
      remove("logAlarms"),
    ),
    always(set("trail", { type: "existing", logsDeadLetters: true }), remove("logAlarms")),
  ],
  checkLogGroupPlace: [
    always(
      set("trail", {
        type: "existing",
        logGroupArn: "arn:aws:logs:eu-west-3:222222222222:log-group:trail",
      }),
    ),
  ],
  checkLogGroup: [
    always(set("trail", { type: "create", logRetentionDays: 0 }), set("logAlarms", { signIns: 2 })),
    always(set("trail", { type: "existing" }), set("logAlarms", { signIns: 2 })),
  ],
  checkUsers: [
    always(
      set("logAlarms.users", [
        {
          name: "many",
          userNames: Array.from({ length: 60 }, (_, i) => `a-long-name-of-user-${i}`),
        },
      ]),
    ),
  ],
  checkAnyOn: [
    always(
      set(
        "kinds",
        switches(() => "off"),
      ),
    ),
  ],
  checkReadEventsRefused: [
    always(
      set("trail", { type: "create", logReadEvents: false }),
      set("watch", [{ name: "break-glass", principals: ["user/break-glass"] }]),
    ),
  ],
  checkReadEvents: [
    always(
      set("trail", { type: "existing" }),
      set("kinds", {
        ...switches(({ readOnly }) => (readOnly === true ? "on" : "off")),
        "root-sign-in": "on",
      }),
    ),
  ],
  checkRecordingRegion: [
    always(
      ...commercial(),
      set("regions", ["eu-central-1"]),
      set("acceptMissingRegions", [
        "us-east-1",
        "us-east-2",
        "us-west-2",
        "eu-north-1",
        "ap-southeast-2",
      ]),
      set(
        "kinds",
        switches(() => "on"),
      ),
      set(
        "accounts",
        manyAccounts(2, () => ({})),
      ),
      set("hub.account", "111111111111"),
    ),
    always(
      set("hub.region", "us-gov-east-1"),
      set("regions", ["us-gov-east-1"]),
      set(
        "accounts",
        manyAccounts(2, () => ({})),
      ),
      set("hub.account", "111111111111"),
      set(
        "kinds",
        switches(() => "on"),
      ),
    ),
  ],
  checkRouted: [
    always(...routes({ kinds: ["root-sign-in"] }), set("kinds", { "role-switch": "on" })),
    always(
      ...routes({ kinds: ["root-sign-in"] }, { kinds: ["role-switch"] }),
      set("kinds", { "role-switch": "low", "mfa-check": "high" }),
    ),
  ],
};
