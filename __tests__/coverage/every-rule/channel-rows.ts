import { findKind, placeSample } from "../../../src/catalog";
import {
  inventoryOfStacks,
  reviewOf,
  traceEvent,
  traceNotifications,
  type Finding,
  type StackDocument,
} from "../../../src/coverage";
import { formatFindings } from "../../../src/coverage/findings/formats";
import { resourceIndexOf } from "../../../src/coverage/resource-index";
import { expectationsOf, resolve } from "../../../src/plan";
import { CHAT, stacksBeside, withChat, withNotifications } from "../chat/chat-organization";
import {
  expected,
  MANAGEMENT,
  MEMBER,
  organizationWith,
  reportOf,
  stacksOf,
} from "../small-organization";
import { expectedByUnit, INSTANCES, reportAfter, UNIT } from "../stack-set/stack-set-organization";
import {
  changed,
  INVOKE,
  LAMBDA,
  rootSignIn,
  set,
  stacks as formatted,
  trace,
  without,
} from "../trace/formatter-organization";
import { after, allOf, foundIn, more, plain } from "./raise";
import type { Rows } from "./path-rows";

const chat = stacksBeside(withChat());
const notifications = stacksBeside(withNotifications);
const SLACK = "aws_chatbot_slack_channel_configuration";

type StackSetChange = Parameters<typeof reportAfter>[0];
const stackSet = (change: StackSetChange) => () => allOf(reportAfter(change));
const said = ({ blockers, findings }: ReturnType<typeof traceEvent>): readonly Finding[] => [
  ...blockers,
  ...findings,
];

/** A read-only event, and no trail whose selectors could leave it out. */
function readOnlyNotified(): readonly Finding[] {
  const sample = findKind("assume-root")?.sample;
  if (sample === undefined) throw new Error("no kind assume-root");
  const event = placeSample(sample, { account: MEMBER, region: "us-east-1" });
  const existing = notifications.filter(({ name }) => name !== "signin-trail");
  const readOnly = { ...event, detail: { ...event.detail, readOnly: true } };
  return said(traceNotifications(inventoryOfStacks(existing), readOnly));
}

/** Alerts that nothing takes but a log group. */
function onlyLogged(): readonly Finding[] {
  const TARGET = "aws_cloudwatch_event_target";
  let arn: unknown;
  after(TARGET, /./, (body) => {
    if (String(body["arn"]).includes("log_group")) arn = body["arn"];
    return body;
  });
  const logged = after(TARGET, /Rule-/, { arn, input_transformer: null });
  const open = after(
    "aws_cloudwatch_log_resource_policy",
    /./,
    (body) => ({
      ...body,
      policy_document: String(body["policy_document"]).replace(/,?"Condition":\{.*?\}\}/gu, ""),
    }),
    logged,
  );
  return foundIn(open);
}

const sharedState = (): readonly StackDocument[] =>
  ["a", "b"].map((name) => ({
    name,
    document: { terraform: { backend: { local: { path: "/srv/state" } } } },
  }));

/** Rules of chat, notifications, the function, stack sets, and what needs more than one change. */
export const channelRows: Rows = {
  "not-delivered": onlyLogged,
  "route-unexpected": () => foundIn(chat),
  "chat-channel-without-topic": () => foundIn(after(SLACK, /./, { sns_topic_arns: [] }, chat)),
  "chat-channel-invalid": () => foundIn(after(SLACK, /./, { slack_channel_id: "#a" }, chat)),
  "chat-message-dropped": () =>
    foundIn(
      stacksBeside(
        withChat({ slack: { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" } }, "mail"),
      ),
    ),
  "chat-message-without-channel": () => foundIn(after(SLACK, /./, undefined, chat)),
  "chat-message-for-others": () =>
    foundIn(
      more(
        CHAT,
        "aws_sns_topic_subscription",
        () => ({
          provider: "aws.eu-central-1",
          topic_arn: "arn:aws:sns:eu-central-1:222222222222:sign-ins-chat",
          protocol: "email",
          endpoint: "a@example.com",
        }),
        chat,
      ),
    ),
  "notification-rule-without-read-only-events": readOnlyNotified,
  "notification-differs": () =>
    foundIn(after("aws_notifications_event_rule", /./, { regions: ["us-east-1"] }, notifications)),
  "unused-resource": () =>
    foundIn(after("aws_notifications_channel_association", /./, undefined, notifications)),
  "function-code-unknown": () => said(traceEvent(inventoryOfStacks(formatted), rootSignIn())),
  "function-differs": () => said(trace(changed(set(LAMBDA, "runtime", "nodejs18.x")))),
  "format-differs": () => {
    const routes = [{ name: "all", recipients: ["security@example.com", "var.pager_url"] }];
    const [route] = expectationsOf(resolve(organizationWith({ routes }))).routes;
    if (route === undefined) throw new Error("no route");
    return formatFindings(resourceIndexOf(inventoryOfStacks(stacksOf({ routes }))), [
      { ...route, json: ["https"] },
    ]);
  },
  "function-fallback-missing": () => said(trace(changed(without(INVOKE)))),
  "stack-set-setting": stackSet(({ set: stack }) => {
    stack["capabilities"] = [];
  }),
  "stack-set-target-missing": stackSet(({ instances }) => {
    instances["regions"] = ["us-east-1"];
  }),
  "stack-set-targets-invalid": stackSet(({ instances }) => {
    instances["regions"] = ["eu-sout-1"];
  }),
  "stack-set-shared": stackSet(({ instances, resource }) => {
    const [type = ""] = INSTANCES.split(".");
    resource[type] = { Forwarder: instances, second: { ...instances, regions: ["us-east-1"] } };
  }),
  "stack-set-management-account": () => {
    const accounts = expectedByUnit.accounts.map((account) =>
      account.id === MANAGEMENT ? { ...account, organizationalUnit: UNIT } : account,
    );
    return allOf(reportAfter(undefined, { ...expectedByUnit, accounts }));
  },
  "not-analyzed-template": stackSet(({ set: stack }) => {
    stack["template_body"] = "x";
  }),
  "shared-state": () => inventoryOfStacks(sharedState()).problems,
  "no-longer-notified": () => {
    const kinds = expected.kinds.slice(1);
    const [base, head] = [expected, { ...expected, kinds }].map((want) => ({
      coverage: reportOf(plain, want),
      inventory: inventoryOfStacks(plain),
    }));
    if (!base || !head) return [];
    return reviewOf(base, head, []).coverage.lost.flatMap(({ blocker }) => blocker ?? []);
  },
};
