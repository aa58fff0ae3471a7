export { getAtt, ref, stackPlace, substituted } from "./expressions";
export {
  templateBody,
  type CloudFormationParameter,
  type CloudFormationResource,
  type CloudFormationTemplate,
} from "./template";
