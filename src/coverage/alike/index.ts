export { readOrganization } from "./read-organization";
export { WrittenOrganization, type OrganizationSource } from "./written-organization";
