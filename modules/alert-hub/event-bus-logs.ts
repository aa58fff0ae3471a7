import { CloudwatchLogDelivery } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery";
import { CloudwatchLogDeliveryDestination } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-destination";
import { CloudwatchLogDeliverySource } from "@cdktf/provider-aws/lib/cloudwatch-log-delivery-source";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { CloudwatchLogResourcePolicy } from "@cdktf/provider-aws/lib/cloudwatch-log-resource-policy";
import { Token, type TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import { logGroupArn, policyDocument, type Place } from "../../src/aws";
import { logDeliverySourceArn } from "../../src/aws/arn";
import { logRetentionDays } from "../../src/aws/log-retention";
import {
  busLogDestinationName,
  busLogGroupName,
  busLogPolicyName,
  busLogQueries,
  busLogSourceName,
  busLogTypes,
  longestLogDeliveryName,
} from "../../src/guards";
import { queryResources } from "../guards";

/** Properties of {@link EventBusLogs}. */
export interface EventBusLogsProps {
  /** Provider of the account and region of the event bus. */
  readonly provider: TerraformProvider;
  /** Account and region of the event bus. */
  readonly place: Place;
  /** Begins the names of what delivers records, at most 50 characters. */
  readonly namePrefix: string;
  /** The event bus, which has {@link busLogLevel}. */
  readonly busArn: string;
  readonly busName: string;
  /** Days that records are kept, one of CloudWatch's. */
  readonly days: number;
}

/**
 * What a bus writes: each delivery, and each failure. Without detail: no event, and so nobody's name or
 * address, is in the records.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-logs.html#eb-event-logs-data
 */
export const busLogLevel = { includeDetail: "NONE", level: "INFO" } as const;

/** What AWS would refuse of the logs, and what nothing would be written for. */
export function busLogProblems({
  namePrefix,
  logRetentionDays: days,
  existingBus,
}: {
  readonly namePrefix: string;
  readonly logRetentionDays?: number;
  readonly existingBus?: object;
}): readonly string[] {
  if (days === undefined) return [];
  const offered: readonly number[] = logRetentionDays;
  const excess = Math.max(
    ...busLogTypes.map(
      (type) => busLogSourceName(namePrefix, type).length - longestLogDeliveryName,
    ),
  );
  return [
    ...(Token.isUnresolved(days) || offered.includes(days)
      ? []
      : [
          `'logRetentionDays' must be a number of days that CloudWatch Logs offers (${offered.join(", ")}), got: ${days}`,
        ]),
    ...(existingBus
      ? [
          "'logRetentionDays' needs a bus that is created here: what an existing one logs is its owner's",
        ]
      : []),
    ...(Token.isUnresolved(namePrefix) || excess <= 0
      ? []
      : [
          `'namePrefix' must have at most ${namePrefix.length - excess} characters for logs of the event bus, got: ${namePrefix.length} characters`,
        ]),
  ];
}

/**
 * Keeps what an event bus says of each delivery in a log group, with queries that answer whether an
 * alert was delivered. No alert depends on it.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-vended-logs-permissions-V2.html
 */
export class EventBusLogs extends Construct {
  constructor(scope: Construct, id: string, props: EventBusLogsProps) {
    super(scope, id);
    const { provider, place, namePrefix, busArn, busName } = props;
    const names = busLogTypes.map((type) => busLogSourceName(namePrefix, type));
    const group = new CloudwatchLogGroup(this, "LogGroup", {
      provider,
      name: busLogGroupName(busName),
      retentionInDays: props.days,
    });
    const permission = new CloudwatchLogResourcePolicy(this, "LogPolicy", {
      provider,
      policyName: busLogPolicyName(namePrefix),
      policyDocument: policyDocument({
        Sid: "EventBusWritesLogs",
        Effect: "Allow",
        Principal: { Service: "delivery.logs.amazonaws.com" },
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: `${logGroupArn(place, busLogGroupName(busName))}:log-stream:*`,
        Condition: {
          StringEquals: { "aws:SourceAccount": place.account },
          ArnLike: { "aws:SourceArn": names.map((name) => logDeliverySourceArn(place, name)) },
        },
      }),
    });
    const destination = new CloudwatchLogDeliveryDestination(this, "Resource", {
      provider,
      name: busLogDestinationName(namePrefix),
      // The queries look into fields.
      outputFormat: "json",
      deliveryDestinationConfiguration: [{ destinationResourceArn: group.arn }],
    });
    let former: CloudwatchLogDelivery | undefined;
    for (const logType of busLogTypes) {
      const source = new CloudwatchLogDeliverySource(this, `Source-${logType}`, {
        provider,
        name: busLogSourceName(namePrefix, logType),
        logType,
        resourceArn: busArn,
      });
      former = new CloudwatchLogDelivery(this, `Delivery-${logType}`, {
        provider,
        deliverySourceName: source.name,
        deliveryDestinationArn: destination.arn,
        // AWS refuses two deliveries of one destination that are created at once.
        dependsOn: [permission, ...(former ? [former] : [])],
      });
    }
    queryResources(this, namePrefix, busLogQueries({ namePrefix, busName }), {
      provider,
      dependsOn: [group],
    });
  }
}
