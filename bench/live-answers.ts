import type { IncomingMessage } from "node:http";
import { organizationAnswers } from "../__tests__/discovery/stand-in-organization";
import { jsonError, xmlError, type StandInAnswer } from "../__tests__/live/stand-in";
import { defaultRegions } from "../src/aws";
import { inventoryOfStacks, type Resource } from "../src/coverage";
import { SignInAlerts, type SignInAlertsProps } from "../src/stacks";
import { synthesizedStacks } from "../__tests__/terraform/synthesized-stacks";

const MANAGEMENT = "111111111111";
const HUB = "222222222222";
/** What every account answers, with its own id and region in the place of these. */
export const sample = { account: "333333333333", region: "eu-north-1" } as const;

/** An organization of so many accounts in all regions that need no opt-in. */
export function organizationOfSize(accounts: number): SignInAlertsProps {
  const members = Array.from({ length: accounts - 2 }, (_, i) => String(333333333333 + i));
  return {
    organization: { id: "o-a1b2c3d4e5", managementAccount: MANAGEMENT },
    hub: { account: HUB, region: "us-east-1" },
    regions: defaultRegions("aws"),
    accounts: [MANAGEMENT, HUB, ...members].map((id) => ({ id, name: `account ${id}` })),
    recipients: ["security@example.com"],
  };
}

/** What Terraform creates in the sample's place. */
export function sampleResources(): (type: string) => readonly Resource["attributes"][] {
  const props = organizationOfSize(3);
  const stacks = synthesizedStacks((app) => {
    new SignInAlerts(app, "signin-alerts", props);
  });
  const documents = stacks.map(({ name, configuration }) => ({ name, document: configuration }));
  const all = inventoryOfStacks(documents).resources.filter(
    ({ account, region, type }) =>
      account === sample.account && (region === sample.region || type.startsWith("aws_iam")),
  );
  return (type) => all.filter((each) => each.type === type).map(({ attributes }) => attributes);
}

type Answer = (sent: Readonly<Record<string, unknown>>) => unknown;

/** The rules of the sample's place and their targets, as EventBridge writes them. */
export function sampleRules(of: ReturnType<typeof sampleResources>) {
  const rules = of("aws_cloudwatch_event_rule").map((rule) => ({
    Name: rule["name"],
    Arn: rule["arn"],
    EventPattern: rule["event_pattern"],
    ScheduleExpression: rule["schedule_expression"],
    State: rule["state"] ?? "ENABLED",
  }));
  const block = (value: unknown) => ([value].flat()[0] ?? {}) as Readonly<Record<string, unknown>>;
  const targets = of("aws_cloudwatch_event_target").map((target) => ({
    rule: target["rule"],
    Id: target["target_id"],
    Arn: target["arn"],
    RoleArn: target["role_arn"],
    Input: target["input"],
    DeadLetterConfig: { Arn: block(target["dead_letter_config"])["arn"] },
    RetryPolicy: {
      MaximumEventAgeInSeconds: block(target["retry_policy"])["maximum_event_age_in_seconds"],
      MaximumRetryAttempts: block(target["retry_policy"])["maximum_retry_attempts"],
    },
  }));
  return { rules, targets };
}

function forwarderAnswers(): Readonly<Record<string, Answer>> {
  const of = sampleResources();
  const { rules, targets } = sampleRules(of);
  const [queue = {}] = of("aws_sqs_queue");
  const [queuePolicy = {}] = of("aws_sqs_queue_policy");
  return {
    ListRules: () => ({ Rules: rules }),
    ListRuleNamesByTarget: () => ({ RuleNames: rules.map(({ Name }) => Name) }),
    ListTargetsByRule: ({ Rule }) => ({
      Targets: targets.filter(({ rule }) => rule === Rule),
    }),
    GetQueueAttributes: () => ({
      Attributes: {
        QueueArn: queue["arn"],
        Policy: queue["policy"] ?? queuePolicy["policy"],
        SqsManagedSseEnabled: "true",
        MessageRetentionPeriod: "1209600",
        ApproximateNumberOfMessages: "0",
      },
    }),
  };
}

/** The attributes that are texts. */
function textsIn(attributes: Resource["attributes"]): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      typeof value === "string" ? [[name, value]] : [],
    ),
  );
}

function result(operation: string, body: string): string {
  return `<${operation}Response><${operation}Result>${body}</${operation}Result></${operation}Response>`;
}

function xmlAnswers(): Readonly<Record<string, string>> {
  const of = sampleResources();
  const [role = {}] = of("aws_iam_role").map(textsIn);
  const [policy = {}] = of("aws_iam_role_policy").map(textsIn);
  const document = (text = "") => encodeURIComponent(text);
  const named = policy["name"] ?? "";
  return {
    ListAlarmMuteRules: result(
      "ListAlarmMuteRules",
      "<AlarmMuteRuleSummaries></AlarmMuteRuleSummaries>",
    ),
    GetRole: result(
      "GetRole",
      `<Role><Path>/</Path><RoleName>${role["name"] ?? ""}</RoleName><RoleId>AROA</RoleId><Arn>${role["arn"] ?? ""}</Arn><CreateDate>2026-01-01T00:00:00Z</CreateDate><AssumeRolePolicyDocument>${document(role["assume_role_policy"])}</AssumeRolePolicyDocument></Role>`,
    ),
    ListRolePolicies: result(
      "ListRolePolicies",
      `<PolicyNames><member>${named}</member></PolicyNames><IsTruncated>false</IsTruncated>`,
    ),
    GetRolePolicy: result(
      "GetRolePolicy",
      `<RoleName>${role["name"] ?? ""}</RoleName><PolicyName>${named}</PolicyName><PolicyDocument>${document(policy["policy"])}</PolicyDocument>`,
    ),
    ListAttachedRolePolicies: result(
      "ListAttachedRolePolicies",
      "<AttachedPolicies></AttachedPolicies><IsTruncated>false</IsTruncated>",
    ),
  };
}

/** Answers as accounts do that all have what forwards, and a hub that has nothing. */
export function answersOfSize(accounts: number) {
  const { accounts: listed } = organizationOfSize(accounts);
  const ids = listed.map(({ id }) => id);
  const organization = organizationAnswers({
    managementAccount: MANAGEMENT,
    accounts: Object.fromEntries(ids.map((id) => [id, { name: id }])),
    units: { "r-ab12": { accounts: ids } },
  });
  const forwarder = forwarderAnswers();
  const answers = xmlAnswers();
  return (request: IncomingMessage, sent: string): StandInAnswer => {
    const target = request.headers["x-amz-target"];
    const operation =
      (typeof target === "string" ? target.split(".").at(-1) : undefined) ??
      new URLSearchParams(sent).get("Action") ??
      "";
    if (operation === "AssumeRole") {
      const account = new URLSearchParams(sent).get("RoleArn")?.split(":")[4] ?? "";
      return {
        body: `<AssumeRoleResponse><AssumeRoleResult><Credentials><AccessKeyId>ASIA${account}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2099-01-01T00:00:00Z</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
      };
    }
    const scope = /Credential=ASIA(\d+)\/\d+\/([^/]+)\//u.exec(request.headers.authorization ?? "");
    const [, account = "", region = ""] = scope ?? [];
    const placed = (text: string) =>
      text.replaceAll(sample.account, account).replaceAll(sample.region, region);
    const answer = forwarder[operation];
    // The bus of the hub has no rules.
    if (answer && !sent.includes('"EventBusName":"signin-alerts"')) {
      const asked = JSON.parse(sent) as Readonly<Record<string, unknown>>;
      return { body: placed(JSON.stringify(answer(asked))) };
    }
    const xml = answers[operation];
    if (xml !== undefined) return { body: placed(xml) };
    const said = organization(operation, sent);
    if (said.status === undefined) return said;
    return target === undefined
      ? xmlError("NotFound", "it does not exist", 404)
      : jsonError("ResourceNotFoundException", "it does not exist");
  };
}
