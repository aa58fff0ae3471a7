import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import type { ITerraformDependable, TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { partitions, type Partition } from "../../src/aws";
import type { EventPattern } from "../../src/aws/eventbridge";
import {
  chatTransformerFor,
  formatterInputFor,
  inputTransformerFor,
  messageStyles,
  ruleStateFor,
  type AlertKind,
  type MessageStyle,
} from "../../src/catalog";
import { refuseOtherShapes } from "../property-shapes";
import { choiceProblems, refuse } from "../property-validation";
import type { RetryPolicy } from "../retry-policy";

/** What the readers of a topic accept: text, or the custom notifications of chat. */
export type MessageForm = "mail" | "chat";
/** A function that turns events into messages of a topic. */
export interface MessageFormatter {
  /** ARN of the function, in the account and region of the rules. */
  readonly functionArn: string;
  /**
   * What must exist before a rule invokes it: its permission, and what is done when it fails.
   * @default none
   */
  readonly ready?: readonly ITerraformDependable[];
}

/** A topic and the kinds of alert that go to it. */
export interface AlertRoute {
  /** Part of rule names, lower-case with hyphens; the default route has none. */
  readonly name?: string;
  /** ARN of an SNS topic in the hub's account and region that EventBridge may publish to. */
  readonly topicArn: string;
  /** Kinds that the route notifies of, each by a rule of its own. */
  readonly kinds: readonly AlertKind[];
  /** Ids of the accounts that it is notified of. @default - all */
  readonly accounts?: readonly string[];
  /**
   * Ids of accounts that it is not notified of; about a hundred fit into a pattern. Accounts that join the
   * organization later are none of them. @default none
   */
  readonly exceptAccounts?: readonly string[];
  /** What the topic's readers accept: chat drops plain text, and mail shows chat's as JSON. @default "mail" */
  readonly messages?: MessageForm;
  /**
   * A function that publishes to the topic in the rules' stead, such as an `AlertFormatter` of it.
   * @default - the rules publish to the topic themselves
   */
  readonly formatter?: MessageFormatter;
}

/** Properties of an {@link AlertRule}. */
export interface AlertRuleProps {
  /** Provider of the account and region of the event bus. */
  readonly provider: TerraformProvider;
  /** What the rule notifies of. */
  readonly kind: AlertKind;
  /** Decides which console the message links to. */
  readonly partition: Partition;
  /** How much the message contains. */
  readonly style: MessageStyle;
  /** What the topic's readers accept. @default "mail" */
  readonly messages?: MessageForm;
  /** Event bus that the rule listens on. */
  readonly busName: string;
  /** Name of the rule, at most 64 characters. */
  readonly name: string;
  /** The events of the kind that it matches: one of its `alertPatterns`. */
  readonly pattern: EventPattern;
  /** Topic that is notified; its policy must let EventBridge publish. */
  readonly topicArn: string;
  /** Publishes to the topic. @default - the rule publishes itself */
  readonly formatter?: MessageFormatter;
  /** Queue for what could not be delivered; its policy must let EventBridge write. */
  readonly deadLetterQueueArn: string;
  /** How long EventBridge tries, before an event goes to that queue. */
  readonly retryPolicy: RetryPolicy;
}

function targetOf({ kind, style, partition, topicArn, formatter, messages }: AlertRuleProps) {
  if (!formatter) {
    const inputTransformer =
      messages === "chat"
        ? chatTransformerFor(kind, { partition })
        : inputTransformerFor(kind, { style, partition });
    return { targetId: "topic", arn: topicArn, inputTransformer };
  }
  const { inputTemplate } = formatterInputFor(kind, style);
  return {
    targetId: "formatter",
    arn: formatter.functionArn,
    inputTransformer: { inputTemplate },
    dependsOn: [...(formatter.ready ?? [])],
  };
}

/**
 * Turns one kind of event on the hub's bus into messages of one topic.
 * @throws RangeError for properties of another type
 */
export class AlertRule extends Construct {
  /** ARN of the rule. */
  public readonly arn: string;
  /** Name of the rule. */
  public readonly ruleName: string;

  constructor(scope: Construct, id: string, props: AlertRuleProps) {
    super(scope, id);
    refuseOtherShapes(props, {
      provider: "provider",
      kind: "kind",
      partition: "text",
      style: "text",
      messages: "text?",
      busName: "text",
      name: "text",
      pattern: "object",
      topicArn: "text",
      formatter: "object?",
      deadLetterQueueArn: "text",
      retryPolicy: "object",
    });
    refuse([
      ...choiceProblems("partition", props.partition, partitions),
      ...choiceProblems("style", props.style, messageStyles),
      ...choiceProblems("messages", props.messages, ["mail", "chat"]),
    ]);
    const { provider, kind } = props;
    const rule = new CloudwatchEventRule(this, "Resource", {
      provider,
      name: props.name,
      description: kind.title,
      eventBusName: props.busName,
      eventPattern: JSON.stringify(props.pattern),
      state: ruleStateFor([kind]),
    });
    this.arn = rule.arn;
    this.ruleName = props.name;
    new CloudwatchEventTarget(this, "Target", {
      provider,
      rule: rule.name,
      eventBusName: props.busName,
      ...targetOf(props),
      retryPolicy: props.retryPolicy,
      deadLetterConfig: { arn: props.deadLetterQueueArn },
    });
  }
}
