import { bus, HUB, MANAGEMENT } from "../by-hand";
import { answersTo, inText, ofManagement, ofPattern, ofRule, replaced, set } from "./alter";

const forwarding = { ...ofManagement, holds: `"Rule":"${bus}-forward"` };
const alert = { holds: `"Rule":"${bus}-root-sign-in"` };

/** What rules match, and where they send it. */
export const alteredRules = [
  ...answersTo("ListRules", ofManagement, {
    "a forwarding rule asks for another account": [
      "pattern",
      ofPattern("forward", { account: ["999999999999"] }),
    ],
    "a forwarding rule leaves out a region": [
      "pattern",
      ofPattern("forward", { region: [{ "anything-but": "us-east-1" }] }),
    ],
    "a forwarding rule asks for another detail-type": [
      "pattern",
      replaced("AWS Console Sign In via", "AWS Console Signin via"),
    ],
    "a forwarding rule has half a pattern": ["pattern", ofRule("forward", { EventPattern: "{" })],
    "a forwarding rule has a state that AWS does not document": [
      "value-invalid",
      ofRule("forward", { State: "PAUSED" }),
    ],
    "a forwarding rule matches read-only events as well": [
      "",
      ofRule("forward", { State: "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS" }),
    ],
    "a heartbeat is disabled": ["rule-disabled", ofRule("heartbeat", { State: "DISABLED" })],
    "a heartbeat comes once in years": [
      "heartbeat-missing",
      ofRule("heartbeat", { ScheduleExpression: "cron(0 0 1 1 ? 2030)" }),
    ],
  }),
  ...answersTo(
    "ListRules",
    { holds: `"EventBusName":"${bus}"` },
    {
      "an alert asks for sign-ins without MFA": [
        "pattern-differs",
        ofPattern("root-sign-in", {}, { additionalEventData: { MFAUsed: ["No"] } }),
      ],
      "an alert leaves out an address": [
        "pattern-differs",
        ofPattern("root-sign-in", {}, { sourceIPAddress: [{ "anything-but": "192.0.2.1" }] }),
      ],
      "an alert is of one account": [
        "pattern-differs",
        ofPattern("iam-user-sign-in", {}, { recipientAccountId: [MANAGEMENT] }),
      ],
      "the rules are on another event bus": ["alert-rule-missing", set("", { Rules: [] })],
    },
  ),
  ...answersTo("ListTargetsByRule", alert, {
    "a message names a path that does not exist": [
      "message-differs",
      replaced("$.detail.userIdentity", "$.detail.nobody"),
    ],
    "a message names a variable that does not exist": [
      "transformer-invalid",
      replaced(/("InputTemplate": ")/gu, "$1<nobody> "),
    ],
    "an alert is sent as it is": [
      "message-differs",
      set("Targets.0", { InputTransformer: undefined }),
    ],
    "an alert is a constant text": [
      "message-differs",
      set("Targets.0", { InputTransformer: undefined, Input: '"x"' }),
    ],
    "an alert is a part of the event": [
      "message-differs",
      set("Targets.0", { InputTransformer: undefined, InputPath: "$.detail.eventID" }),
    ],
    "an alert goes to another account": [
      "destination-missing",
      replaced(`us-east-1:${HUB}:${bus}`, `us-east-1:${MANAGEMENT}:${bus}`),
    ],
  }),
  ...answersTo("ListTargetsByRule", forwarding, {
    "events are forwarded without a role": ["role", set("Targets.0", { RoleArn: undefined })],
    "events are forwarded with a constant input": [
      "target-alters-event",
      set("Targets.0", { Input: "{}" }),
    ],
    "a part of events is forwarded": [
      "target-alters-event",
      set("Targets.0", { InputPath: "$.detail" }),
    ],
    "forwarding is not tried again": [
      "retry-differs",
      set("Targets.0.RetryPolicy", { MaximumRetryAttempts: 0 }),
    ],
    "the dead-letter queue is of another account": [
      "different-place",
      set("Targets.0.DeadLetterConfig", {
        Arn: `arn:aws:sqs:us-east-1:${HUB}:${bus}-forward-dead-letters`,
      }),
    ],
  }),
  ...answersTo(
    "DescribeArchive",
    {},
    {
      "an archive is disabled": ["archive-not-enabled", set("", { State: "DISABLED" })],
      "an archive could not be created": [
        "archive-not-enabled",
        set("", { State: "CREATE_FAILED" }),
      ],
      "an archive is being changed": ["", set("", { State: "UPDATING" })],
      "an archive is of another event bus": [
        "archive-of-other-bus",
        replaced(`event-bus/${bus}`, "event-bus/other"),
      ],
    },
  ),
  ...answersTo(
    "DescribeEventBus",
    {},
    {
      "the logs of the event bus are off": ["bus-logs-missing", set("LogConfig", { Level: "OFF" })],
      "the logs of the event bus hold events": [
        "bus-logs-detail",
        set("LogConfig", { IncludeDetail: "FULL" }),
      ],
      "the event bus lets another organization in": [
        "bus-policy-denies",
        replaced("o-a1b2c3d4e5", "o-zzzzzzzzzz"),
      ],
      "the event bus accepts another source": [
        "bus-policy-denies",
        inText("", "Policy", replaced("aws.*", "aws.health")),
      ],
      "the policy of the event bus is half a policy": [
        "not-analyzed-policy",
        set("", { Policy: "{" }),
      ],
    },
  ),
];
