import type { AlertKind } from "../catalog";
import type { Alarm } from "./alarm";
import { allOf, anyOf, counted, equals, type LogGroup, type Part } from "./filter-pattern";

/** A rule of the hub, as far as it decides what is counted. */
export interface CountedRule {
  readonly name: string;
  readonly kind: Pick<AlertKind, "name" | "causedBy">;
  /** Its accounts, and those that it leaves out; neither: all. */
  readonly route: {
    readonly accounts?: readonly string[];
    readonly exceptAccounts?: readonly string[];
  };
}

/** What is counted on the hub's event bus. */
export interface FloodWatch {
  /** Begins the name of every alarm. */
  readonly namePrefix: string;
  readonly busName: string;
  /** Events within a minute that raise the alarm: a whole number from 1. */
  readonly perMinute: number;
  readonly rules: readonly CountedRule[];
}

/** Metrics that an alarm may add up. @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html */
const mostMetrics = 10;

const steps = "See docs/operations.md, a flood of attempts.";

/**
 * The rules that count each event once: of a kind those of the first route that takes it of every account,
 * else those of all routes.
 */
export function countedOnce<R extends CountedRule>(rules: readonly R[]): readonly R[] {
  return rules.filter(({ kind, route }) => {
    const widest = rules.find(
      (each) => each.kind.name === kind.name && !each.route.accounts && !each.route.exceptAccounts,
    );
    return widest === undefined || widest.route === route;
  });
}

/**
 * Alarms on more events in a minute than people cause by mistyping: counted by the rules for kinds that
 * somebody without credentials can cause, ten rules in each alarm.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
 */
export function floodAlarms(watch: FloodWatch): readonly Alarm[] {
  const { namePrefix, busName, perMinute } = watch;
  const open = watch.rules.filter(({ kind }) => kind.causedBy === "anybody");
  const names = countedOnce(open).map(({ name }) => name);
  return Array.from({ length: Math.ceil(names.length / mostMetrics) }, (_, at): Alarm => {
    const some = names.slice(at * mostMetrics, (at + 1) * mostMetrics);
    const metrics = Object.fromEntries(
      some.map((RuleName, i) => {
        const dimensions = { EventBusName: busName, RuleName };
        return [`rule${i + 1}`, { namespace: "AWS/Events", name: "Invocations", dimensions }];
      }),
    );
    return {
      name: [namePrefix, "flood", ...(at === 0 ? [] : [at + 1])].join("-"),
      description: `${perMinute} or more failed sign-ins and other events that anybody can cause came within a minute: somebody guesses, or hides a sign-in behind them. Mail about those may stop, mail about sign-ins that succeed does not. ${steps}`,
      watched: {
        expression: Object.keys(metrics)
          .map((id) => `FILL(${id}, 0)`)
          .join(" + "),
        metrics,
      },
      period: 60,
      comparison: "GreaterThanOrEqualToThreshold",
      threshold: perMinute,
      missingData: "notBreaching",
    };
  });
}

function failed(eventName: string): string {
  return `(${allOf(equals("eventName", eventName), equals(`responseElements.${eventName}`, "Failure"))})`;
}

/** The same on the log path, where nothing is forwarded or told of. */
export function floodInLog(log: LogGroup, perMinute: number): Part {
  return counted(
    log,
    { filter: "flood-in-log", metric: "EventsThatAnybodyCanCause" },
    anyOf([
      failed("ConsoleLogin"),
      failed("CheckMfa"),
      equals("eventName", "PasswordRecoveryRequested"),
      equals("eventName", "ExternalIdPDirectoryLogin"),
    ]),
    {
      description: `The trail recorded ${perMinute * 5} or more failed sign-ins and requests to recover a password within five minutes. ${steps}`,
      threshold: perMinute * 5,
    },
  );
}
