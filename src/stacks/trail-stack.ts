import { TerraformOutput } from "cdktf";
import type { Construct } from "constructs";
import { OrganizationTrail } from "../../modules";
import type { CreatedTrail, SignInAlertsProps } from "./props";
import { needsReadEvents } from "./routes";
import { SignInStack } from "./signin-stack";

/** The organization trail, in the account that makes it. */
export class TrailStack extends SignInStack {
  constructor(scope: Construct, name: string, props: SignInAlertsProps, created: CreatedTrail) {
    super(scope, name, props);
    const { id: organizationId, managementAccount } = props.organization;
    const account = created.account ?? managementAccount;
    const region = created.homeRegion ?? props.hub.region;
    const trail = new OrganizationTrail(this, "organization-trail", {
      provider: this.provider(account, region),
      place: { partition: this.partition, account, region },
      managementAccount,
      organizationId,
      namePrefix: this.namePrefix,
      logReadEvents: created.logReadEvents === true || needsReadEvents(props),
      ...(created.bucketName !== undefined && { bucketName: created.bucketName }),
      ...(created.retentionDays !== undefined && { retentionDays: created.retentionDays }),
      ...(created.logRetentionDays !== undefined && {
        logRetentionDays: created.logRetentionDays === 0 ? false : created.logRetentionDays,
      }),
    });
    new TerraformOutput(this, "trail_arn", {
      description: "ARN of the organization trail",
      value: trail.arn,
    });
    new TerraformOutput(this, "trail_bucket", {
      description: "Bucket that keeps the log files of the trail",
      value: trail.bucketName,
    });
  }
}
