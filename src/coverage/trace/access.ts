import { parseArn } from "../../aws";
import { partitionOfRegion } from "../../aws/regions";
import { logsPrincipal } from "../../aws/service-principals";
import { blocked } from "../finding";
import type { RuleId } from "../finding-rules";
import type { Resource } from "../inventory";
import type { Call } from "../policy";
import {
  flag,
  isSamePlace,
  optionalText,
  placeOf,
  policiesOf,
  requireAllowed,
  text,
  type ResourceIndex,
} from "../resource-index";

/**
 * The statement of a role's trust policy that lets a service assume it.
 * @throws BlockedError where none does
 */
export function requireTrust(
  index: ResourceIndex,
  role: Resource,
  service: string,
  call: Pick<Call, "kind" | "source" | "sourceAccount">,
  rule: RuleId = "role-trust-denies",
): string {
  const trust = { resource: role, json: text(role, "assume_role_policy"), kind: "trust" } as const;
  return requireAllowed(index, rule, role, [trust], {
    principal: { service },
    action: "sts:AssumeRole",
    resource: text(role, "arn"),
    // The service asks in its own region, whichever that is.
    regions: [],
    ...call,
  });
}

/** How a key is used. */
interface KeyUse {
  /** Who uses it, and may not use a key that AWS manages. @default - it may */
  readonly service?: string;
  /** Region of what is encrypted. @default - that of the resource that names the key */
  readonly region?: string;
}

/**
 * The key that an argument names by its ARN, id or alias; undefined where it names none. It may be of
 * another account, by its ARN, but not of another region.
 * @throws BlockedError for a key that does not exist, is elsewhere, is disabled, or is AWS's
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
 */
export function encryptionKey(
  index: ResourceIndex,
  holder: Resource,
  argument: string,
  { service, region = placeOf(holder).region }: KeyUse = {},
): Resource | undefined {
  const name = optionalText(holder, argument);
  if (name === undefined) return undefined;
  if (service !== undefined && /(^|:)alias\/aws\//u.test(name)) {
    blocked("key-policy-denies", holder, `${name}, which ${service} may not use`);
  }
  const key = findKey(index, holder, name);
  const keyRegion = key ? placeOf(key).region : parseArn(name)?.region;
  if (keyRegion !== undefined && keyRegion !== region) {
    blocked(
      "key-in-other-region",
      holder,
      `${name} is in ${keyRegion}, what it encrypts in ${region}`,
    );
  }
  if (key === undefined) return blocked("key-missing", holder, name);
  if (!flag(key, "is_enabled", true)) blocked("key-disabled", key);
  return key;
}

function findKey(index: ResourceIndex, holder: Resource, name: string): Resource | undefined {
  const { account, region } = parseArn(name) ?? placeOf(holder);
  const alias = /(?:^|:)(alias\/.*)$/u.exec(name)?.[1];
  if (alias === undefined) return keyNamed(index, holder, name);
  const [found] = index.find("aws_kms_alias", `${account}/${region}/${alias}`);
  return found && keyNamed(index, found, text(found, "target_key_id"));
}

/** The key of an ARN, or of an id in the place of what names it. */
function keyNamed(index: ResourceIndex, holder: Resource, name: string): Resource | undefined {
  const [byArn] = index.find("aws_kms_key", name);
  if (byArn) return byArn;
  const place = placeOf(holder);
  return index
    .all("aws_kms_key")
    .find((key) => isSamePlace(placeOf(key), place) && text(key, "key_id") === name);
}

/**
 * The key of a log group lets CloudWatch Logs use it.
 * @throws BlockedError where it does not, or is elsewhere
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function requireGroupKey(index: ResourceIndex, group: Resource, groupArn: string): void {
  const key = encryptionKey(index, group, "kms_key_id");
  if (key === undefined) return;
  const place = placeOf(group);
  const partition = partitionOfRegion(place.region);
  requireKeyUse(index, key, ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"], {
    kind: "log group to key",
    principal: { service: logsPrincipal({ ...place, partition }) },
    source: groupArn,
  });
}

/** @throws BlockedError where the policy of a key does not allow one of these actions */
export function requireKeyUse(
  index: ResourceIndex,
  key: Resource,
  actions: readonly string[],
  call: Omit<Call, "action" | "resource">,
): void {
  for (const action of actions) {
    requireAllowed(index, "key-policy-denies", key, policiesOf(index, key), {
      ...call,
      action,
      resource: text(key, "arn"),
    });
  }
}

/** What it takes of a key to send to a topic or a queue that is encrypted with it. */
export const encrypting = ["kms:GenerateDataKey", "kms:Decrypt"] as const;
