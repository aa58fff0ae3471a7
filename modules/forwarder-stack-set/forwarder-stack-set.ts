import { CloudformationStackInstances } from "@cdktf/provider-aws/lib/cloudformation-stack-instances";
import { CloudformationStackSet } from "@cdktf/provider-aws/lib/cloudformation-stack-set";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Partition } from "../../src/aws";
import { templateBody } from "../../src/aws/cloudformation";
import {
  isAccountId,
  isOrganizationalUnitId,
  mostOrganizationalUnits,
} from "../../src/aws/organizations";
import { forwarderStackSetName } from "../names";
import { refuseOtherShapes, usualShapes } from "../property-shapes";
import {
  busProblems,
  kindProblems,
  prefixProblems,
  refuse,
  regionProblems,
} from "../property-validation";
import {
  forwarderTemplate,
  homeRegionFirst,
  type ForwarderTemplateProps,
} from "./forwarder-template";

/** Properties of a {@link ForwarderStackSet}. */
export interface ForwarderStackSetProps extends ForwarderTemplateProps {
  /** Provider of the account that administers the stack set, in the region to keep it in. */
  readonly provider: TerraformProvider;
  /** Account that administers the stack set: management or delegated administrator, 12 digits. */
  readonly account: string;
  /** Management account of the organization, 12 digits; the stack set never reaches it. */
  readonly managementAccount: string;
  /**
   * Ids of 1 to 50 organizational units, or of the root, such as `ou-ab12-c3d4e5f6` and `r-ab12`. The
   * accounts of each and of the units in it are covered, those that join it later included.
   */
  readonly organizationalUnits: readonly string[];
}

/** Longest operation: regions follow one another, each needs minutes, and thousands of accounts more. */
const timeout = "12h";

/** Refuses what is not an account id. */
function validateAccount(property: string, account: string): void {
  if (isAccountId(account)) return;
  throw new RangeError(
    `'${property}' must be an account id of 12 digits, got: ${account.length} characters (${account}); copy it from the list of accounts in AWS Organizations`,
  );
}

/**
 * Refuses targets that AWS would refuse.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_DeploymentTargets.html
 */
function validateOrganizationalUnits(ids: readonly string[]): void {
  if (ids.length === 0 || ids.length > mostOrganizationalUnits) {
    throw new RangeError(
      `'organizationalUnits' must name 1 to ${mostOrganizationalUnits} organizational units, got: ${ids.length}; name the root, such as r-ab12, to reach every account, or units that hold others`,
    );
  }
  const wrong = ids.findIndex((id) => !isOrganizationalUnitId(id));
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  if (wrong < 0 && twice !== undefined) {
    throw new RangeError(`'organizationalUnits' must name every unit once, got twice: ${twice}`);
  }
  if (wrong < 0) return;
  throw new RangeError(
    `'organizationalUnits[${wrong}]' must be an id such as ou-ab12-c3d4e5f6, or r-ab12 for the root, got: ${ids[wrong] ?? ""}; list the ids with aws organizations list-organizational-units-for-parent`,
  );
}

/**
 * Refuses a partition whose stack sets cannot be run by AWS Organizations.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-prereqs.html
 */
function validatePartition(partition: Partition): void {
  if (partition !== "aws-cn") return;
  throw new RangeError(
    "stack sets for 1 organization are not offered in the partition aws-cn; use an AccountForwarder in each account",
  );
}

/**
 * The forwarders of all accounts of some organizational units, made by CloudFormation StackSets: AWS
 * deploys them, and by itself to each account that joins.
 * @throws RangeError where `account` or `managementAccount` is not an account id, there are none or more
 * than 50 organizational units, one is not a valid id or is named twice, there is no region or an unknown one, the partition is `aws-cn`, or
 * the template is too long.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-orgs-manage-auto-deployment.html
 */
export class ForwarderStackSet extends Construct {
  /** ARN of the stack set. */
  public readonly arn: string;
  /**
   * Expression for the list of `<account>/<region>` in which the last operation did not succeed;
   * Terraform itself treats an operation that reached only some as a success.
   */
  public readonly failedInstances: string;

  constructor(scope: Construct, id: string, props: ForwarderStackSetProps) {
    super(scope, id);
    refuseOtherShapes(props, {
      ...usualShapes,
      provider: "provider",
      partition: "text?",
      account: "text",
      managementAccount: "text",
      organizationalUnits: "texts",
      regions: "texts",
      hubBusArn: "text",
      namePrefix: "text",
      kinds: "kinds",
      role: "text?",
      drill: "object?",
    });
    const { provider, partition = "aws", namePrefix, account, managementAccount } = props;
    validatePartition(partition);
    validateAccount("account", account);
    validateAccount("managementAccount", managementAccount);
    validateOrganizationalUnits(props.organizationalUnits);
    refuse([
      ...prefixProblems(namePrefix),
      ...regionProblems("regions", props.regions),
      ...busProblems(props.hubBusArn),
      ...kindProblems(props.kinds),
    ]);
    const regions = homeRegionFirst(props.regions, partition);
    const callAs = account === managementAccount ? "SELF" : "DELEGATED_ADMIN";
    const operationPreferences = {
      // The role of the home region must be there before a rule elsewhere may name it.
      ...(props.role !== "home-region"
        ? { regionConcurrencyType: "PARALLEL" }
        : { regionConcurrencyType: "SEQUENTIAL", regionOrder: [...regions] }),
      // One account that refuses must not keep the others from being covered.
      failureTolerancePercentage: 100,
      maxConcurrentPercentage: 100,
    };
    const stackSet = new CloudformationStackSet(this, "Resource", {
      provider,
      name: forwarderStackSetName(namePrefix),
      description: "Sends console sign-in events of member accounts to the alert hub",
      permissionModel: "SERVICE_MANAGED",
      callAs,
      autoDeployment: { enabled: true, retainStacksOnAccountRemoval: false },
      managedExecution: { active: true },
      capabilities: ["CAPABILITY_NAMED_IAM"],
      // Terraform would resolve the placeholders of CloudFormation as its own.
      templateBody: templateBody(forwarderTemplate(props)).replaceAll("${AWS::", () => "$${AWS::"),
      operationPreferences,
      timeouts: { update: timeout },
      // AWS fills it in; before 6.29.0 the provider planned to remove it each time.
      // https://github.com/hashicorp/terraform-provider-aws/pull/45992
      lifecycle: { ignoreChanges: ["administration_role_arn"] },
    });
    this.arn = stackSet.arn;
    const instances = new CloudformationStackInstances(this, "Instances", {
      provider,
      stackSetName: stackSet.name,
      callAs,
      regions: [...regions],
      deploymentTargets: { organizationalUnitIds: [...props.organizationalUnits] },
      operationPreferences,
      timeouts: { create: timeout, update: timeout, delete: timeout },
    });
    // The list is null while nothing was deployed.
    this.failedInstances = `\${try([for i in ${instances.fqn}.stack_instance_summaries : "\${i.account_id}/\${i.region}" if i.detailed_status != "SUCCEEDED"], [])}`;
  }
}
