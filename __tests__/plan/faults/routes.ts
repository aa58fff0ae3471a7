import type { SignInAlertsProps } from "../../../src";
import { partitionOfRegion } from "../../../src/aws/regions";
import {
  always,
  commercial,
  entry,
  mail,
  remove,
  robot,
  rollout,
  routes,
  set,
  switches,
  slack,
  teams,
  unit,
  type CrossFieldFaults,
} from "./edits";

const ofHub = ({ region, account }: SignInAlertsProps["hub"], name: string) =>
  `arn:${partitionOfRegion(region)}:sns:${region}:${account}:${name}`;

/** Recipients, routes and names that do not fit together. */
export const routeFaults: CrossFieldFaults = {
  checkRecipientsOrRoutes: [
    always(remove("recipients"), remove("routes")),
    always(set("recipients", mail), set("routes", [{ name: "a", recipients: mail }])),
    ({ hub }) => [set("operations", { recipients: mail, topicArn: ofHub(hub, "operations") })],
  ],
  checkOnePerRoute: [
    always(remove("recipients"), set("routes", [{ name: "r0" }])),
    always(...routes({ recipients: mail, teams })),
    ({ hub }) =>
      routes({
        recipients: mail,
        topicArn: ofHub(hub, "theirs"),
      }),
  ],
  checkFormats: [
    always(...routes({ formats: { sqs: "json" } }), set("formatter", true)),
    ({ hub }) => [
      ...routes({ topicArn: ofHub(hub, "theirs"), formats: { https: "json" } }),
      set("formatter", true),
    ],
    always(
      ...routes({
        recipients: [...mail, "https://events.example.com/a"],
        formats: { https: "json" },
      }),
      remove("formatter"),
    ),
    always(
      ...routes({ recipients: [...mail, "var.pager_url"], formats: { https: "json" } }),
      set("formatter", false),
    ),
  ],
  checkTopicPlaces: [
    always(...routes({ topicArn: "arn:aws:sns:eu-west-3:222222222222:theirs" })),
    always(set("operations", { topicArn: "arn:aws:sns:eu-west-3:222222222222:theirs" })),
    always(
      set("trail", { type: "create" }),
      set("logAlarms", { topicArn: "arn:aws:sns:eu-west-3:222222222222:theirs" }),
    ),
  ],
  checkOwnTopics: [
    ({ hub }) => [
      ...routes({ name: "own" }),
      set("namePrefix", "alerts"),
      set("operations", { topicArn: ofHub(hub, "alerts-own") }),
    ],
    ({ hub }) => [
      ...routes({}, { topicArn: ofHub(hub, "alerts-operations") }),
      set("namePrefix", "alerts"),
      remove("operations"),
    ],
    ({ hub }) => [
      set("namePrefix", "alerts"),
      set("trail", { type: "create", account: hub.account, homeRegion: hub.region }),
      set("operations", { recipients: mail }),
      set("logAlarms", { topicArn: ofHub(hub, "alerts-operations") }),
    ],
  ],
  checkSharedTopics: [
    ({ hub }) => routes({ topicArn: ofHub(hub, "theirs") }, { topicArn: ofHub(hub, "theirs") }),
    ({ hub }) =>
      routes(
        { topicArn: ofHub(hub, "theirs"), minSeverity: "high" },
        { recipients: mail },
        { topicArn: ofHub(hub, "theirs") },
      ),
    ({ hub, accounts }) =>
      routes(
        { topicArn: ofHub(hub, "theirs"), accounts: accounts.slice(0, 1).map(({ id }) => id) },
        { topicArn: ofHub(hub, "theirs"), minSeverity: "high" },
      ),
  ],
  checkOpenTopics: [
    ({ hub }) => routes({ topicArn: ofHub(hub, "theirs") }),
    ({ hub }) => routes({ recipients: mail, openTopicArn: ofHub(hub, "theirs") }),
    ({ hub }) =>
      routes(
        { topicArn: ofHub(hub, "theirs"), kinds: ["root-sign-in"] },
        { topicArn: ofHub(hub, "theirs"), kinds: ["failed-sign-in"] },
      ),
    ({ hub }) =>
      routes(
        { topicArn: ofHub(hub, "theirs"), openTopicArn: ofHub(hub, "open") },
        { topicArn: ofHub(hub, "open"), kinds: ["root-sign-in"] },
      ),
  ],
  checkAlarmTopics: [
    ({ hub }) => [
      ...routes({ topicArn: ofHub(hub, "theirs"), openTopicArn: ofHub(hub, "open") }),
      set("operations", { topicArn: ofHub(hub, "open") }),
    ],
    ({ hub }) => [
      ...routes({ topicArn: ofHub(hub, "theirs"), kinds: ["failed-sign-in"] }),
      set("operations", { topicArn: ofHub(hub, "theirs") }),
    ],
    ({ hub }) => [
      ...routes({ topicArn: ofHub(hub, "theirs"), openTopicArn: ofHub(hub, "open") }),
      set("trail", { type: "create", account: hub.account, homeRegion: hub.region }),
      set("logAlarms", { topicArn: ofHub(hub, "open") }),
    ],
  ],
  checkRecipientPlaces: [
    always(
      remove("routes"),
      set("recipients", [...mail, "arn:aws:sqs:eu-central-1:000000000000:q"]),
    ),
    always(
      remove("routes"),
      set("recipients", [...mail, "arn:aws:sqs:eu-central-9:222222222222:q"]),
    ),
    always(
      remove("routes"),
      set("recipients", [...mail, "arn:aws:sqs:eu-central-1:333333333333:q"]),
    ),
    always(...routes({ recipients: ["arn:aws:sqs:eu-central-1:333333333333:q"] })),
    ({ hub }) => [
      remove("routes"),
      set("recipients", [...mail, `arn:aws:ssm:eu-west-3:${hub.account}:parameter/pager`]),
    ],
    always(set("operations", { recipients: ["arn:aws:sqs:eu-central-1:333333333333:q"] })),
  ],
  checkAlarms: [
    ({ hub }) => [
      ...routes({ topicArn: ofHub(hub, "theirs") }),
      remove("operations"),
      remove("logAlarms"),
    ],
    ({ hub }) => {
      const arn = ofHub(hub, "theirs");
      return [
        ...routes({ topicArn: arn }),
        set("operations", { topicArn: arn }),
        set("trail", { type: "create" }),
        remove("logAlarms"),
      ];
    },
    ({ hub }) => [
      ...routes({
        recipients: [`arn:${partitionOfRegion(hub.region)}:sqs:${hub.region}:${hub.account}:q`],
      }),
      set("trail", { type: "create", account: "111111111111" }),
      remove("operations"),
      remove("logAlarms"),
    ],
    ({ hub }) => {
      const ofHub = `${hub.region}:${hub.account}`;
      const partition = partitionOfRegion(hub.region);
      return [
        ...routes({ recipients: [`arn:${partition}:sqs:${ofHub}:q`] }),
        set("trail", { type: "create", account: "111111111111" }),
        set("operations", { topicArn: `arn:${partition}:sns:${ofHub}:theirs` }),
        remove("logAlarms"),
      ];
    },
  ],
  checkOffered: [
    always(set("hub.region", "us-gov-west-1"), ...routes({ teams })),
    always(
      set("hub.region", "cn-north-1"),
      set("userNotifications", { emails: [{ name: "a", address: "a@example.com" }] }),
    ),
  ],
  checkChats: [always(...routes({ teams }, { teams })), always(...routes({ slack }, { slack }))],
  checkOff: [
    always(
      set("kinds", { "role-switch": "off" }),
      ...routes({ kinds: ["role-switch", "root-sign-in"] }),
    ),
    always(set("kinds", { "role-switch": "off" }), ...routes({ kinds: ["role-switch"] })),
  ],
  checkEmpty: [
    always(
      ...routes({ kinds: ["role-switch"], minSeverity: "critical" }),
      set("kinds", { "role-switch": "on" }),
    ),
  ],
  checkChosen: [
    always(
      ...commercial(),
      set("userNotifications.emails", [{ name: "a", address: "a@example.com" }]),
      set("userNotifications.accounts", ["nobody"]),
    ),
    ({ accounts }) => [
      set("userNotifications", {
        emails: [{ name: "a", address: "a@example.com" }],
        accounts: ["of-a-unit"],
      }),
      set("rollout", rollout),
      set("accounts", [
        ...accounts,
        { id: "555555555555", name: "of-a-unit", organizationalUnit: unit },
      ]),
    ],
  ],
  checkKinds: [
    always(
      set("userNotifications", { emails: [{ name: "a", address: "a@example.com" }] }),
      set(
        "kinds",
        switches(({ readOnly }) => (readOnly === true ? "on" : "off")),
      ),
      remove("routes"),
      set("recipients", mail),
    ),
  ],
  checkIgnore: [
    always(set("ignore", [{ ...robot, until: "2026-01-31" }])),
    always(set("ignore", [{ ...robot, until: "2031-01-31" }])),
    always(set("ignore", [entry])),
    always(set("ignore", [{ ...entry, accounts: ["*"] }])),
  ],
  checkNameLengths: [
    always(set("namePrefix", "a".repeat(60))),
    always(set("stackPrefix", "a".repeat(90))),
    always(...routes({ name: "a".repeat(60) }), set("namePrefix", "alerts")),
  ],
  checkRouteNames: [
    always(...routes({ name: "same" }, { name: "same" })),
    always(
      ...routes(
        { name: "without-mfa-a", kinds: ["iam-user-sign-in"] },
        { name: "a", kinds: ["iam-user-sign-in-without-mfa"] },
      ),
    ),
  ],
};
