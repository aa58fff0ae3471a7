import { policyArn, roleArn } from "../../aws/arn";
import type { ResourceTypes } from "./resource-type";

/** AWS Identity and Access Management. */
export const iam: ResourceTypes = {
  aws_iam_role: {
    isOfForwarder: true,
    isGlobal: true,
    key: "{arn}",
    unique: "{arn}",
    owns: "{place}/{name}",
    computed: {
      arn: ({ place, name, argument }) => roleArn(place, name, argument("path")),
      id: ({ name }) => name,
    },
    formsMessages: "perhaps",
    loss: "what acts by it may do nothing until there is another",
    settings: { inline_policy: [] },
    readBack: ["inline_policy", "managed_policy_arns"],
    inlinePolicies: { argument: "inline_policy", type: "aws_iam_role_policy" },
    template: {
      type: "AWS::IAM::Role",
      ref: "name",
      required: ["AssumeRolePolicyDocument"],
      properties: {
        RoleName: ["text", "name"],
        Description: ["text", "description"],
        MaxSessionDuration: ["number", "max_session_duration"],
        Path: ["text", "path"],
        PermissionsBoundary: ["text", "permissions_boundary"],
        AssumeRolePolicyDocument: ["document", "assume_role_policy"],
        Policies: ["parts", "aws_iam_role_policy"],
        Tags: ["tags", "tags"],
      },
    },
  },
  aws_iam_policy: {
    isGlobal: true,
    key: "{arn}",
    unique: "{arn}",
    computed: {
      arn: ({ place, name, argument }) => policyArn(place, name, argument("path")),
    },
    loss: "what it allows or bounds is refused",
  },
  aws_iam_role_policy: {
    isOfForwarder: true,
    isGlobal: true,
    key: "{place}/{role}",
    unique: "{place}/{role}/{name}",
    formsMessages: "perhaps",
    loss: "what acts by the role is refused without it",
    template: {
      owner: "role",
      required: ["PolicyName", "PolicyDocument"],
      properties: { PolicyName: ["text", "name"], PolicyDocument: ["document", "policy"] },
    },
  },
  aws_iam_role_policy_attachment: {
    isGlobal: true,
    key: "{place}/{role}",
    replacedBy: ["role", "policy_arn"],
    loss: "what acts by the role is refused what the attached policy allows",
  },
};
