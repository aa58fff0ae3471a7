import { stackSetArns } from "../../aws/arn";
import type { NamedResource, TypeGrants } from "../grant";

const stackSet = (argument: string) => (resource: NamedResource) =>
  stackSetArns(resource.place, resource.text(argument));

/**
 * Stack sets of AWS CloudFormation. What they create in other accounts, CloudFormation's own roles create.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudformation.html
 */
export const stackSets: TypeGrants = {
  aws_cloudformation_stack_set: [
    { on: "anything in its region", deploy: ["cloudformation:CreateStackSet"] },
    {
      on: stackSet("name"),
      plan: ["cloudformation:DescribeStackSet"],
      deploy: [
        "cloudformation:DeleteStackSet",
        "cloudformation:DescribeStackSetOperation",
        "cloudformation:ListStackSetOperationResults",
        "cloudformation:TagResource",
        "cloudformation:UntagResource",
        "cloudformation:UpdateStackSet",
      ],
    },
  ],
  aws_cloudformation_stack_instances: [
    {
      on: stackSet("stack_set_name"),
      plan: ["cloudformation:ListStackInstances"],
      deploy: [
        "cloudformation:CreateStackInstances",
        "cloudformation:DeleteStackInstances",
        "cloudformation:DescribeStackSetOperation",
        "cloudformation:ListStackSetOperationResults",
        "cloudformation:UpdateStackInstances",
      ],
    },
  ],
};
