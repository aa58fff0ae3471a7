export * from "./attributes";
export {
  policiesOf,
  policyIn,
  requireAllowed,
  verdict,
  type AttachedPolicy,
  type Verdict,
} from "./decide";
export { endpointOf, isKeptAddress } from "./endpoint";
export { keyOf } from "./identity";
export { organizationOf, organizationsIn, statedOrganizations } from "./organizations";
export { ResourceIndex, resourceIndexOf } from "./resource-index";
