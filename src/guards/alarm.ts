/** A metric of CloudWatch. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions?: Readonly<Record<string, string>>;
}

/** What an alarm looks at: one metric, a sum of differences of metrics, or a query over metrics. */
export type Watched =
  | { readonly metric: Metric; readonly statistic: "Sum" | "Maximum" }
  | { readonly expression: string; readonly metrics: Readonly<Record<string, Metric>> }
  | { readonly query: string };

/**
 * An alarm of CloudWatch, evaluated over one period. It notifies its topic when it begins to hold, and
 * not again until it has ceased.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
 */
export interface Alarm {
  /** Unique in its account and region, at most 255 characters. */
  readonly name: string;
  /** Sent with the alarm: what happened and what to do, at most 1,024 characters. */
  readonly description: string;
  readonly watched: Watched;
  /** Seconds, a multiple of 60, at most 604,800. */
  readonly period: number;
  readonly comparison: "GreaterThanOrEqualToThreshold" | "LessThanThreshold";
  readonly threshold: number;
  readonly missingData: "notBreaching" | "breaching";
}

/**
 * A metric filter: counts the log events of a log group that match its pattern.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html
 */
export interface MetricFilter {
  /** Unique in its log group. */
  readonly name: string;
  readonly logGroupName: string;
  /** At most 1,024 characters. */
  readonly pattern: string;
  readonly metric: Metric;
}

/** A query of CloudWatch Logs Insights, saved for the person on call. */
export interface SavedQuery {
  readonly name: string;
  readonly logGroupName: string;
  readonly query: string;
}

/** A dashboard of CloudWatch. */
export interface Dashboard {
  /** Unique in its account, at most 255 letters, digits, hyphens and underscores. */
  readonly name: string;
  /** JSON. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html */
  readonly body: string;
}

/** What watches one log group or one part of the path. */
export interface Guards {
  readonly alarms: readonly Alarm[];
  readonly filters: readonly MetricFilter[];
  readonly queries: readonly SavedQuery[];
  /** @default none */
  readonly dashboards?: readonly Dashboard[];
}

/** An alarm that is raised by `threshold` counts within five minutes, and never by missing data. */
export function anyWithinFiveMinutes(
  name: string,
  description: string,
  watched: Watched,
  threshold = 1,
): Alarm {
  return {
    name,
    description,
    watched,
    period: 300,
    comparison: "GreaterThanOrEqualToThreshold",
    threshold,
    missingData: "notBreaching",
  };
}
