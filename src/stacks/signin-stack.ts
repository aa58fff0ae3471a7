import { AwsProvider, type AwsProviderIgnoreTags } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import type { Construct } from "constructs";
import { oldestTerraform } from "../deployment/oldest-terraform";
import type { AccessPlan, IgnoreTagsPlan, Plan } from "../plan";
import { useBackend } from "./backend";
import { guardProviders } from "./provider-guard";

/** Where a provider works, and with which credentials. */
interface ProviderPlace {
  readonly account: string;
  readonly region: string;
  readonly access: AccessPlan;
  /** Whether it may work in regions that are newer than what Terraform knows. @default false */
  readonly anyRegion?: boolean;
}

/** The block without empty lists, which Terraform would show in plans. */
function ignoreTagsBlock({ keys, keyPrefixes }: IgnoreTagsPlan): AwsProviderIgnoreTags {
  return {
    ...(keys.length > 0 && { keys: [...keys] }),
    ...(keyPrefixes.length > 0 && { keyPrefixes: [...keyPrefixes] }),
  };
}

/** A stack with the organization's backend, provider version and guard. */
export class SignInStack extends TerraformStack {
  constructor(
    scope: Construct,
    name: string,
    protected readonly plan: Plan,
  ) {
    super(scope, name);
    const { backend, providerVersion: version } = plan.terraform;
    useBackend(this, name, backend);
    this.addOverride("terraform.required_version", `>= ${oldestTerraform.join(".")}.0`);
    this.addOverride("terraform.required_providers.aws", { source: "hashicorp/aws", version });
    guardProviders(this);
  }

  /** A provider of an account in a region, under the region's name as alias. */
  protected provider({ account, region, access, anyRegion }: ProviderPlace): AwsProvider {
    const { hub, terraform } = this.plan;
    const { tags, ignoreTags, sessionName } = terraform;
    const { roleArn, externalId, profile } = access;
    const assumed = {
      ...(roleArn !== undefined && { roleArn }),
      ...(externalId !== undefined && { externalId }),
      ...(sessionName !== undefined && { sessionName }),
    };
    return new AwsProvider(this, `aws-${region}`, {
      alias: region,
      region,
      // Terraform fails when the credentials are those of another account.
      allowedAccountIds: [account],
      // Tokens of a regional endpoint hold in every region; those of an opt-in region's own endpoint
      // are refused where the account that asks has not enabled the region.
      stsRegion: hub.place.region,
      ...(anyRegion === true && { skipRegionValidation: true }),
      ...(profile !== undefined && { profile }),
      ...(roleArn !== undefined && { assumeRole: [assumed] }),
      ...(tags && { defaultTags: [{ tags }] }),
      ...(ignoreTags && { ignoreTags: [ignoreTagsBlock(ignoreTags)] }),
    });
  }
}
