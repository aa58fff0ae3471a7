import { keyAliasArn, keyArn } from "../../aws/arn";
import type { NamedResource, TypeGrants } from "../grant";
import { named } from "./targets";

/** AWS gives a key its id, so every key of the region is meant. */
const anyKey = ({ place }: NamedResource): string => keyArn(place, "*");

/**
 * AWS Identity and Access Management, and AWS Key Management Service.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsidentityandaccessmanagementiam.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awskeymanagementservice.html
 */
export const identity: TypeGrants = {
  aws_iam_role: [
    {
      on: named(({ text, role }) => role(text("name"))),
      plan: ["iam:GetRole", "iam:ListAttachedRolePolicies", "iam:ListRolePolicies"],
      deploy: [
        "iam:DeleteRole",
        "iam:ListInstanceProfilesForRole",
        "iam:TagRole",
        "iam:UntagRole",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole",
        "iam:UpdateRoleDescription",
      ],
    },
    {
      on: named(({ text, role }) => role(text("name"))),
      deploy: ["iam:CreateRole"],
      conditions: boundaryOf,
    },
    {
      on: ({ text, role, optional }) =>
        optional("permissions_boundary") === undefined ? [] : [role(text("name"))],
      deploy: ["iam:PutRolePermissionsBoundary"],
      conditions: boundaryOf,
    },
  ],
  aws_iam_role_policy: [
    {
      on: named(({ text, role }) => role(text("role"))),
      plan: ["iam:GetRolePolicy"],
      deploy: ["iam:DeleteRolePolicy", "iam:PutRolePolicy"],
    },
  ],
  aws_kms_key: [
    { on: "anything in its region", deploy: ["kms:CreateKey"] },
    {
      on: named(anyKey),
      plan: [
        "kms:DescribeKey",
        "kms:GetKeyPolicy",
        "kms:GetKeyRotationStatus",
        "kms:ListResourceTags",
      ],
      deploy: [
        "kms:EnableKeyRotation",
        "kms:PutKeyPolicy",
        "kms:ScheduleKeyDeletion",
        "kms:TagResource",
        "kms:UntagResource",
        "kms:UpdateKeyDescription",
      ],
    },
  ],
  aws_kms_alias: [
    { on: "anything in its region", plan: ["kms:ListAliases"] },
    {
      on: (resource) => [keyAliasArn(resource.place, resource.text("name")), anyKey(resource)],
      deploy: ["kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"],
    },
  ],
};

/** A role is created with its boundary or not at all. */
function boundaryOf({ optional }: NamedResource) {
  const boundary = optional("permissions_boundary");
  return boundary === undefined ? {} : { ArnEquals: { "iam:PermissionsBoundary": boundary } };
}
