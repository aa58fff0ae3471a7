import { parseArn, partitions } from "../../aws";
import { readableJson } from "../../json/value";
import { formattedMessage, jsonMessage, type JsonProtocol } from "../../catalog";
import { BlockedError, blocked, blockersOf, step, type Finding, type Hop } from "../finding";
import type { RuleId } from "../finding-rules";
import type { Resource } from "../inventory";
import type { Call } from "../policy";
import {
  accountOf,
  isSamePlace,
  optionalText,
  placeOf,
  policiesOf,
  requireAllowed,
  shownAddress,
  text,
  verdict,
  type AttachedPolicy,
  type ResourceIndex,
} from "../resource-index";
import { encrypting, requireKeyUse, requireTrust } from "./access";
import { permissionsOf } from "./role-permissions";
import { boundaryHops } from "./boundary";
import { checkSettings, fallbackHop, formatterNames, functionPolicies } from "./function";
import { executionRole, requireTracing } from "./function-role";
import { publishedJson, publishedTopic } from "./function-variables";
import { alertOf, renderedInput } from "./message";
import type { Run } from "./run";
import { recipientsOf } from "./subscriptions";
import { topicAt, topicKey } from "./topic";

/** A rule invokes a function, which publishes to a topic what this package's function would. */
export function deliverByFunction(
  run: Run,
  rule: Resource,
  target: Resource,
  hops: readonly Hop[],
): void {
  const { index } = run;
  const input = functionInput(run, rule, target);
  const { permissionsBoundary: boundary } = run.options;
  const asked = `function target ${shownAddress(target)} ${boundary ?? ""}`;
  const passage = index.once(asked, () => functionPassage(index, rule, target, boundary));
  const accountNames = formatterNames(index, passage.lambda, run.options);
  const arn = parseArn(passage.topic);
  const partition = partitions.find((each) => each === arn?.partition) ?? "aws";
  const context = { partition, accountNames };
  const message = formattedMessage(input, context);
  const ofJson = passage.recipients.filter((recipient) =>
    passage.json.some((protocol) => recipient.startsWith(`${protocol}:`)),
  );
  run.findings.push(...passage.findings);
  run.deliveries.push({
    ...alertOf(run, target),
    topic: passage.topic,
    recipients: passage.recipients,
    subject: message.subject,
    text: message.text,
    ...(ofJson.length > 0 && {
      json: {
        recipients: ofJson,
        text: JSON.stringify(jsonMessage(message, input, context)),
      },
    }),
    hops: [...hops, ...passage.hops],
  });
}

function functionInput(run: Run, rule: Resource, target: Resource): unknown {
  const input = renderedInput(run, rule, target);
  try {
    return readableJson(input);
  } catch {
    const detail = "the input for the function is not one JSON value";
    return blocked("transformer-invalid", target, detail);
  }
}

/** The way from a rule through a function to its topic, which is the same for every event. */
interface FunctionPassage {
  readonly lambda: Resource;
  readonly topic: string;
  readonly recipients: readonly string[];
  /** Protocols whose subscribers get JSON. */
  readonly json: readonly JsonProtocol[];
  readonly hops: readonly Hop[];
  /** What is wrong with what happens when the function fails. */
  readonly findings: readonly Finding[];
}

function functionPassage(
  index: ResourceIndex,
  rule: Resource,
  target: Resource,
  boundary: string | undefined,
): FunctionPassage {
  const arn = text(target, "arn");
  const lambda = index.named("aws_lambda_function", arn, "destination-missing", target);
  if (!isSamePlace(placeOf(rule), placeOf(lambda))) {
    blocked("different-place", target, `its rule and the function ${shownAddress(lambda)}`);
  }
  checkSettings(lambda);
  const policies = functionPolicies(index, lambda);
  const statement = requireAllowed(index, "resource-policy-denies", lambda, policies, {
    kind: "rule to function",
    principal: { service: "events.amazonaws.com" },
    action: "lambda:InvokeFunction",
    resource: arn,
    source: text(rule, "arn"),
  });
  const role = executionRole(index, lambda);
  const trust = requireTrust(index, role, "lambda.amazonaws.com", {
    kind: "service to role",
    source: arn,
    sourceAccount: accountOf(lambda),
  });
  requireTracing(index, lambda, role);
  const topicArn = publishedTopic(lambda);
  const json = publishedJson(lambda);
  const topic = topicAt(index, { resource: lambda, arn: topicArn });
  const publishing = publishingHops(index, role, { lambda: arn, topic, arn: topicArn, boundary });
  let fallback: readonly Hop[] = [];
  const findings = blockersOf(() => (fallback = [fallbackHop(index, lambda, topicArn)]));
  const { recipients, hop } = recipientsOf(index, topic, topicArn);
  return {
    lambda,
    topic: topicArn,
    recipients,
    json,
    hops: [
      step("target", target, `invokes ${arn}`),
      step("function permission", lambda, `statement ${statement} lets the rule invoke it`),
      step("role trust", role, `statement ${trust} lets Lambda assume it`),
      step("function", lambda, `publishes to ${topicArn}`),
      ...publishing,
      ...fallback,
      hop,
    ],
    findings,
  };
}

/** What a function publishes to. */
interface Publishing {
  /** ARN of the function. */
  readonly lambda: string;
  readonly topic: Resource;
  /** ARN of the topic. */
  readonly arn: string;
  /** @default - none */
  readonly boundary: string | undefined;
}

/**
 * Why a function may publish to a topic with its role.
 * @throws BlockedError when the role may not publish or encrypt
 */
function publishingHops(
  index: ResourceIndex,
  role: Resource,
  { lambda, topic, arn, boundary }: Publishing,
): readonly Hop[] {
  const principal = { account: accountOf(role), arn: text(role, "arn") };
  // In policies of resources AWS does not let one ask for it, and does not say what comes of it.
  // https://docs.aws.amazon.com/lambda/latest/dg/permissions-source-function-arn.html
  const also = { "lambda:SourceFunctionArn": { sent: "perhaps", oneOf: [lambda] } } as const;
  const calling = { kind: "role to resource", principal, also } as const;
  const permissions = permissionsOf(index, role);
  const publish = { ...calling, action: "sns:Publish", resource: arn };
  const hops = [
    mayByEither(index, role, permissions, topic, "resource-policy-denies", publish),
    ...boundaryHops(index, role, publish, boundary),
    step("topic policy", topic, "it does not refuse the role, which is of its account"),
  ];
  const key = topicKey(index, topic, "the function");
  if (key === undefined) return [...hops, step("topic", topic, "it is not encrypted")];
  // Of another account's key both policies have to allow, each by itself.
  if (accountOf(key) !== principal.account) {
    blocked("not-analyzed-policy", key, `the role ${principal.arn} is of another account`);
  }
  for (const action of encrypting) {
    const request = {
      ...calling,
      action,
      resource: text(key, "arn"),
      kind: "role to topic key",
    } as const;
    mayByEither(index, role, permissions, key, "key-policy-denies", request);
    boundaryHops(index, role, request, boundary);
    // A key's account gives nothing away that the policy of the key does not.
    requireKeyUse(index, key, [action], { kind: "role to topic key", principal, also });
  }
  const name = optionalText(role, "name") ?? "the role";
  return [...hops, step("key policy", key, `it lets ${name} encrypt and decrypt`)];
}

/**
 * In one account it is enough that the role's own policies allow, or that the resource's policy names the
 * role; neither may deny.
 * @throws BlockedError where neither allows, or one denies
 */
function mayByEither(
  index: ResourceIndex,
  role: Resource,
  permissions: readonly AttachedPolicy[],
  resource: Resource,
  rule: RuleId,
  call: Call,
): Hop {
  const own = verdict(index, "role-permission-denies", permissions, call);
  const said = verdict(index, rule, policiesOf(index, resource), call);
  for (const each of [own, said]) {
    if (each?.effect === "deny") throw new BlockedError(each.blocker);
    if (each?.effect === "implicit-deny" && each.doubt) throw new BlockedError(each.doubt);
  }
  if (own?.effect === "allow") {
    return step("role permission", role, `statement ${own.statement} allows ${call.action}`);
  }
  if (said?.effect === "allow" && said.isDirect) {
    return step("resource policy", resource, `statement ${said.statement} names the role`);
  }
  requireAllowed(index, "role-permission-denies", role, permissions, call);
  return step("role permission", role, `allows ${call.action}`);
}
