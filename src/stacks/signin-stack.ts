import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { roleArn, type Partition } from "../aws";
import { partitionOfRegion } from "../aws/regions";
import { useBackend } from "./backend";
import {
  defaultNamePrefix,
  defaultProviderVersion,
  defaultRoleName,
  noRole,
  requiredTerraformVersion,
} from "../config/defaults";
import type { SignInAlertsProps } from "../config/props";
import { guardProviders } from "./provider-guard";

/** A stack with the organization's backend, provider version and guard. */
export class SignInStack extends TerraformStack {
  /** Begins the name of every resource. */
  protected readonly namePrefix: string;
  /** Partition of the hub, and so of everything. */
  protected readonly partition: Partition;

  constructor(
    scope: Construct,
    name: string,
    protected readonly props: SignInAlertsProps,
  ) {
    super(scope, name);
    this.namePrefix = props.namePrefix ?? defaultNamePrefix;
    this.partition = partitionOfRegion(props.hub.region);
    useBackend(this, name, this.namePrefix, props.backend ?? { type: "local" });
    this.addOverride("terraform.required_version", requiredTerraformVersion);
    this.addOverride("terraform.required_providers.aws", {
      source: "hashicorp/aws",
      version: props.providerVersion ?? defaultProviderVersion,
    });
    guardProviders(this);
  }

  /** A provider of an account in a region, under the region's name as alias. */
  protected provider(account: string, region: string): AwsProvider {
    const described = this.props.accounts.find(({ id }) => id === account);
    const roleName = described?.roleName ?? this.props.roleName ?? defaultRoleName;
    return new AwsProvider(this, `aws-${region}`, {
      alias: region,
      region,
      // Terraform stops when the credentials are those of another account.
      allowedAccountIds: [account],
      // Tokens of a regional endpoint hold in every region; those of an opt-in region's own endpoint
      // are refused where the account that asks has not enabled the region.
      stsRegion: this.props.hub.region,
      ...(roleName !== noRole && {
        assumeRole: [{ roleArn: roleArn({ partition: this.partition, account }, roleName) }],
      }),
      ...(this.props.tags && { defaultTags: [{ tags: this.props.tags }] }),
    });
  }
}
