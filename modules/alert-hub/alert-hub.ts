import type { TerraformProvider } from "cdktf";
import { Construct } from "constructs";
import type { Place } from "../../src/aws";
import {
  alertRulesOf,
  findKind,
  noteForm,
  noteProblem,
  type AlertKind,
  type IgnoredEvents,
  type MessageStyle,
} from "../../src/catalog";
import { deadLetterQueue } from "../dead-letter-queue";
import { alertRuleName, hubBusName, hubQueueName, hubRulesArn } from "../names";
import { refuseOtherShapes } from "../property-shapes";
import {
  numberProblems,
  organizationProblems,
  placeProblems,
  prefixProblems,
  refuse,
  retryProblems,
} from "../property-validation";
import { inRegion } from "../region-scope";
import { longestRetry, type RetryPolicy } from "../retry-policy";
import { AlertRule, type AlertRoute } from "./alert-rule";
import { eventBus } from "./bus-policy";
import { archiveProblems, EventArchive } from "./event-archive";
import { busLogProblems, EventBusLogs } from "./event-bus-logs";
import { DeliveryWatch, HeartbeatWatch } from "./watches";
import { hubShapes } from "./property-shapes";

/** Properties of an {@link AlertHub}. */
export interface AlertHubProps {
  /** Provider of the hub account in the hub region. */
  readonly provider: TerraformProvider;
  /** Hub account and region; a region that every account has by default. */
  readonly place: Place;
  /**
   * Id of the organization whose accounts may send events, such as `o-a1b2c3d4e5`; an `existingBus`
   * needs none.
   */
  readonly organizationId?: string;
  /** Begins the name of every resource. */
  readonly namePrefix: string;
  /** Who is notified of what; without one the hub creates a bus alone. */
  readonly routes: readonly AlertRoute[];
  /**
   * An existing event bus, in the hub's account and region. Its policy is its owner's:
   * it must accept `events:PutEvents` from every account of the organization.
   * @default - a bus and its policy are created
   */
  readonly existingBus?: { readonly name: string; readonly arn: string };
  /** Events that no route is notified of. @default none */
  readonly ignored?: readonly IgnoredEvents[];
  /** How much messages contain. @default "standard" */
  readonly messageStyle?: MessageStyle;
  /** @default - 24 hours, 185 attempts */
  readonly retryPolicy?: RetryPolicy;
  /**
   * ARN of a topic in the hub's account and region that CloudWatch may publish to, and that is notified
   * when an event could not be delivered.
   * @default - no alarms
   */
  readonly alarmTopicArn?: string;
  /**
   * Events a minute, of kinds that somebody without credentials can cause, that raise an alarm; needs
   * `alarmTopicArn`. @default - no such alarm
   */
  readonly floodPerMinute?: number;
  /** Names of the routes' topics whose failures raise an alarm. @default none */
  readonly watchedTopicNames?: readonly string[];
  /**
   * Heartbeats that must arrive; needs `alarmTopicArn`.
   * @default - heartbeats are neither accepted nor counted
   */
  readonly heartbeat?: {
    /** Number of accounts and regions that send one. */
    readonly forwarders: number;
    /** Hours between two of one region, a divisor of 24. */
    readonly hours: number;
  };
  /**
   * Days for which an archive of the bus keeps the events of the routes' kinds, to be replayed: 1 to
   * 2,147,483,647. Heartbeats are not kept.
   * @default - no archive
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-archive.html
   */
  readonly archiveDays?: number;
  /**
   * Days, of those that CloudWatch Logs offers, for which a log group keeps what the bus says of deliveries.
   * @default - the bus writes no logs
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-bus-logs.html
   */
  readonly logRetentionDays?: number;
}

/** Refuses what would lose alerts, all at once. @throws RangeError */
function validateHub(props: AlertHubProps): void {
  const { organizationId, routes, ignored = [], heartbeat, retryPolicy } = props;
  refuse([
    ...placeProblems(props),
    ...prefixProblems(props.namePrefix),
    ...organizationProblems(organizationId),
    ...routes.flatMap(({ kinds, name }, i) =>
      kinds.length > 0
        ? []
        : [
            `'routes[${i}].kinds' must hold at least 1 kind, got: 0 in ${name ?? "the default route"}`,
          ],
    ),
    ...routes.flatMap(({ kinds }, i) =>
      kinds.flatMap(({ name, note = "none" }) => {
        const problem = noteProblem(note);
        return problem === undefined
          ? []
          : [`'routes[${i}].kinds' of ${name}: ${problem}, allowed: ${noteForm}, got: ${note}`];
      }),
    ),
    ...ignored.flatMap(({ kinds, principalArns = [] }, i) => [
      ...kinds
        .filter((kind) => /(^|-)root(-|$)/u.test(findKind(kind)?.name ?? ""))
        .map((kind) => `'ignored[${i}].kinds' must name no kind of root's, got: ${kind}`),
      ...principalArns
        .filter((arn) => /^\**$/u.test(arn))
        .map((arn) => `'ignored[${i}].principalArns' must not match every principal, got: ${arn}`),
    ]),
    ...numberProblems("heartbeat.forwarders", heartbeat?.forwarders, 1),
    ...numberProblems("floodPerMinute", props.floodPerMinute, 1),
    ...watchProblems(props),
    ...archiveProblems(props),
    ...busLogProblems(props),
    ...retryProblems(retryPolicy),
  ]);
}

/** Alarms that would notify nobody. */
function watchProblems({ alarmTopicArn, heartbeat, floodPerMinute }: AlertHubProps) {
  if (alarmTopicArn !== undefined) return [];
  const watched = { heartbeat, floodPerMinute };
  return Object.entries(watched).flatMap(([name, value]) =>
    value === undefined
      ? []
      : [`'${name}' needs alarmTopicArn: its alarm would notify no recipient`],
  );
}

/** @throws RangeError where nothing is left of the kind, or patterns cannot express it */
function rulesOf(kind: AlertKind, route: AlertRoute, { ignored }: AlertHubProps) {
  const { accounts, exceptAccounts } = route;
  const scope = {
    ...(accounts && { accounts }),
    ...(exceptAccounts && { exceptAccounts }),
    ...(ignored && { ignored }),
  };
  const rules = alertRulesOf(kind, scope);
  if (rules.length > 0) return rules;
  throw new RangeError(`nothing is left of ${kind.name}: no account, or all of it is ignored`);
}

/**
 * The event bus that every account and region forwards sign-in events to, and the rules that turn
 * them into alerts.
 * @throws RangeError for heartbeats or a limit of floods without a topic of alarms, for a topic of alarms in another
 * account or region, for a bus to create without an organization, and for what would lose alerts: root
 * or everybody ignored, a route without kinds, a note that would break a message, an invalid place, prefix, count, number of days
 * or retry, and logs of an existing bus
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-account.html
 */
export class AlertHub extends Construct {
  /** ARN of the event bus. */
  public readonly busArn: string;
  /**
   * One rule per kind and route; more where one pattern cannot leave out all that is ignored, and
   * where a text may keep its message from being delivered.
   */
  public readonly rules: readonly AlertRule[];

  constructor(scope: Construct, id: string, props: AlertHubProps) {
    super(scope, id);
    refuseOtherShapes(props, hubShapes);
    validateHub(props);
    const { provider, place, namePrefix, retryPolicy = longestRetry } = props;
    const kinds = [...new Set(props.routes.flatMap((route) => route.kinds))];
    const bus = props.existingBus ?? eventBus(this, props, kinds);
    // Known before the bus exists, for the policies that name its rules.
    const busName = props.existingBus?.name ?? hubBusName(namePrefix);
    this.busArn = bus.arn;
    const queue = deadLetterQueue(this, "DeadLetters", {
      where: inRegion(provider, place),
      name: hubQueueName(namePrefix),
      // By prefix: the names of all rules would pass the 8,192 bytes that SQS allows a policy.
      ruleArns: [hubRulesArn(place, namePrefix, busName)],
    });
    const rules = props.routes.flatMap((route) =>
      route.kinds.flatMap((kind) =>
        rulesOf(kind, route, props).map((rule, part) => ({
          ...rule,
          route,
          id: alertRuleName("Rule", kind.name, route.name, part),
          name: alertRuleName(namePrefix, kind.name, route.name, part),
        })),
      ),
    );
    this.rules = rules.map(
      ({ id: ruleId, route: { topicArn, messages, formatter }, ...rule }) =>
        new AlertRule(this, ruleId, {
          ...rule,
          provider,
          partition: place.partition ?? "aws",
          style: props.messageStyle ?? "standard",
          ...(messages && { messages }),
          busName: bus.name,
          topicArn,
          ...(formatter && { formatter }),
          deadLetterQueueArn: queue.arn,
          retryPolicy,
        }),
    );
    const { alarmTopicArn: topicArn, heartbeat, floodPerMinute: perMinute } = props;
    const { archiveDays, logRetentionDays: days } = props;
    const kept = { provider, place, namePrefix, busArn: bus.arn };
    if (archiveDays !== undefined) {
      new EventArchive(this, "Archive", { ...kept, kinds, days: archiveDays });
    }
    if (days !== undefined) new EventBusLogs(this, "Logs", { ...kept, busName, days });
    if (topicArn === undefined) return;
    const watch = { ...kept, topicArn };
    new DeliveryWatch(this, "Alarm", {
      ...watch,
      busName,
      queueName: hubQueueName(namePrefix),
      topicNames: props.watchedTopicNames ?? [],
      ...(perMinute !== undefined && { flood: { perMinute, rules } }),
    });
    if (heartbeat) {
      new HeartbeatWatch(this, "Heartbeat", {
        ...watch,
        ...heartbeat,
        busName: bus.name,
        deadLetterQueueArn: queue.arn,
        retryPolicy,
      });
    }
  }
}
