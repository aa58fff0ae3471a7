export {
  getAtt,
  ref,
  stackPlace,
  substituted,
  templateBody,
  type CloudFormationParameter,
  type CloudFormationResource,
  type CloudFormationTemplate,
} from "./template";
