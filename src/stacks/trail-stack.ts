import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformOutput, type ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { OrganizationTrail, SignInLogAlarm } from "../../modules";
import { dashboardResource } from "../../modules/guards";
import type { CreatedTrailPlan, LogPlan, Plan } from "../plan";
import { SignInStack } from "./signin-stack";
import { topicArnOf } from "./topics";

/** The organization trail, in the account that creates it, and the alarms on its log group. */
export class TrailStack extends SignInStack {
  constructor(scope: Construct, name: string, plan: Plan) {
    super(scope, name, plan);
    const { place, created, logPath } = plan.trail;
    const provider = this.provider({ ...place, access: plan.trail });
    const trail = created && this.createTrail(provider, created);
    if (logPath) this.watchLog(provider, logPath, trail?.logGroup ? [trail.logGroup.resource] : []);
  }

  private createTrail(provider: AwsProvider, created: CreatedTrailPlan): OrganizationTrail {
    const { organization, namePrefix, createdRoles, trail: planned } = this.plan;
    const deadLetterQueueName = planned.logPath?.log.deadLetterQueueName;
    const trail = new OrganizationTrail(this, "organization-trail", {
      ...created,
      provider,
      place: planned.place,
      managementAccount: organization.managementAccount,
      organizationId: organization.id,
      namePrefix,
      createdRoles,
      logRetentionDays: created.logRetentionDays === 0 ? false : created.logRetentionDays,
      ...(deadLetterQueueName !== undefined && { deadLetterQueueName }),
    });
    new TerraformOutput(this, "trail_arn", {
      description: "ARN of the organization trail",
      value: trail.arn,
    });
    new TerraformOutput(this, "trail_bucket", {
      description: "Bucket that keeps the log files of the trail",
      value: trail.bucketName,
    });
    return trail;
  }

  private watchLog(
    provider: AwsProvider,
    { log, alarmTopic }: LogPlan,
    dependsOn: readonly ITerraformDependable[],
  ): void {
    const { place } = this.plan.trail;
    const topicArn = topicArnOf(this, "alarm-topic", alarmTopic, { provider, place });
    new SignInLogAlarm(this, "log-alarm", { ...log, provider, place, topicArn, dependsOn });
    const { dashboards } = this.plan;
    if (dashboards?.trail) dashboardResource(this, "dashboard", dashboards.trail, provider);
    new TerraformOutput(this, "alarm_topic_arn", {
      description: "Topic that tells what the log group of the trail counts",
      value: topicArn,
    });
  }
}
