import { CloudwatchEventBus } from "@cdktf/provider-aws/lib/cloudwatch-event-bus";
import { CloudwatchEventBusPolicy } from "@cdktf/provider-aws/lib/cloudwatch-event-bus-policy";
import type { TerraformProvider } from "cdktf";
import type { Construct } from "constructs";
import { eventBusArn, policyDocument, type Place, type PolicyStatement } from "../../src/aws";
import { isOfAnyService, valuesOf, type AlertKind } from "../../src/catalog";
import { scheduledEvent } from "../../src/guards";
import { hubBusName } from "../names";
import { busLogLevel } from "./event-bus-logs";

/** What the policy of the hub's event bus depends on. */
export interface BusPolicyProps {
  readonly place: Place;
  readonly organizationId: string;
  readonly namePrefix: string;
  /** Present where heartbeats are counted. */
  readonly heartbeat?: object;
}

/** @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const longestBusPolicy = 10_240;

/**
 * The policy of the hub's event bus: events of AWS itself, from accounts of the organization.
 * @throws RangeError for a policy of more than 10,240 characters
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-permissions-manage.html
 */
export function busPolicy(
  { place, organizationId, namePrefix, heartbeat }: BusPolicyProps,
  kinds: readonly AlertKind[],
): string {
  const accept = (
    Sid: string,
    source: string | readonly string[],
    detailType: string | readonly string[],
    comparison: "StringEquals" | "StringLike" = "StringEquals",
  ): PolicyStatement => ({
    Sid,
    Effect: "Allow",
    Principal: "*",
    Action: "events:PutEvents",
    Resource: eventBusArn(place, hubBusName(namePrefix)),
    Condition: {
      StringEquals: { "aws:PrincipalOrgID": organizationId },
      // One call carries many events, so AWS gives lists: each event of a call has to fit.
      [`ForAllValues:${comparison}`]: {
        // Only AWS can send a source that begins with "aws.": this keeps forged sign-ins out.
        "events:source": source,
        "events:detail-type": detailType,
      },
      // ForAllValues is true of a key that is absent.
      Null: { "events:source": "false", "events:detail-type": "false" },
    },
  });
  // One call may carry events of several kinds, so one statement has to let all of them in.
  const isOfAny = kinds.some(isOfAnyService);
  const policy = policyDocument(
    accept(
      "OrganizationSendsSignInEvents",
      isOfAny ? "aws.*" : valuesOf(kinds, "source"),
      valuesOf(kinds, "detail-type"),
      isOfAny ? "StringLike" : "StringEquals",
    ),
    ...(heartbeat
      ? [
          accept(
            "OrganizationSendsHeartbeats",
            scheduledEvent.source,
            scheduledEvent["detail-type"],
          ),
        ]
      : []),
  );
  if (policy.length > longestBusPolicy) {
    throw new RangeError(
      `the policy of the event bus has ${policy.length} characters, at most ${longestBusPolicy} are allowed: accept fewer kinds of event`,
    );
  }
  return policy;
}

/**
 * The hub's event bus, with its policy.
 * @throws RangeError without an organization
 */
export function eventBus(
  scope: Construct,
  {
    provider,
    organizationId,
    logRetentionDays,
    ...props
  }: Omit<BusPolicyProps, "organizationId"> & {
    readonly provider: TerraformProvider;
    readonly organizationId?: string;
    readonly logRetentionDays?: number;
  },
  kinds: readonly AlertKind[],
): CloudwatchEventBus {
  if (organizationId === undefined) {
    throw new RangeError("organizationId is missing: only its accounts may send to the new bus");
  }
  const bus = new CloudwatchEventBus(scope, "Resource", {
    provider,
    name: hubBusName(props.namePrefix),
    description: "Console sign-in events of every account and region of the organization",
    ...(logRetentionDays !== undefined && { logConfig: busLogLevel }),
  });
  new CloudwatchEventBusPolicy(scope, "Policy", {
    provider,
    eventBusName: bus.name,
    policy: busPolicy({ ...props, organizationId }, kinds),
  });
  return bus;
}
