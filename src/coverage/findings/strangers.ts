import { eventRuleArn, parseArn } from "../../aws";
import { blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import type { Call } from "../policy";
import {
  organizationOf,
  policiesOf,
  shownAddress,
  text,
  verdict,
  type AttachedPolicy,
  type ResourceIndex,
} from "../resource-index";
import { alertRules, forwardingRules } from "../trace/rules";

/** An account, and an organization, that do not exist. */
export const STRANGER = "000000000000";
const strangeOrganization = "o-0000000000";

/**
 * An account outside of the organization, of another one and of none. It may call by a rule of its own,
 * and then AWS may say so.
 */
export function asStranger(
  index: ResourceIndex,
  resource: string,
  account = STRANGER,
): readonly Pick<
  Call,
  "kind" | "principal" | "source" | "organization" | "resourceOrganization"
>[] {
  const { partition = "aws", region = "us-east-1" } = parseArn(resource) ?? {};
  const place = {
    partition: partition === "aws-cn" ? partition : ("aws" as const),
    account,
    region,
  };
  const source = eventRuleArn(place, "any");
  const resourceOrganization = organizationOf(index);
  return [strangeOrganization, ""].map((organization) => ({
    kind: "role to bus",
    principal: { account, arn: `arn:${partition}:iam::${account}:role/any` },
    source,
    organization,
    resourceOrganization,
  }));
}

/** The accounts that the text of a policy names as principals, or by conditions. */
export function namedAccounts(policy: Resource): readonly string[] {
  const { policy: json } = policy.attributes;
  if (typeof json !== "string") return [];
  const ids = json.matchAll(/"(?:arn:[a-z-]+:iam::)?(\d{12})(?::(?:root|role|user)[^"]*)?"/gu);
  return [...new Set([...ids].map(([, account]) => account ?? ""))];
}

/** What a stranger could do harm with, by what it is done to. */
const harmful = {
  aws_sns_topic: ["sns:Publish", "sns:Subscribe", "sns:SetTopicAttributes", "sns:DeleteTopic"],
  aws_sqs_queue: ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:PurgeQueue"],
  aws_iam_role: ["sts:AssumeRole"],
} as const;

/** Topics, dead-letter queues and roles of the path that an account outside of the organization may use. */
export function strangerFindings(index: ResourceIndex): readonly Finding[] {
  return onThePath(index).flatMap((resource) => {
    const actions = harmful[resource.type as keyof typeof harmful];
    const allowed = new Set<string>();
    let by = resource;
    // What cannot be read stops the event.
    blockersOf(() => {
      const arn = text(resource, "arn");
      const policies = policiesFor(index, resource);
      const calls = asStranger(index, arn);
      for (const action of actions) {
        const asked = { action, resource: arn, ...(action === "sns:Subscribe" && subscribing) };
        for (const call of calls) {
          blockersOf(() => {
            const said = verdict(index, "open-to-strangers", policies, { ...call, ...asked });
            if (said?.effect !== "allow") return;
            ({ by } = said);
            allowed.add(action);
          });
        }
      }
    });
    const detail = `${[...allowed].join(", ")} on ${shownAddress(resource)}`;
    return allowed.size === 0 ? [] : [finding("open-to-strangers", by, detail)];
  });
}

/** Whoever subscribes chooses how. */
const subscribing = {
  also: { "sns:Protocol": { sent: "always" }, "sns:Endpoint": { sent: "always" } },
} as const;

function policiesFor(index: ResourceIndex, resource: Resource): readonly AttachedPolicy[] {
  if (!("assume_role_policy" in resource.attributes)) return policiesOf(index, resource);
  return [{ resource, json: text(resource, "assume_role_policy"), kind: "trust" }];
}

/** The topics, dead-letter queues and roles that rules of sign-ins send by. */
function onThePath(index: ResourceIndex): readonly Resource[] {
  const found = new Set<Resource>();
  for (const { targets } of [...forwardingRules(index), ...alertRules(index)]) {
    for (const target of targets) {
      const queues = [target.attributes["dead_letter_config"]].flat();
      const queue = queues.map((config) => (config as { arn?: unknown } | undefined)?.arn);
      for (const arn of [target.attributes["arn"], target.attributes["role_arn"], ...queue]) {
        if (typeof arn !== "string") continue;
        for (const type of Object.keys(harmful)) {
          const [resource] = index.find(type, arn);
          if (resource) found.add(resource);
        }
      }
    }
  }
  return [...found];
}
