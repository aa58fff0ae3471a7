import { anyWithinFiveMinutes, type Alarm, type Guards, type MetricFilter } from "./alarm";
import { cisParts, type CisChoice } from "./cis-controls";
import {
  coveredAccountPatterns,
  coveredRegionPatterns,
  type CoveredAccount,
} from "./covered-sign-ins";
import { allOf, anyOf, counted, equals, type Part } from "./filter-pattern";
import { floodInLog } from "./flood";
import { trailWatch } from "./trail-watch";

/** IAM users whose sign-ins raise an alarm of their own. */
export interface WatchedUsers {
  /** Part of the alarm's name: lower-case letters, digits and hyphens. */
  readonly name: string;
  /** Names of IAM users, the same in every account. */
  readonly userNames: readonly string[];
}

/** What is looked for in the log group of a trail. */
export interface SignInLog {
  /** Begins the name of every alarm, filter and query. */
  readonly namePrefix: string;
  /** The log group that the trail writes to. */
  readonly logGroupName: string;
  /** Sign-ins within five minutes that raise the alarm; 0 for no such alarm. @default 1 */
  readonly signIns?: number;
  /** Failures within five minutes that raise the alarm; 0 for no such alarm. @default 5 */
  readonly failures?: number;
  /**
   * Failed sign-ins and other events that anybody can cause, a minute, that raise the alarm on a flood.
   * @default 0, for no such alarm
   */
  readonly floodPerMinute?: number;
  /** @default none */
  readonly watchedUsers?: readonly WatchedUsers[];
  /** Where sign-ins are forwarded; all others raise an alarm. @default - no such alarm */
  readonly covered?: readonly CoveredAccount[];
  /** Regions in which accounts besides those are covered, too. @default - there are no others */
  readonly coveredOthers?: readonly string[];
  /** Filters and alarms in the form that auditors' controls want. @default "on" */
  readonly cis?: CisChoice;
  /** Name of the trail whose changes raise an alarm. @default - those of any trail */
  readonly trailName?: string;
  /** Name of the forwarders' queues, where the trail logs what is sent to them. */
  readonly deadLetterQueueName?: string;
}

/** Metric filters that a log group may have. */
export const mostFilters = 100;

/** Filters that may be spent on distinguishing accounts; beyond, only regions are. */
const mostAccountFilters = 50;

const signIn = equals("eventName", "ConsoleLogin");
const steps = "An alarm names nobody: the saved query";

function uncovered(log: SignInLog, covered: readonly CoveredAccount[]): Part {
  const { namePrefix, logGroupName } = log;
  const filtersOf = (name: string, metric: string, patterns: readonly string[]): MetricFilter[] =>
    patterns.map((pattern, i) => ({
      name: `${namePrefix}-${name}-${i + 1}`,
      logGroupName,
      pattern,
      metric: { namespace: namePrefix, name: metric },
    }));
  const regions = filtersOf(
    "in-covered-regions",
    "SignInsInCoveredRegions",
    coveredRegionPatterns(signIn, covered, log.coveredOthers),
  );
  const ofAccounts = filtersOf(
    "of-covered-accounts",
    "SignInsOfCoveredAccounts",
    coveredAccountPatterns(signIn, covered),
  );
  const distinguishesAccounts =
    log.coveredOthers === undefined && ofAccounts.length <= mostAccountFilters;
  const accounts = distinguishesAccounts ? ofAccounts : [];
  const named = (name: string) => ({ namespace: namePrefix, name });
  const alarm: Alarm = anyWithinFiveMinutes(
    `${namePrefix}-uncovered-sign-ins`,
    `Somebody signed in to the console in a region or an account from which no sign-in event is forwarded. ${steps} ${namePrefix}/sign-ins tells who and where. Then add the region or the account to the configuration.`,
    {
      expression: ["inRegions", ...(accounts.length > 0 ? ["ofAccounts"] : [])]
        .map((part) => `(everywhere - FILL(${part}, 0))`)
        .join(" + "),
      metrics: {
        everywhere: named("ConsoleSignIns"),
        inRegions: named("SignInsInCoveredRegions"),
        ...(accounts.length > 0 && { ofAccounts: named("SignInsOfCoveredAccounts") }),
      },
    },
  );
  return { filters: [...regions, ...accounts], alarms: [alarm] };
}

function parts(log: SignInLog): readonly Part[] {
  const { namePrefix, watchedUsers = [], covered, deadLetterQueueName } = log;
  const query = `${steps} ${namePrefix}/sign-ins tells who, and how many.`;
  return [
    counted(log, { filter: "console-sign-ins", metric: "ConsoleSignIns" }, signIn, {
      description: `Somebody signed in to the console, or tried to, in some account and region. ${query}`,
      threshold: log.signIns ?? 1,
    }),
    counted(
      log,
      { filter: "failed-console-sign-ins", metric: "FailedConsoleSignIns" },
      anyOf([
        `(${allOf(signIn, equals("responseElements.ConsoleLogin", "Failure"))})`,
        `(${allOf(equals("eventName", "CheckMfa"), equals("responseElements.CheckMfa", "Failure"))})`,
      ]),
      {
        description: `Several sign-ins failed within five minutes: somebody may be guessing. ${query}`,
        threshold: log.failures ?? 5,
      },
    ),
    ...(log.floodPerMinute ? [floodInLog(log, log.floodPerMinute)] : []),
    ...watchedUsers.map(({ name, userNames }) =>
      counted(
        log,
        { filter: `sign-ins-of-${name}`, metric: `SignInsOf-${name}` },
        allOf(signIn, anyOf(userNames.map((user) => equals("userIdentity.userName", user)))),
        { description: `One of ${userNames.join(", ")} signed in. ${query}`, threshold: 1 },
      ),
    ),
    ...(covered ? [uncovered(log, covered)] : []),
    ...(deadLetterQueueName === undefined ? [] : [deadLetters(log, deadLetterQueueName)]),
    ...trailWatch(log),
    ...cisParts(log, log.cis ?? "on"),
  ];
}

function deadLetters(log: SignInLog, queueName: string): Part {
  return counted(
    log,
    { filter: "forwarder-dead-letters", metric: "ForwarderDeadLetters" },
    allOf(
      equals("eventSource", "sqs.amazonaws.com"),
      equals("eventName", "SendMessage"),
      equals("requestParameters.queueUrl", `*/${queueName}`),
    ),
    {
      description: `Some account and region could not forward a sign-in event to the hub: it lies in the queue ${queueName} there. The saved query ${log.namePrefix}/dead-letters tells where. See docs/operations.md, reading dead letters.`,
      threshold: 1,
    },
  );
}

/** Filters, alarms and saved queries for the log group of a trail. */
export function signInLogGuards(log: SignInLog): Guards {
  const { namePrefix, logGroupName, deadLetterQueueName } = log;
  const made = parts(log);
  return {
    filters: made.flatMap(({ filters }) => filters),
    alarms: made.flatMap(({ alarms }) => alarms),
    queries: [
      {
        name: `${namePrefix}/sign-ins`,
        logGroupName,
        query: [
          "fields eventTime, recipientAccountId, awsRegion, userIdentity.type, userIdentity.arn, userIdentity.userName, sourceIPAddress, responseElements.ConsoleLogin, additionalEventData.MFAUsed",
          'filter eventName = "ConsoleLogin" or eventName = "CheckMfa"',
          "sort eventTime desc",
        ].join("\n| "),
      },
      ...(deadLetterQueueName === undefined
        ? []
        : [
            {
              name: `${namePrefix}/dead-letters`,
              logGroupName,
              query: [
                "fields eventTime, recipientAccountId, awsRegion, requestParameters.queueUrl",
                'filter eventSource = "sqs.amazonaws.com" and eventName = "SendMessage"',
                "sort eventTime desc",
              ].join("\n| "),
            },
          ]),
    ],
  };
}
