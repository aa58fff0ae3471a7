import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { policyDocument, type Partition } from "../../src/aws";
import { roleArguments, roleProblems, type CreatedRoles } from "../created-roles";
import { drillRoleName } from "../names";
import { refuseOtherShapes } from "../property-shapes";
import { accountProblems, prefixProblems, refuse } from "../property-validation";
import { drillRoleDescription, drillTrust, type DrillTrust } from "./drill-trust";
import { drillTrustProblems } from "./drill-trust-problems";

/** Properties of a {@link DrillRole}. */
export interface DrillRoleProps extends DrillTrust {
  /** Provider of the account, in any region: IAM is global. */
  readonly provider: TerraformProvider;
  /** @default "aws" */
  readonly partition?: Partition;
  /** Id of the account that it is in, 12 digits. */
  readonly account: string;
  /** Begins the name of the role. */
  readonly namePrefix: string;
  /** Path and permissions boundary of the role. @default - neither */
  readonly createdRoles?: CreatedRoles;
}

/**
 * The role as which `signin-alerts drill` signs in to the console of an account. It has no policy, so it
 * may do nothing.
 * @throws RangeError for no trusted principal or an invalid one, organization, external id,
 * account, prefix, path or boundary
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_enable-console-custom-url.html
 */
export class DrillRole extends Construct {
  /** ARN of the role. */
  public readonly arn: string;

  constructor(scope: Construct, id: string, props: DrillRoleProps) {
    super(scope, id);
    refuseOtherShapes(props, {
      provider: "provider",
      partition: "text?",
      account: "text",
      namePrefix: "text",
      trustedPrincipals: "texts",
      organizationId: "text",
      externalId: "text?",
      createdRoles: "object?",
    });
    const { provider, partition = "aws", account, namePrefix, createdRoles } = props;
    refuse([
      ...accountProblems("account", account),
      ...prefixProblems(namePrefix),
      ...drillTrustProblems(props),
      ...roleProblems(createdRoles),
    ]);
    this.arn = new IamRole(this, "Resource", {
      provider,
      name: drillRoleName(namePrefix),
      description: drillRoleDescription,
      ...roleArguments({ partition, account }, createdRoles),
      assumeRolePolicy: policyDocument(drillTrust(props)),
    }).arn;
  }
}
