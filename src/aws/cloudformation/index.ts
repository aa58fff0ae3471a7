export { getAtt, ref, stackPlace, substituted } from "./expressions";
export {
  MAXIMUM_TEMPLATE_DESCRIPTION_LENGTH,
  templateBody,
  type CloudFormationParameter,
  type CloudFormationResource,
  type CloudFormationTemplate,
} from "./template";
