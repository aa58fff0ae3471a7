import {
  policyDocument,
  type PolicyConditions,
  type PolicyPrincipal,
  type PolicyStatement,
} from "../../aws";
import { blocked } from "../finding";
import type { Resource } from "../inventory";
import {
  isBlank,
  keyOf,
  optionalText,
  text,
  type AttachedPolicy,
  type ResourceIndex,
} from "../resource-index";

/** Arguments that narrow a permission in ways that are not followed. */
const notFollowed = ["qualifier", "event_source_token", "function_url_auth_type"];

/** What a function's permissions and its settings of failure are looked up with. */
export function functionKey(lambda: Resource): string {
  return keyOf(lambda, "{function}");
}

function principalOf(permission: Resource): PolicyPrincipal {
  const principal = text(permission, "principal");
  if (principal === "*") return "*";
  return principal.endsWith(".amazonaws.com") ? { Service: principal } : { AWS: principal };
}

/**
 * Each permission of a function as the statement of a policy that Lambda makes of it.
 * @see https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html
 */
export function functionPolicies(
  index: ResourceIndex,
  lambda: Resource,
): readonly AttachedPolicy[] {
  return index.find("aws_lambda_permission", functionKey(lambda)).map((resource) => {
    for (const argument of notFollowed) {
      if (isBlank(resource.attributes[argument])) continue;
      blocked("not-analyzed-setting", resource, argument);
    }
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
      Resource: text(lambda, "arn"),
      ...(Object.keys(condition).length > 0 && { Condition: condition }),
    };
    return { resource, json: policyDocument(statement), kind: "resource" as const };
  });
}
