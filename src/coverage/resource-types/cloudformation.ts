import type { ResourceTypes } from "./resource-type";

/** AWS CloudFormation. */
export const cloudformation: ResourceTypes = {
  aws_cloudformation_stack_set: {
    key: "{place}/{name}",
    unique: "{place}/{name}",
    computed: { id: ({ name }) => name },
    loss: "nothing is forwarded from its accounts until there is another",
  },
  aws_cloudformation_stack_instances: {
    key: "{place}/{stack_set_name}",
    replacedBy: ["stack_set_name"],
    loss: "nothing is forwarded from its accounts until there are others",
  },
};
