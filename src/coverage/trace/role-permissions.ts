import { parseArn } from "../../aws";
import { blocked } from "../finding";
import type { Resource } from "../inventory";
import { isList } from "../inventory/value";
import {
  accountOf,
  blocks,
  known,
  optionalText,
  text,
  type AttachedPolicy,
  type ResourceIndex,
} from "../resource-index";

/**
 * Policies of AWS that deny nothing, of those that organizations attach to every role. AWS only ever adds
 * permissions to its policies. What they allow is not counted upon.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_managed-vs-inline.html
 */
const allowing: ReadonlySet<string> = new Set([
  "policy/AdministratorAccess",
  "policy/AmazonSSMManagedInstanceCore",
  "policy/AWSXRayDaemonWriteAccess",
  "policy/CloudWatchAgentServerPolicy",
  "policy/CloudWatchLambdaInsightsExecutionRolePolicy",
  "policy/PowerUserAccess",
  "policy/ReadOnlyAccess",
  "policy/SecurityAudit",
  "policy/job-function/ViewOnlyAccess",
  "policy/service-role/AWSLambdaBasicExecutionRole",
]);

/** Every identity policy of a role. @throws BlockedError for what might deny and is not known */
export function permissionsOf(index: ResourceIndex, role: Resource): readonly AttachedPolicy[] {
  const key = `${accountOf(role)}/${text(role, "name")}`;
  const managed = [
    ...managedArns(role).map((arn) => ({ by: role, arn })),
    ...index
      .find("aws_iam_role_policy_attachment", key)
      .map((attachment) => ({ by: attachment, arn: text(attachment, "policy_arn") })),
  ].flatMap(({ by, arn }) => managedPolicy(index, role, by, arn));
  const inline = blocks(role, "inline_policy").flatMap((policy) => {
    const json = optionalText(role, "policy", policy);
    return json === undefined ? [] : [{ resource: role, json }];
  });
  const separate = index
    .find("aws_iam_role_policy", key)
    .map((resource) => ({ resource, json: text(resource, "policy") }));
  return [...inline, ...separate, ...managed].map((policy) => ({ ...policy, kind: "identity" }));
}

function managedArns(role: Resource): readonly string[] {
  const name = "managed_policy_arns";
  const value = known(role, name, role.attributes[name]);
  if (value === undefined || value === null) return [];
  const arns = isList(value) ? value : [value];
  return arns.map((arn) =>
    typeof arn === "string" ? arn : blocked("value-invalid", role, `${name} has no texts`),
  );
}

/** What an attached policy says; nothing where it is one of AWS that denies nothing. */
function managedPolicy(
  index: ResourceIndex,
  role: Resource,
  by: Resource,
  arn: string,
): readonly Pick<AttachedPolicy, "resource" | "json">[] {
  const { account, resource = "" } = parseArn(arn) ?? {};
  if (account === "aws" && allowing.has(resource)) return [];
  const [policy] = account === accountOf(role) ? index.find("aws_iam_policy", arn) : [];
  if (policy) return [{ resource: policy, json: text(policy, "policy") }];
  return blocked("not-analyzed-policy", by, `an attached managed policy, ${arn}`);
}
