import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformOutput, type ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { AlertTopic, OrganizationTrail, SignInLogAlarm } from "../../modules";
import type { SignInLog } from "../guards";
import { signInLogOf } from "./guards";
import { logAlarmRecipients, logAlarmTopicName } from "./operations";
import type { CreatedTrail, SignInAlertsProps } from "../config/props";
import { recipientsOf } from "../aws/recipient";
import { needsReadEvents } from "./routes";
import { SignInStack } from "./signin-stack";
import { trailPlace } from "./trail-place";

/** The organization trail, in the account that makes it, and the alarms on its log group. */
export class TrailStack extends SignInStack {
  constructor(scope: Construct, name: string, props: SignInAlertsProps) {
    super(scope, name, props);
    const { account, region } = trailPlace(props);
    const provider = this.provider(account, region);
    const { trail = { type: "create" } } = props;
    const log = signInLogOf(props);
    const made = trail.type === "create" ? this.makeTrail(provider, trail, log) : undefined;
    if (log) this.watchLog(provider, log, made?.logGroup ? [made.logGroup.resource] : []);
  }

  private makeTrail(
    provider: AwsProvider,
    created: CreatedTrail,
    log: SignInLog | undefined,
  ): OrganizationTrail {
    const { id: organizationId, managementAccount } = this.props.organization;
    const { retentionDays, logRetentionDays, objectLockDays } = created;
    const deadLetterQueueName = log?.deadLetterQueueName;
    const trail = new OrganizationTrail(this, "organization-trail", {
      provider,
      place: trailPlace(this.props),
      managementAccount,
      organizationId,
      namePrefix: this.namePrefix,
      logReadEvents: created.logReadEvents === true || needsReadEvents(this.props),
      deletionProtection: created.deletionProtection !== false,
      ...(created.bucketName !== undefined && { bucketName: created.bucketName }),
      ...(retentionDays !== undefined && { retentionDays }),
      ...(logRetentionDays !== undefined && {
        logRetentionDays: logRetentionDays === 0 ? false : logRetentionDays,
      }),
      ...(objectLockDays !== undefined && { objectLockDays }),
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
    log: SignInLog,
    dependsOn: readonly ITerraformDependable[],
  ): void {
    const place = trailPlace(this.props);
    const topicArn =
      this.props.logAlarms?.topicArn ??
      new AlertTopic(this, "alarm-topic", {
        provider,
        place,
        name: logAlarmTopicName(this.namePrefix),
        recipients: recipientsOf(logAlarmRecipients(this.props)),
        publisher: "alarms",
      }).arn;
    new SignInLogAlarm(this, "log-alarm", { ...log, provider, place, topicArn, dependsOn });
    new TerraformOutput(this, "alarm_topic_arn", {
      description: "Topic that tells what the log group of the trail counts",
      value: topicArn,
    });
  }
}
