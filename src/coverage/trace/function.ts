import {
  policyDocument,
  type PolicyConditions,
  type PolicyPrincipal,
  type PolicyStatement,
} from "../../aws";
import type { AccountNames } from "../../catalog";
import {
  accountNamesIn,
  formatterRetry,
  formatterRuntimes,
  formatterSettings,
  functionPackage,
  hashOf,
} from "../../formatter";
import { blocked, step, type Hop } from "../finding";
import type { Resource } from "../inventory";
import { fileKey } from "../inventory/inventory";
import {
  block as blockOf,
  keyOf,
  number,
  optionalText,
  settingsNotAnalyzed,
  shownAddress,
  text,
  type AttachedPolicy,
  type ResourceIndex,
} from "../resource-index";
import type { TraceOptions } from "./run";

/** @throws BlockedError for settings with which the function would not run as it should */
export function checkSettings(lambda: Resource): void {
  const runs: readonly (readonly [string, readonly string[]])[] = [
    ["runtime", formatterRuntimes],
    ["handler", [formatterSettings.handler]],
  ];
  for (const [name, wanted] of runs) {
    const found = text(lambda, name);
    if (!wanted.includes(found)) {
      const should = `it should be ${wanted.join(" or ")}`;
      blocked("function-differs", lambda, `${name} is ${found}, ${should}`);
    }
  }
  if (number(lambda, "reserved_concurrent_executions", lambda.attributes) === 0) {
    blocked("function-differs", lambda, "reserved_concurrent_executions is 0: it never runs");
  }
  const least = [
    ["timeout", formatterSettings.timeout],
    ["memory_size", formatterSettings.memorySize],
  ] as const;
  for (const [name, wanted] of least) {
    const found = number(lambda, name, lambda.attributes) ?? 0;
    if (found < wanted) {
      const should = `it should be at least ${wanted}`;
      blocked("function-differs", lambda, `${name} is ${found}, ${should}`);
    }
  }
}

/**
 * The names that a function shows beside the ids of accounts. What the function does is known only
 * because its code, by its hash, is the one that this package makes of these names.
 * @throws BlockedError for any other code
 */
export function formatterNames(
  index: ResourceIndex,
  lambda: Resource,
  { accountNames }: TraceOptions,
): AccountNames {
  const found = index.once(`names of ${shownAddress(lambda)}`, () => packagedNames(index, lambda));
  const names = found ?? accountNames;
  if (functionPackage(names ?? {}).hash === text(lambda, "source_code_hash")) return names ?? {};
  return names === undefined
    ? blocked("function-code-unknown", lambda, "neither package nor names of accounts are known")
    : blocked("function-differs", lambda, "source_code_hash");
}

/** The names in the package of a function; undefined where none was looked for, as for a plan. */
function packagedNames(index: ResourceIndex, lambda: Resource): AccountNames | undefined {
  const filename = optionalText(lambda, "filename");
  // AWS does not say which file the code was.
  if (filename === undefined) return undefined;
  const zip = index.inventory.files?.get(fileKey(lambda.stack, filename));
  if (zip === undefined) return undefined;
  if ("unreadable" in zip) {
    const why = `${filename} cannot be read: ${zip.unreadable}`;
    return blocked("function-code-unknown", lambda, why);
  }
  if (hashOf(zip) !== text(lambda, "source_code_hash")) {
    blocked("function-differs", lambda, "source_code_hash is not that of its package");
  }
  return (
    accountNamesIn(zip) ?? blocked("function-differs", lambda, "its package has no accounts.json")
  );
}

/** The permissions of a function, its versions and aliases. */
function permissionsFor(index: ResourceIndex, lambda: Resource): readonly Resource[] {
  return index.find("aws_lambda_permission", keyOf(lambda, "{function}"));
}

/** Undefined for the function itself; versions and aliases that some permission is for. */
export function qualifiersOf(
  index: ResourceIndex,
  lambda: Resource,
): ReadonlySet<string | undefined> {
  const named = permissionsFor(index, lambda).map((each) => optionalText(each, "qualifier"));
  return new Set([undefined, ...named]);
}

/**
 * Each permission of a function as the statement of a policy that Lambda makes of it. A version or an
 * alias has permissions of its own, and none of the function's.
 * @param qualifier - version or alias; left out, the function itself
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 */
export function functionPolicies(
  index: ResourceIndex,
  lambda: Resource,
  qualifier?: string,
): readonly AttachedPolicy[] {
  const all = permissionsFor(index, lambda);
  const own = all.filter((permission) => optionalText(permission, "qualifier") === qualifier);
  // Those of others allow nothing here, but they are what a reader has to look at.
  return (own.length > 0 ? own : all).map((resource) => {
    const of = optionalText(resource, "qualifier");
    const [setting] = settingsNotAnalyzed(resource);
    if (setting !== undefined) blocked("not-analyzed-setting", resource, setting);
    const sourceArn = optionalText(resource, "source_arn");
    const account = optionalText(resource, "source_account");
    const organization = optionalText(resource, "principal_org_id");
    const equal = {
      ...(account !== undefined && { "aws:SourceAccount": account }),
      ...(organization !== undefined && { "aws:PrincipalOrgID": organization }),
    };
    const condition: PolicyConditions = {
      ...(sourceArn !== undefined && { ArnLike: { "aws:SourceArn": sourceArn } }),
      ...(Object.keys(equal).length > 0 && { StringEquals: equal }),
    };
    const statement: PolicyStatement = {
      Sid: optionalText(resource, "statement_id")?.replace(/[^A-Za-z0-9]/gu, "") ?? "Permission",
      Effect: "Allow",
      Principal: principalOf(resource),
      Action: text(resource, "action"),
      Resource: [text(lambda, "arn"), ...(of === undefined ? [] : [of])].join(":"),
      ...(Object.keys(condition).length > 0 && { Condition: condition }),
    };
    return { resource, json: policyDocument(statement), kind: "resource" };
  });
}

function principalOf(permission: Resource): PolicyPrincipal {
  const principal = text(permission, "principal");
  if (principal === "*") return "*";
  return principal.endsWith(".amazonaws.com") ? { Service: principal } : { AWS: principal };
}

/**
 * What becomes of an event that a function could not publish. That the role may send it follows from
 * its permission for the same topic.
 * @throws BlockedError when no recipient, or another one, would be notified of it
 * @see https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html
 */
export function fallbackHop(index: ResourceIndex, lambda: Resource, topic: string): Hop {
  const rule = "function-fallback-missing";
  const config = index.named(
    "aws_lambda_function_event_invoke_config",
    keyOf(lambda, "{function}"),
    rule,
    lambda,
    "it has no destination",
  );
  const destinations = blockOf(config, "destination_config");
  const destination =
    destinations && blockOf({ ...config, attributes: destinations }, "on_failure");
  if (destination === undefined) return blocked(rule, config, "it has no on_failure");
  const arn = text(config, "destination", destination);
  if (arn !== topic) blocked(rule, config, `the event goes to ${arn}`);
  const attempts = number(config, "maximum_retry_attempts", config.attributes) ?? 2;
  if (attempts < formatterRetry.attempts) {
    const wanted = `it should be ${formatterRetry.attempts}`;
    blocked("retry-differs", config, `maximum_retry_attempts is ${attempts}, ${wanted}`);
  }
  const age = number(config, "maximum_event_age_in_seconds", config.attributes) ?? 21_600;
  if (age !== formatterRetry.eventAge) {
    const wanted = `it should be ${formatterRetry.eventAge}`;
    blocked("retry-differs", config, `maximum_event_age_in_seconds is ${age}, ${wanted}`);
  }
  return step("fallback", config, "if the function fails, Lambda publishes the event itself there");
}
