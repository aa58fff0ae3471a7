export { readOrganization } from "./read-organization";
export { WrittenOrganization } from "./written-organization";
