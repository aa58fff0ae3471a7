export {
  permissionsOf,
  type DeploymentPermissions,
  type RolePermissions,
  type UsePermissions,
} from "./deployment-permissions";
export { grants } from "./grants";
export { lengthOf, LONGEST_POLICY } from "./policies";
