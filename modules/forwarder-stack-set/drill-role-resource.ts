import { policy } from "../../src/aws";
import { stackPlace, substituted, type CloudFormationResource } from "../../src/aws/cloudformation";
import { roleArguments, type CreatedRoles } from "../created-roles";
import { drillRoleDescription, drillTrust, type DrillTrust } from "../drill-role";
import { drillRoleName } from "../names";
import { inHomeRegion } from "./in-home-region";

/** The role of drills in a template, created by the stack of the home region: an account has it once. */
export function drillRoleResource(
  trust: DrillTrust,
  namePrefix: string,
  createdRoles: CreatedRoles | undefined,
): CloudFormationResource {
  const { path, permissionsBoundary } = roleArguments(stackPlace, createdRoles);
  return {
    Type: "AWS::IAM::Role",
    Condition: inHomeRegion,
    Properties: {
      RoleName: drillRoleName(namePrefix),
      Description: drillRoleDescription,
      ...(path !== undefined && { Path: path }),
      ...(permissionsBoundary !== undefined && {
        PermissionsBoundary: substituted(permissionsBoundary),
      }),
      AssumeRolePolicyDocument: policy(drillTrust(trust)),
    },
  };
}
