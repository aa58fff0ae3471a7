import {
  argumentLimits,
  resourceTypes,
  schemaOf,
  type BlockSchema,
} from "../../../src/coverage/resource-types";
import { accepted, ARN, JSON_TEXT, refused } from "./values-of-forms";

type Body = Readonly<Record<string, unknown>>;

/** A resource, as it should be or with one thing changed. */
export interface AlteredResource {
  readonly type: string;
  /** What was changed, and whether a refusal is expected. */
  readonly change: string;
  readonly isRefused: boolean;
  readonly body: Body;
}

/** Values of required arguments that have a form of their own. */
const values: Readonly<Record<string, unknown>> = {
  "aws_iam_role_policy.role": "x",
  "aws_kms_alias.name": "alias/x",
  "aws_cloudtrail.name": "xxx",
  "aws_lambda_permission.action": "lambda:InvokeFunction",
  "aws_cloudwatch_dashboard.dashboard_body": JSON_TEXT,
  "aws_cloudwatch_log_resource_policy.policy_document": JSON_TEXT,
  "aws_cloudwatch_event_permission.principal": "111111111111",
  "aws_cloudwatch_event_permission.condition.key": "aws:PrincipalOrgID",
  "aws_cloudwatch_event_permission.condition.type": "StringEquals",
  "aws_cloudwatch_metric_alarm.metric_name": "x",
  "aws_cloudwatch_metric_alarm.metric_query.metric.period": 60,
  "aws_s3_bucket_logging.target_grant.permission": "READ",
  "aws_s3_bucket_logging.target_grant.grantee.type": "Group",
  "aws_s3_bucket_object_lock_configuration.rule.default_retention.mode": "GOVERNANCE",
  "aws_notifications_event_rule.event_type": "xxx",
  "aws_notifications_event_rule.source": "aws.signin",
  "aws_notifications_event_rule.regions": ["us-east-1"],
  "aws_notifications_notification_hub.notification_hub_region": "us-east-1",
  "aws_notificationscontacts_email_contact.email_address": "a@example.com",
  "aws_chatbot_slack_channel_configuration.slack_channel_id": "C0123456789",
  "aws_chatbot_slack_channel_configuration.slack_team_id": "T0123456789",
};

/** Arguments that only make sense beside others. */
const beside: Readonly<Record<string, Body>> = {
  aws_cloudwatch_metric_alarm: {
    namespace: "x",
    period: 60,
    statistic: "Sum",
    threshold: 1,
    metric_name: "x",
  },
  // Older versions want it, newer ones may have a type instead.
  aws_cloudwatch_log_delivery_destination: {
    delivery_destination_configuration: [{ destination_resource_arn: ARN }],
  },
  aws_kms_alias: { name: "alias/x" },
  // Some arguments are of those alone that keep an order, and the plan wants what is called in a file.
  aws_sns_topic: { name: "xxx.fifo", fifo_topic: true },
  aws_sqs_queue: { name: "xxx.fifo", fifo_queue: true },
  aws_lambda_function: { handler: "x", runtime: "nodejs22.x" },
  aws_kms_key: { enable_key_rotation: true },
};

function valueOf(path: string, name: string, kind: string): unknown {
  const own = values[path];
  if (own !== undefined) return own;
  const [type = "", ...rest] = path.split(".");
  const form = argumentLimits[type]?.forms?.[rest.join(".")];
  if (form !== undefined) return accepted(form)[0];
  if (kind === "number") return 1;
  if (kind === "bool") return true;
  if (kind === "list") return ["x"];
  if (kind === "map") return {};
  if (/policy$/u.test(name)) return JSON_TEXT;
  return /arns?$|^role$/u.test(name) ? ARN : "xxx";
}

function leastBody(schema: BlockSchema, path: string): Body {
  return Object.fromEntries([
    ...[...schema.arguments]
      .filter(([, { use }]) => use === "required")
      .map(([name, { kind }]) => [name, valueOf(`${path}.${name}`, name, kind)] as const),
    ...[...schema.blocks]
      .filter(([, { least }]) => least > 0)
      .map(([name, { block }]) => [name, [leastBody(block, `${path}.${name}`)]] as const),
  ]);
}

/** A resource of a type with what it has to have. */
function leastResource(type: string): Body {
  const schema = schemaOf(type);
  if (schema === undefined) throw new Error(`there is no schema of ${type}`);
  const needed = (argumentLimits[type]?.oneOf ?? []).map(([first = ""]): [string, unknown] => [
    first,
    valueOf(`${type}.${first}`, first, "string"),
  ]);
  return { ...leastBody(schema, type), ...Object.fromEntries(needed), ...beside[type] };
}

/** A body with a value at a path; blocks on the way have what they have to have. */
function withValue(type: string, path: string, value: unknown): Body {
  const put = (body: Body, schema: BlockSchema, names: readonly string[], at: string): Body => {
    const [name = "", ...rest] = names;
    if (rest.length === 0) return { ...body, [name]: value };
    const inner = schema.blocks.get(name)?.block;
    if (inner === undefined) throw new Error(`${at} has no block ${name}`);
    const [found] = (body[name] ?? []) as readonly Body[];
    const own = found ?? leastBody(inner, `${at}.${name}`);
    return { ...body, [name]: [put(own, inner, rest, `${at}.${name}`)] };
  };
  const schema = schemaOf(type);
  if (schema === undefined) throw new Error(`there is no schema of ${type}`);
  return put(leastResource(type), schema, path.split("."), type);
}

function without(body: Body, name: string): Body {
  return Object.fromEntries(Object.entries(body).filter(([each]) => each !== name));
}

function ofType(type: string): readonly AlteredResource[] {
  const least = leastResource(type);
  const { forms = {}, exclusive = [], oneOf = [] } = argumentLimits[type] ?? {};
  const schema = schemaOf(type);
  const row = (change: string, isRefused: boolean, body: Body) => ({
    type,
    change,
    isRefused,
    body,
  });
  const written = [...(schema?.arguments ?? [])].filter(([name]) => name !== "region");
  return [
    row("as it should be", false, least),
    row("an unknown argument", true, { ...least, nmae: "x" }),
    row("an unknown block", true, { ...least, nmae: [{ x: 1 }] }),
    ...written
      .filter(([, { use }]) => use === "required")
      .map(([name]) => row(`without ${name}`, true, without(least, name))),
    ...[...(schema?.blocks ?? [])]
      .filter(([, { least: number }]) => number > 0)
      .map(([name]) => row(`without ${name}`, true, without(least, name))),
    ...written
      .filter(([name, { use }]) => name === "id" && use === "optional")
      .map(([name]) => row(`${name} is set`, true, { ...least, [name]: "x" })),
    ...written
      .filter(([, { use }]) => use === "computed")
      .map(([name]) => row(`${name} is set`, true, { ...least, [name]: "x" })),
    ...written
      .filter(([, { kind, use }]) => kind !== "string" && use === "optional")
      .map(([name]) => row(`${name} is a text`, true, { ...least, [name]: "xyz" })),
    ...written
      .filter(([, { kind, use }]) => kind === "string" && use !== "computed")
      .map(([name]) => row(`${name} is a list`, true, { ...least, [name]: ["x"] })),
    ...written
      .filter(([, { kind }]) => kind === "number")
      .map(([name]) => row(`${name} is 1.5`, name !== "threshold", { ...least, [name]: 1.5 })),
    ...written
      .filter(([name, { kind }]) => kind === "number" && name !== "threshold")
      .flatMap(([name]) =>
        [1e19, "0x10", " 1"].map((value) =>
          row(`${name} is ${shortened(value)}`, true, { ...least, [name]: value }),
        ),
      ),
    ...written
      .filter(([name, { kind, use }]) => kind === "bool" && use !== "computed" && !(name in least))
      .map(([name]) => row(`${name} is "1"`, false, { ...least, [name]: "1" })),
    ...written
      .filter(([, { kind, use }]) => kind === "list" && use !== "computed")
      .map(([name]) => row(`${name} holds a list`, true, { ...least, [name]: [["x"]] })),
    ...written
      .filter(([, { kind, use }]) => kind === "map" && use !== "computed")
      .map(([name]) => row(`${name} holds a list`, true, { ...least, [name]: { x: ["x"] } })),
    ...Object.entries(forms).flatMap(([path, form]) => [
      ...accepted(form).map((value) =>
        row(`${path} is ${shortened(value)}`, false, withValue(type, path, value)),
      ),
      ...refused(form).map((value) =>
        row(`${path} is ${shortened(value)}`, true, withValue(type, path, value)),
      ),
    ]),
    ...exclusive.flatMap(([one = "", ...others]) =>
      others.map((other) => {
        const path = other.includes(".") ? other : undefined;
        return row(`${one} beside ${other}`, true, {
          ...least,
          ...(path === undefined ? { [one]: anyOf(type, one), [other]: anyOf(type, other) } : {}),
          ...(path !== undefined && bothIn(type, one, other)),
        });
      }),
    ),
    ...oneOf.map((names) => row(`none of ${names.join(", ")}`, true, names.reduce(without, least))),
  ];
}

/** Any value that an argument or block may have. */
function anyOf(type: string, name: string): unknown {
  const schema = schemaOf(type);
  const block = schema?.blocks.get(name)?.block;
  if (block !== undefined) return [leastBody(block, `${type}.${name}`)];
  return valueOf(`${type}.${name}`, name, schema?.arguments.get(name)?.kind ?? "string");
}

function bothIn(type: string, one: string, other: string): Body {
  const [root = ""] = one.split(".");
  const first = withValue(type, one, 1)[root] as readonly Body[];
  const [, inner = "", last] = other.split(".");
  const [block = {}] = first;
  if (last === undefined) return { [root]: [{ ...block, [inner]: 1 }] };
  const [nested = {}] = block[inner] as readonly Body[];
  return { [root]: [{ ...block, [inner]: [{ ...nested, [last]: 1 }] }] };
}

function shortened(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 30)}… (${text.length - 2})` : text;
}

/** Every registered type, as it should be and with one thing changed at a time, by what the check knows of it. */
export const alteredResources: readonly AlteredResource[] = [...resourceTypes.keys()].flatMap(
  ofType,
);
