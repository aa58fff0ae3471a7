import {
  evaluatePolicies,
  parsePolicy,
  PolicyParseError,
  type Decision,
  type PolicyKind,
  type PolicyRequest,
} from "../../../src/coverage/policy";

export const HUB = "111111111111";
export const MEMBER = "222222222222";
export const ORGANIZATION = "o-abc";
export const BUS = `arn:aws:events:eu-central-1:${HUB}:event-bus/signin-alerts`;
export const TOPIC = `arn:aws:sns:eu-central-1:${HUB}:signin-alerts`;

/** A statement of a topic policy that allows everything asked of it, but for what is replaced. */
export function topicStatement(replaced: object = {}): object {
  return { Effect: "Allow", Principal: "*", Action: "sns:Publish", Resource: TOPIC, ...replaced };
}

/** A policy of these statements. */
export function policyOf(...statements: readonly object[]): object {
  return { Version: "2012-10-17", Statement: statements };
}

/** What a service sends of the resource that it acts for: nothing. */
const WITHOUT_SOURCE = {
  "aws:SourceArn": [],
  "aws:SourceAccount": [],
  "aws:SourceOrgID": [],
  "aws:SourceOrgPaths": [],
} as const;

/** A context in which a service sends nothing of the resource that it acts for, but for what is listed. */
export function withoutSource(context: PolicyRequest["context"]): PolicyRequest["context"] {
  const listed = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  const absent = Object.entries(WITHOUT_SOURCE).filter(([key]) => !listed.has(key.toLowerCase()));
  return { ...Object.fromEntries(absent), ...context };
}

/** A call of EventBridge to publish to the topic, but for what is replaced. */
export function publishRequest(replaced: Partial<PolicyRequest> = {}): PolicyRequest {
  return {
    principal: { service: "events.amazonaws.com" },
    action: "sns:Publish",
    resource: TOPIC,
    ...replaced,
    context: withoutSource(replaced.context ?? {}),
  };
}

/** What a policy says to a request. */
export function decide(policy: unknown, request: PolicyRequest, kind?: PolicyKind): Decision {
  return evaluatePolicies([parsePolicy(policy, kind === undefined ? {} : { kind })], request);
}

/** Whether a topic policy with this condition allows a request of this context; undefined if not known. */
export function allowsUnder(
  condition: object,
  context: PolicyRequest["context"],
): boolean | undefined {
  const policy = policyOf(topicStatement({ Condition: condition }));
  const { effect } = decide(policy, publishRequest({ context }));
  return effect === "unknown" ? undefined : effect === "allow";
}

/** Why it is not known what a policy says to a request; empty where it is. */
export function doubtOf(policy: unknown, request: PolicyRequest, kind?: PolicyKind): string {
  const decision = decide(policy, request, kind);
  return decision.effect === "unknown" ? decision.reason : "";
}

/** The places and messages of a policy that is refused, each as one line. */
export function problemsOf(policy: unknown, kind?: PolicyKind): readonly string[] {
  try {
    parsePolicy(policy, kind === undefined ? {} : { kind });
    return [];
  } catch (error) {
    if (!(error instanceof PolicyParseError)) throw error;
    return error.problems.map(({ path, message }) => `${path}: ${message}`);
  }
}
