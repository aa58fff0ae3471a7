export { DrillRole, type DrillRoleProps } from "./drill-role";
export { drillRoleDescription, drillTrust, type DrillTrust } from "./drill-trust";
export { drillTrustProblems } from "./drill-trust-problems";
export { drillRoleName } from "../names";
