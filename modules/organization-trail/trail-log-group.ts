import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { ITerraformDependable, TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { policyDocument } from "../../src/aws";
import { roleArguments, type CreatedRoles } from "../created-roles";
import { logRoleStatements, logRoleTrust, type TrailSubjects } from "./policies";

/** Properties of a {@link TrailLogGroup}. */
export interface TrailLogGroupProps {
  readonly provider: TerraformProvider;
  readonly subjects: TrailSubjects;
  readonly roleName: string;
  readonly keyArn: string;
  /** One of the numbers of days that CloudWatch Logs offers, such as 30, 90 or 365. */
  readonly retentionDays: number;
  readonly createdRoles?: CreatedRoles | undefined;
}

/** A log group that a trail writes to, and the role it writes with. */
export class TrailLogGroup extends Construct {
  /** ARN with the `:*` that CloudTrail asks for. */
  public readonly arnForTrail: string;
  public readonly roleArn: string;
  /** The log group itself. */
  public readonly resource: ITerraformDependable;
  /** What must exist before a trail may write. */
  public readonly permission: ITerraformDependable;

  constructor(scope: Construct, id: string, props: TrailLogGroupProps) {
    super(scope, id);
    const { provider, subjects } = props;
    const group = new CloudwatchLogGroup(this, "Resource", {
      provider,
      name: subjects.logGroupName,
      retentionInDays: props.retentionDays,
      kmsKeyId: props.keyArn,
    });
    this.resource = group;
    this.arnForTrail = `${group.arn}:*`;
    const role = new IamRole(this, "Role", {
      provider,
      name: props.roleName,
      description: "Writes the events of the organization trail to CloudWatch Logs",
      ...roleArguments(subjects.place, props.createdRoles),
      assumeRolePolicy: policyDocument(logRoleTrust(subjects)),
    });
    this.roleArn = role.arn;
    this.permission = new IamRolePolicy(this, "RolePolicy", {
      provider,
      name: "write-log-streams",
      role: role.name,
      policy: policyDocument(...logRoleStatements(subjects)),
    });
  }
}
