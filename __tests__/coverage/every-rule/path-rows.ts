import { after, allOf, foundIn, more, plain, raised, replaced, type Change } from "./raise";
import { withAccepted, type Finding, type RuleId } from "../../../src/coverage";
import type { MutableJson } from "../mutation/mutant";
import { expected, HUB, reportOf } from "../small-organization";

/** How each rule is raised. */
export type Rows = Partial<Record<RuleId, () => readonly Finding[]>>;

const TRAIL = "aws_cloudtrail";
const RULE = "aws_cloudwatch_event_rule";
const ARCHIVE = "aws_cloudwatch_event_archive";
const TARGET = "aws_cloudwatch_event_target";
const TOPIC = "aws_sns_topic";
const SUBSCRIPTION = "aws_sns_topic_subscription";
const KEY = "aws_kms_key";
const ROLE = "aws_iam_role";
const POLICY = "aws_iam_role_policy";
const forwarder = /account-forwarder/;
const alert = /Rule-root-sign-in_/;
const any = /./;

const trail = (change: Change) => raised(TRAIL, any, change);
const rule = (change: Change) => raised(RULE, forwarder, change);
const sending = (change: Change) => raised(TARGET, forwarder, change);
const target = (change: Change) => raised(TARGET, alert, change);
const topic = (change: Change) => raised(TOPIC, any, change);
const bus = (from: string | RegExp, to: string) =>
  raised("aws_cloudwatch_event_bus_policy", any, replaced("policy", from, to));
const pattern = (source: readonly unknown[]) => rule({ event_pattern: JSON.stringify({ source }) });

/** Rules of the hub itself that have wildcards. */
export const ownWildcardRules = 2;

/** The stacks with so many rules with wildcards beside the hub's own. */
export function wildcardRules(count: number) {
  return Array.from({ length: count }, (_, i) => i).reduce(
    (stacks, i) =>
      more(
        "signin-hub",
        RULE,
        (first) => ({
          ...first,
          name: `wild-${i}`,
          event_pattern: JSON.stringify({ account: [{ wildcard: `${i}*` }] }),
        }),
        stacks,
        `added-${i}`,
      ),
    plain,
  );
}

const unrouted = (extent: "kind" | "account") => () =>
  foundIn(plain, {
    ...expected,
    notRouted: [{ kinds: ["mfa-check"], accounts: ["payments"], extent }],
  });

/** What sends heartbeats to their log group. */
const heartbeatTarget =
  Object.entries(
    (
      plain.find(({ name }) => name === "signin-hub")?.document["resource"] as Record<
        string,
        Record<string, MutableJson>
      >
    )[TARGET] ?? {},
  ).find(([name]) => name.includes("alert-hub_Heartbeat"))?.[1] ?? {};

/** Rules of the path from the trail to the recipients. */
export const pathRows: Rows = {
  "trail-missing": trail(undefined),
  "trail-records-too-little": trail({ enable_logging: false }),
  "trail-selector-mismatch": trail({
    advanced_event_selector: null,
    event_selector: [{ include_management_events: false }],
  }),
  "not-analyzed-selectors": trail({
    advanced_event_selector: [
      {
        field_selector: [
          { field: "eventCategory", equals: ["Management"] },
          { field: "eventName", equals: ["ConsoleLogin"] },
        ],
      },
    ],
  }),
  "dead-letter-messages-unrecorded": trail({ advanced_event_selector: null }),
  "log-group-unwritten": trail({ cloud_watch_logs_group_arn: null }),
  "trail-bucket-policy-denies": raised("aws_s3_bucket_policy", any, undefined),
  "trail-log-role-denies": raised(
    POLICY,
    any,
    replaced("policy", "logs:CreateLogStream", "logs:X"),
  ),
  "kind-not-routed": unrouted("kind"),
  "account-not-routed": unrouted("account"),
  "forwarding-rule-missing": () => foundIn(plain.filter(({ name }) => !/account-3/.test(name))),
  "forwarding-rule-mismatch": pattern(["aws.ec2"]),
  "pattern-differs": pattern([{ prefix: "aws." }]),
  "wildcard-rules-over-quota": () => foundIn(wildcardRules(31 - ownWildcardRules)),
  "pattern-too-long": pattern(["aws.signin", "x".repeat(2100)]),
  "not-analyzed-pattern": pattern([{ regex: ".*" }]),
  "alert-rule-missing": raised(RULE, alert, undefined),
  "orphaned-resource": target({ rule: "gone" }),
  "rule-disabled": rule({ state: "DISABLED" }),
  "rule-without-read-only-events": rule({ state: "ENABLED" }),
  "value-invalid": rule({ state: "ON" }),
  "target-missing": target(undefined),
  "destination-missing": target({ arn: `arn:aws:sns:eu-central-1:${HUB}:x` }),
  "target-third-bus": target({ arn: `arn:aws:events:eu-west-1:${HUB}:event-bus/x` }),
  "not-analyzed-target": target({ arn: "arn:aws:kinesis:us-east-2:1:stream/s" }),
  "target-role-unneeded": target({ role_arn: `arn:aws:iam::${HUB}:role/x` }),
  "transformer-invalid": target({ input_transformer: { input_template: "x <y>" } }),
  "message-differs": target({ input_transformer: { input_template: '"x"' } }),
  "value-unknown": target({ arn: "${var.topic}" }),
  "terraform-refuses": () =>
    foundIn(
      plain.map(({ name, document }) => ({ name, document: { ...document, resource: "x" } })),
    ),
  "reference-dangling": target({ arn: "${aws_sns_topic.none.arn}" }),
  "flood-silences-alerts": target({ arn: "${aws_sns_topic.topic-open_E42035D6.arn}" }),
  "delivered-twice": () => {
    const rules = after(TARGET, alert, (body) => body);
    const hub = rules.find(({ name }) => name === "signin-hub")?.document["resource"];
    const targets = (hub as Record<string, Record<string, object>>)[TARGET] ?? {};
    const [, found] = Object.entries(targets).find(([name]) => alert.test(name)) ?? [];
    targets["second"] = { ...found, target_id: "second" };
    return foundIn(rules);
  },
  "target-alters-event": sending({ input: "{}" }),
  "target-role-missing": sending({ role_arn: null }),
  "role-missing": sending({ role_arn: "arn:aws:iam::333333333333:role/x" }),
  "dead-letter-queue-missing": sending({ dead_letter_config: null }),
  "retry-differs": sending({ retry_policy: { maximum_retry_attempts: 0 } }),
  "bus-policy-denies": bus("o-a1b2c3d4e5", "o-other00000"),
  "organization-differs": bus("o-a1b2c3d4e5", "o-other00000"),
  "not-analyzed-policy": bus("aws:PrincipalOrgID", "aws:Moon"),
  "open-to-strangers": bus('"StringEquals":{"aws:PrincipalOrgID":"o-a1b2c3d4e5"},', ""),
  "policy-refused": topic(replaced("policy", "sns:Publish", "sns:Pub*")),
  "bus-rules-changeable": bus(
    /"Action":"events:PutEvents","Resource":"[^"]*"/gu,
    '"Action":"events:*","Resource":"*"',
  ),
  "changeable-by-members": raised(
    "aws_sns_topic",
    any,
    replaced(
      "policy",
      '"Statement":[',
      `"Statement":[${JSON.stringify({ Sid: "More", Effect: "Allow", Principal: { AWS: "333333333333" }, Action: "sns:DeleteTopic", Resource: "*" })},`,
    ),
  ),
  "bus-accepts-any-source": bus(/"events:source":"aws\.\*",/gu, ""),
  "policy-of-other-resource": bus(
    /"Resource":"[^"]*"/gu,
    `"Resource":"arn:aws:events:eu-central-1:${HUB}:event-bus/x"`,
  ),
  "role-trust-denies": raised(ROLE, forwarder, replaced("assume_role_policy", "events.", "sns.")),
  "role-permission-denies": raised(POLICY, forwarder, replaced("policy", ":PutEvents", ":PutRule")),
  "role-boundary-denies": () => {
    const [account, policy] = ["signin-account-333333333333", "aws_iam_policy"];
    const statement = { Effect: "Allow", Action: "sns:*", Resource: "*" };
    const bound = {
      name: "b",
      provider: "aws.us-east-1",
      policy: JSON.stringify({ Version: "2012-10-17", Statement: [statement] }),
    };
    const roles = after(ROLE, forwarder, {
      permissions_boundary: "arn:aws:iam::333333333333:policy/b",
    });
    return foundIn(more(account, policy, () => bound, roles));
  },
  "resource-policy-denies": topic(replaced("policy", "events.amazonaws.com", "sns.amazonaws.com")),
  "fifo-unsupported": topic({ fifo_topic: true }),
  "key-missing": topic({ kms_master_key_id: "alias/x" }),
  "not-analyzed-setting": topic({ delivery_policy: "{}" }),
  "not-analyzed-block": topic({ provisioner: [{ "local-exec": { command: "true" } }] }),
  "key-in-other-region": raised("aws_sqs_queue", any, {
    kms_master_key_id: `arn:aws:kms:eu-west-3:${HUB}:key/k`,
  }),
  "key-disabled": raised(KEY, any, { is_enabled: false }),
  "key-policy-denies": raised(
    KEY,
    any,
    replaced("policy", "events.amazonaws.com", "x.amazonaws.com"),
  ),
  "key-policy-locks-out": raised(KEY, any, replaced("policy", "kms:*", "kms:Decrypt")),
  "recipients-missing": raised(SUBSCRIPTION, any, undefined),
  "recipient-not-subscribed": raised(SUBSCRIPTION, any, undefined),
  "subscription-endpoint-invalid": raised(SUBSCRIPTION, any, { endpoint: "nobody" }),
  "different-place": raised("aws_sqs_queue", /us-east-2/, { provider: "aws.us-east-1" }),
  "dead-letter-queue-settings": raised("aws_sqs_queue", any, { delay_seconds: 900 }),
  "route-not-notified": () => {
    const routes = expected.routes?.map((route) => ({ ...route, topicArn: `${route.topicArn}-2` }));
    return foundIn(plain, { ...expected, ...(routes && { routes }) });
  },
  "not-analyzed-resource": () =>
    foundIn(more("signin-hub", "aws_cloudformation_stack", () => ({}))),
  "duplicate-identity": () => foundIn(more("signin-hub", TOPIC, (first) => first)),
  "guard-missing": raised("aws_cloudwatch_metric_alarm", any, undefined),
  "guard-differs": raised("aws_cloudwatch_metric_alarm", any, { threshold: 77 }),
  "alarm-without-action": raised("aws_cloudwatch_metric_alarm", any, { alarm_actions: [] }),
  "saved-query-differs": raised("aws_cloudwatch_query_definition", any, { query_string: "x" }),
  "dashboard-differs": raised("aws_cloudwatch_dashboard", any, { dashboard_body: "{}" }),
  "archive-missing": raised(ARCHIVE, any, undefined),
  "archive-of-other-bus": raised(ARCHIVE, any, {
    event_source_arn: `arn:aws:events:eu-central-1:${HUB}:event-bus/default`,
  }),
  "archive-incomplete": raised(
    ARCHIVE,
    any,
    replaced("event_pattern", "Console Sign In", "Console"),
  ),
  "archive-too-short": raised(ARCHIVE, any, { retention_days: 89 }),
  "bus-logs-missing": raised("aws_cloudwatch_log_delivery", /ERROR/, undefined),
  "bus-logs-denied": raised(
    "aws_cloudwatch_log_resource_policy",
    /Logs/,
    replaced("policy_document", "delivery.logs", "events"),
  ),
  "bus-logs-too-short": raised("aws_cloudwatch_log_group", /Logs/, { retention_in_days: 14 }),
  "bus-logs-detail": raised("aws_cloudwatch_event_bus", any, {
    log_config: { level: "INFO", include_detail: "FULL" },
  }),
  "heartbeat-missing": raised(RULE, /Heartbeat/, undefined),
  "heartbeat-repeated": () => foundIn(more("signin-hub", TARGET, () => heartbeatTarget)),
  "heartbeat-notified": raised(TARGET, /alert-hub_Heartbeat/, {
    arn: `arn:aws:sns:eu-central-1:${HUB}:signin-alerts`,
  }),
  "stale-resource": () => foundIn(plain, { ...expected, kinds: [] }),
  "acceptance-expired": () => {
    const report = reportOf(more("signin-hub", "aws_cloudformation_stack", () => ({})));
    const accepted = { rule: "not-analyzed-resource", resource: "*", reason: "ours" } as const;
    return allOf(withAccepted(report, [{ ...accepted, until: "2026-01-31" }], "2026-02-01"));
  },
  "stale-stack": () => foundIn(plain, { ...expected, accounts: expected.accounts.slice(1) }),
};
