import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { TerraformStack, type App } from "cdktf";

/** What a test may change of the small stack. */
export interface TwoAccountsOptions {
  /** @default "alerts" */
  readonly queueName?: string;
  /** In seconds. @default 60 */
  readonly retention?: number;
  /** @default "1" */
  readonly version?: string;
}

/** Two accounts in two regions: a queue here; a role, a rule and its target there. */
export function twoAccounts(options: TwoAccountsOptions = {}): (app: App) => void {
  return (app) => {
    const stack = new TerraformStack(app, "small");
    const defaultTags = [{ tags: { version: options.version ?? "1", owner: "security" } }];
    const frankfurt = new AwsProvider(stack, "frankfurt", {
      alias: "frankfurt",
      region: "eu-central-1",
      assumeRole: [{ roleArn: "arn:aws:iam::111111111111:role/deploy" }],
      defaultTags,
    });
    const ohio = new AwsProvider(stack, "ohio", {
      alias: "ohio",
      region: "us-east-2",
      allowedAccountIds: ["222222222222"],
      defaultTags,
    });
    const queue = new SqsQueue(stack, "queue", {
      provider: frankfurt,
      name: options.queueName ?? "alerts",
      messageRetentionSeconds: options.retention ?? 60,
      tags: { team: "soc" },
    });
    const role = new IamRole(stack, "role", {
      provider: ohio,
      name: "forwarder",
      assumeRolePolicy: "{}",
    });
    const rule = new CloudwatchEventRule(stack, "rule", {
      provider: ohio,
      name: "sign-ins",
      eventPattern: JSON.stringify({ source: ["aws.signin"] }),
    });
    new CloudwatchEventTarget(stack, "target", {
      provider: ohio,
      rule: rule.name,
      arn: queue.arn,
      roleArn: role.arn,
      deadLetterConfig: { arn: queue.arn },
    });
  };
}
