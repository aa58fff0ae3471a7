import { blocked, step, type Hop } from "../finding";
import type { Resource } from "../inventory";
import {
  accountOf,
  blocks,
  isBlank,
  optionalText,
  requireAllowed,
  text,
  type AttachedPolicy,
  type ResourceIndex,
} from "../resource-index";

/** What a rule's role lets it do. */
export interface RolePassage {
  readonly role: Resource;
  readonly hops: readonly Hop[];
}

const events = { service: "events.amazonaws.com" };

/**
 * Why EventBridge may send to a bus with the role of a target.
 * @throws BlockedError when there is no role, or when it does not trust the rule or may not send
 */
export function rolePassage(index: ResourceIndex, rule: Resource, target: Resource): RolePassage {
  const arn = optionalText(target, "role_arn");
  if (arn === undefined) return blocked("target-role-missing", target);
  const [role] = index.find("aws_iam_role", arn);
  if (role === undefined) return blocked("role-missing", target, arn);
  const account = accountOf(rule);
  if (accountOf(role) !== account) {
    blocked("different-place", role, `the rule is in ${account}, its role is ${arn}`);
  }
  return { role, hops: [trustHop(index, role, rule), permissionHop(index, role, target)] };
}

function trustHop(index: ResourceIndex, role: Resource, rule: Resource): Hop {
  const trust = { resource: role, json: text(role, "assume_role_policy"), kind: "trust" as const };
  const statement = requireAllowed(index, "role-trust-denies", role, [trust], {
    principal: events,
    action: "sts:AssumeRole",
    resource: text(role, "arn"),
    context: {
      "aws:SourceArn": text(rule, "arn"),
      "aws:SourceAccount": accountOf(rule),
    },
  });
  return step("role trust", role, `statement ${statement} lets the rule assume it`);
}

function permissionHop(index: ResourceIndex, role: Resource, target: Resource): Hop {
  const statement = requireAllowed(
    index,
    "role-permission-denies",
    role,
    permissionsOf(index, role),
    {
      principal: { account: accountOf(role), arn: text(role, "arn") },
      action: "events:PutEvents",
      resource: text(target, "arn"),
      context: {},
    },
  );
  return step("role permission", role, `statement ${statement} allows events:PutEvents`);
}

/** Every identity policy of a role. What might deny and is not known ends the way. */
export function permissionsOf(index: ResourceIndex, role: Resource): readonly AttachedPolicy[] {
  const boundary = role.attributes["permissions_boundary"];
  if (!isBlank(boundary)) blocked("not-analyzed-role", role, "permissions_boundary");
  if (!isBlank(role.attributes["managed_policy_arns"])) {
    blocked("not-analyzed-role", role, "managed_policy_arns");
  }
  const key = `${accountOf(role)}/${text(role, "name")}`;
  const [attachment] = index.find("aws_iam_role_policy_attachment", key);
  if (attachment) {
    blocked("not-analyzed-role", attachment, "an attached managed policy");
  }
  const inline = blocks(role, "inline_policy").flatMap((policy) => {
    const json = optionalText(role, "policy", policy);
    return json === undefined ? [] : [{ resource: role, json, kind: "identity" as const }];
  });
  const separate = index.find("aws_iam_role_policy", key).map((resource) => ({
    resource,
    json: text(resource, "policy"),
    kind: "identity" as const,
  }));
  return [...inline, ...separate];
}
