import { stackSetArn, stackSetTargetArns } from "../../aws/arn";
import type { NamedResource, TypeGrants } from "../grant";
import { named } from "./targets";

const stackSet = (argument: string) =>
  named(({ place, text }) => stackSetArn(place, text(argument)));

/** What changes stacks in other accounts is also about these, and about the types that the template creates. */
const reached = (argument: string) => (resource: NamedResource) => [
  stackSetArn(resource.place, resource.text(argument)),
  ...stackSetTargetArns(resource.place, resource.text(argument)),
];

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
      ],
    },
    { on: reached("name"), deploy: ["cloudformation:UpdateStackSet"] },
  ],
  aws_cloudformation_stack_instances: [
    {
      on: stackSet("stack_set_name"),
      plan: ["cloudformation:ListStackInstances"],
      deploy: [
        "cloudformation:DescribeStackSetOperation",
        "cloudformation:ListStackSetOperationResults",
      ],
    },
    {
      on: reached("stack_set_name"),
      deploy: [
        "cloudformation:CreateStackInstances",
        "cloudformation:DeleteStackInstances",
        "cloudformation:UpdateStackInstances",
      ],
    },
  ],
};
