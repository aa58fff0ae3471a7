import type { Place } from "../aws";
import { alarmArn } from "../aws/arn";
import { severities, type AlertKind } from "../catalog";
import type { JsonValue } from "../json/value";
import type { Alarm, Dashboard, Metric } from "./alarm";
import { failuresQuery } from "./bus-log";
import { countedOnce, type CountedRule } from "./flood";
import { heartbeatGuards, type ExpectedHeartbeats } from "./heartbeat";
import { signInLogGuards, type SignInLog } from "./sign-in-log";

/** What the hub's dashboard shows. */
export interface HubView {
  readonly place: Place;
  /** Name of the dashboard, and what the names of its alarms begin with. */
  readonly namePrefix: string;
  readonly busName: string;
  /** Queue of what the hub's rules could not deliver. */
  readonly queueName: string;
  readonly topicNames: readonly string[];
  readonly rules: readonly (CountedRule & { readonly kind: Pick<AlertKind, "severity"> })[];
  readonly alarms: readonly Alarm[];
  /** @default - no flood is noticed */
  readonly floodPerMinute?: number;
  /** Present where the event bus writes logs. @default - it does not */
  readonly logs?: object;
  /** @default - none are sent */
  readonly heartbeats?: ExpectedHeartbeats;
}

/** Alarms of one widget. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html */
const mostAlarmsOfWidget = 100;

/** A widget without its place on the page. */
interface Widget {
  readonly type: "metric" | "log" | "alarm" | "text";
  /** Of 24 columns. */
  readonly width: number;
  readonly height: number;
  readonly properties: Readonly<Record<string, JsonValue>>;
}

type Options = Readonly<Record<string, JsonValue>>;

function graphed({ namespace, name, dimensions = {} }: Metric, options: Options = {}): JsonValue {
  return [namespace, name, ...Object.entries(dimensions).flat(), options];
}

function graph(
  { region }: Place,
  title: string,
  metrics: readonly JsonValue[],
  more: Options = {},
): readonly Widget[] {
  if (metrics.length === 0) return [];
  const common = { title, region, view: "timeSeries", stat: "Sum", period: 300 };
  return [
    {
      type: "metric",
      width: 12,
      height: 6,
      properties: { ...common, metrics: [...metrics], ...more },
    },
  ];
}

/** A line across a graph. */
function line(label: string, value: number): Options {
  return { annotations: { horizontal: [{ label, value }] } };
}

function states(place: Place, alarms: readonly Alarm[]): readonly Widget[] {
  return Array.from({ length: Math.ceil(alarms.length / mostAlarmsOfWidget) }, (_, i) => {
    const some = alarms.slice(i * mostAlarmsOfWidget, (i + 1) * mostAlarmsOfWidget);
    const arns = some.map(({ name }) => alarmArn(place, name));
    return {
      type: "alarm",
      width: 24,
      height: 2 + Math.ceil(some.length / 6),
      properties: { title: "Alarms", alarms: arns },
    };
  });
}

function table({ region }: Place, title: string, logGroupName: string, query: string): Widget {
  const text = `SOURCE '${logGroupName}' | ${query}`;
  return {
    type: "log",
    width: 24,
    height: 8,
    properties: { title, region, query: text, view: "table" },
  };
}

/** Widgets from left to right, each row as high as its highest. */
function laidOut(widgets: readonly Widget[]): JsonValue {
  let [x, y, height] = [0, 0, 0];
  return {
    // A day by the minute is as much as a graph shows.
    start: "-P1D",
    periodOverride: "inherit",
    widgets: widgets.map((widget) => {
      if (x + widget.width > 24) [x, y, height] = [0, y + height, 0];
      const placed = { ...widget, x, y };
      [x, height] = [x + widget.width, Math.max(height, widget.height)];
      return placed;
    }),
  };
}

function dashboard(name: string, widgets: readonly Widget[]): Dashboard {
  return { name, body: JSON.stringify(laidOut(widgets)) };
}

function ofRules(view: HubView, metric: string): JsonValue {
  const search = `SEARCH('{AWS/Events,EventBusName,RuleName} MetricName="${metric}" EventBusName="${view.busName}"', 'Sum', 300)`;
  return [{ expression: search, label: `${metric}: ` }];
}

/**
 * The hub's dashboard: alerts by severity and kind, what anybody can cause, heartbeats, what could not be
 * delivered, and the state of each alarm. All but heartbeats are metrics that AWS sends for nothing.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html
 */
export function hubDashboard(view: HubView): Dashboard {
  const { place, namePrefix, busName, heartbeats, floodPerMinute: perMinute } = view;
  const rules = countedOnce(view.rules);
  const invoked = ({ name: RuleName }: CountedRule): JsonValue => {
    const dimensions = { EventBusName: busName, RuleName };
    const label = RuleName.slice(namePrefix.length + 1);
    return graphed({ namespace: "AWS/Events", name: "Invocations", dimensions }, { label });
  };
  const bySeverity = severities.toReversed().flatMap((severity) => {
    const some = rules.filter(({ kind }) => kind.severity === severity);
    return graph(place, `Alerts: ${severity}`, some.map(invoked), { stacked: true });
  });
  const open = rules.filter(({ kind }) => kind.causedBy === "anybody").map(invoked);
  const flood = graph(place, "What anybody can cause, by the minute", open, {
    stacked: true,
    period: 60,
    ...(perMinute !== undefined && line("flood", perMinute)),
  });
  const waiting = {
    namespace: "AWS/SQS",
    name: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: view.queueName },
  };
  const undelivered = view.topicNames.map((TopicName) => {
    const dimensions = { TopicName };
    return graphed(
      { namespace: "AWS/SNS", name: "NumberOfNotificationsFailed", dimensions },
      { label: TopicName },
    );
  });
  const watched = heartbeats && heartbeatGuards(heartbeats);
  const beats = (watched?.filters ?? []).map(({ metric }) =>
    graphed(metric, { label: "heartbeats" }),
  );
  const { logGroupName, query } = failuresQuery(view);
  const failed = view.logs
    ? [table(place, "What a rule could not deliver, and why", logGroupName, query)]
    : [];
  return dashboard(namePrefix, [
    ...states(place, view.alarms),
    ...bySeverity,
    ...flood,
    ...graph(place, "Could not be delivered by a rule", [
      ofRules(view, "FailedInvocations"),
      ofRules(view, "InvocationsSentToDlq"),
    ]),
    ...graph(place, "Waiting in the dead-letter queue", [
      graphed(waiting, { stat: "Maximum", label: view.queueName }),
    ]),
    ...graph(place, "Could not be delivered to a subscriber", undelivered),
    ...failed,
    ...graph(place, "Heartbeats", beats, {
      // All regions send in the same minute.
      period: 3600,
      ...line("expected", heartbeats?.forwarders ?? 0),
    }),
    ...(watched?.queries ?? []).map(({ logGroupName, query }) =>
      table(place, "Last heartbeat of each region, the quiet ones first", logGroupName, query),
    ),
  ]);
}

/** The dashboard beside the trail: the state of its alarms, what they count, and the last sign-ins. */
export function trailDashboard(place: Place, log: SignInLog): Dashboard {
  const { namePrefix, logGroupName } = log;
  const { alarms, filters, queries } = signInLogGuards(log);
  const metrics = [...new Map(filters.map(({ metric }) => [metric.name, metric])).values()];
  const written = {
    namespace: "AWS/Logs",
    name: "IncomingLogEvents",
    dimensions: { LogGroupName: logGroupName },
  };
  return dashboard(`${namePrefix}-trail`, [
    ...states(place, alarms),
    ...graph(
      place,
      "Counted in the log group",
      metrics.map((metric) => graphed(metric)),
    ),
    ...graph(place, "Written to the log group by the trail", [
      graphed(written, { label: "events" }),
    ]),
    ...queries
      .filter(({ name }) => name === `${namePrefix}/sign-ins`)
      .map(({ query }) => table(place, "Last sign-ins", logGroupName, `${query}\n| limit 50`)),
  ]);
}
