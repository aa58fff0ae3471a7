export { ForwarderStackSet, type ForwarderStackSetProps } from "./forwarder-stack-set";
export {
  forwarderTemplate,
  type ForwarderTemplateProps,
  type RolePlacement,
} from "./forwarder-template";
export { forwarderStackSetName, regionalForwarderName } from "../names";
export type { Forwarded } from "../account-forwarder";
export {
  templateBody,
  type CloudFormationParameter,
  type CloudFormationResource,
  type CloudFormationTemplate,
} from "../../src/aws/cloudformation";
