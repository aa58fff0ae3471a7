import { CloudwatchEventBus } from "@cdktf/provider-aws/lib/cloudwatch-event-bus";
import { CloudwatchEventBusPolicy } from "@cdktf/provider-aws/lib/cloudwatch-event-bus-policy";
import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { eventBusArn, eventRuleArn, policyDocument, type Place } from "../../src/aws";
import { valuesOf, type AlertKind, type MessageStyle } from "../../src/catalog";
import { deadLetterQueue } from "../dead-letter-queue";
import { AlertRule } from "./alert-rule";
import { alertRuleName, hubBusName, hubQueueName } from "./names";

/** A topic and the kinds of alert that go to it. */
export interface AlertRoute {
  /** Part of rule names, lower-case with hyphens; the default route has none. */
  readonly name?: string;
  /** ARN of an SNS topic in the hub's account and region that EventBridge may publish to. */
  readonly topicArn: string;
  readonly kinds: readonly AlertKind[];
}

/** Properties of an {@link AlertHub}. */
export interface AlertHubProps {
  /** Provider of the hub account in the hub region. */
  readonly provider: TerraformProvider;
  /** Hub account and region; a region that every account has by default. */
  readonly place: Place;
  /** Id of the organization whose accounts may send events, such as `o-a1b2c3d4e5`. */
  readonly organizationId: string;
  /** Begins the name of every resource. */
  readonly namePrefix: string;
  readonly routes: readonly AlertRoute[];
  /**
   * An event bus that is there already, in the hub's account and region. Its policy is its owner's:
   * it must accept `events:PutEvents` from every account of the organization.
   * @default - a bus and its policy are made
   */
  readonly existingBus?: { readonly name: string; readonly arn: string };
  /** How much messages tell. @default "standard" */
  readonly messageStyle?: MessageStyle;
}

/**
 * The event bus that every account and region forwards sign-in events to, and the rules that turn
 * them into alerts.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html
 */
export class AlertHub extends Construct {
  /** ARN of the event bus. */
  public readonly busArn: string;
  /** One rule per kind and route. */
  public readonly rules: readonly AlertRule[];

  constructor(scope: Construct, id: string, props: AlertHubProps) {
    super(scope, id);
    const { provider, place, namePrefix } = props;
    const kinds = [...new Set(props.routes.flatMap((route) => route.kinds))];
    const bus = props.existingBus ?? this.bus(props, kinds);
    // Known before the bus exists, for the policies that name its rules.
    const busName = props.existingBus?.name ?? hubBusName(namePrefix);
    this.busArn = bus.arn;
    const queue = deadLetterQueue(this, "DeadLetters", {
      provider,
      place,
      name: hubQueueName(namePrefix),
      // By prefix: the names of all rules would pass the 8,192 bytes that SQS allows a policy.
      ruleArn: eventRuleArn(place, `${namePrefix}-*`, busName),
    });
    this.rules = props.routes.flatMap((route) =>
      route.kinds.map(
        (kind) =>
          new AlertRule(this, alertRuleName("Rule", kind.name, route.name), {
            provider,
            kind,
            partition: place.partition ?? "aws",
            style: props.messageStyle ?? "standard",
            busName: bus.name,
            name: alertRuleName(namePrefix, kind.name, route.name),
            topicArn: route.topicArn,
            deadLetterQueueArn: queue.arn,
          }),
      ),
    );
  }

  private bus(props: AlertHubProps, kinds: readonly AlertKind[]): CloudwatchEventBus {
    const { provider } = props;
    const bus = new CloudwatchEventBus(this, "Resource", {
      provider,
      name: hubBusName(props.namePrefix),
      description: "Console sign-in events of every account and region of the organization",
    });
    new CloudwatchEventBusPolicy(this, "Policy", {
      provider,
      eventBusName: bus.name,
      policy: this.policy(props, kinds),
    });
    return bus;
  }

  private policy(props: AlertHubProps, kinds: readonly AlertKind[]): string {
    return policyDocument({
      Sid: "OrganizationSendsSignInEvents",
      Effect: "Allow",
      Principal: "*",
      Action: "events:PutEvents",
      Resource: eventBusArn(props.place, hubBusName(props.namePrefix)),
      Condition: {
        StringEquals: {
          "aws:PrincipalOrgID": props.organizationId,
          // Only AWS can send a source that begins with "aws.": this keeps forged sign-ins out.
          "events:source": valuesOf(kinds, "source"),
          "events:detail-type": valuesOf(kinds, "detail-type"),
        },
      },
    });
  }
}
