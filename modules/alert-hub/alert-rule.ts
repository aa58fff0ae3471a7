import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Partition } from "../../src/aws";
import {
  alertPattern,
  chatTransformerFor,
  inputTransformerFor,
  ruleStateFor,
  type AlertKind,
  type AlertScope,
  type MessageStyle,
} from "../../src/catalog";
import type { RetryPolicy } from "../retry-policy";

/** What the readers of a topic take: text, or the custom notifications of chat. */
export type MessageForm = "mail" | "chat";

/** Properties of an {@link AlertRule}. */
export interface AlertRuleProps {
  readonly provider: TerraformProvider;
  readonly kind: AlertKind;
  readonly partition: Partition;
  /** How much the message tells. */
  readonly style: MessageStyle;
  /** What the topic's readers take. @default "mail" */
  readonly messages?: MessageForm;
  /** Event bus that the rule listens on. */
  readonly busName: string;
  /** Name of the rule, at most 64 characters. */
  readonly name: string;
  /** Which events of the kind it takes. */
  readonly scope: AlertScope;
  readonly topicArn: string;
  readonly deadLetterQueueArn: string;
  readonly retryPolicy: RetryPolicy;
}

/** Turns one kind of event on the hub's bus into messages of one topic. */
export class AlertRule extends Construct {
  /** ARN of the rule. */
  public readonly arn: string;
  /** Name of the rule. */
  public readonly ruleName: string;

  constructor(scope: Construct, id: string, props: AlertRuleProps) {
    super(scope, id);
    const { provider, kind } = props;
    const rule = new CloudwatchEventRule(this, "Resource", {
      provider,
      name: props.name,
      description: kind.title,
      eventBusName: props.busName,
      eventPattern: JSON.stringify(alertPattern(kind, props.scope)),
      state: ruleStateFor([kind]),
    });
    this.arn = rule.arn;
    this.ruleName = props.name;
    new CloudwatchEventTarget(this, "Target", {
      provider,
      rule: rule.name,
      eventBusName: props.busName,
      targetId: "topic",
      arn: props.topicArn,
      inputTransformer:
        props.messages === "chat"
          ? chatTransformerFor(kind, props)
          : inputTransformerFor(kind, props),
      retryPolicy: props.retryPolicy,
      deadLetterConfig: { arn: props.deadLetterQueueArn },
    });
  }
}
