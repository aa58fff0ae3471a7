import type { Alarm } from "./alarm";
import { allOf, anyOf, counted, equals, type Part } from "./filter-pattern";

/** The trail, and the log group it writes to. */
interface WatchedTrail {
  readonly namePrefix: string;
  readonly logGroupName: string;
  /** @default - any trail */
  readonly trailName?: string;
}

/** What ends or narrows the recording of a trail. */
const changes = ["StopLogging", "DeleteTrail", "UpdateTrail", "PutEventSelectors"];

/** What notices that the trail itself is changed or stopped: without it no sign-in raises an alert. */
export function trailWatch(log: WatchedTrail): readonly Part[] {
  const { namePrefix, logGroupName, trailName } = log;
  const ofTrail =
    trailName === undefined
      ? []
      : [
          anyOf([
            equals("requestParameters.name", `*${trailName}`),
            equals("requestParameters.trailName", `*${trailName}`),
          ]),
        ];
  const silent: Alarm = {
    name: `${namePrefix}-trail-silent`,
    description: `For a day the trail has written nothing to the log group ${logGroupName}. Is it stopped, or may it not write any more? Then EventBridge delivers no sign-ins either.`,
    watched: {
      metric: {
        namespace: "AWS/Logs",
        name: "IncomingLogEvents",
        dimensions: { LogGroupName: logGroupName },
      },
      statistic: "Sum",
    },
    period: 86_400,
    comparison: "LessThanThreshold",
    threshold: 1,
    missingData: "breaching",
  };
  return [
    counted(
      log,
      { filter: "trail-changed", metric: "TrailChanges" },
      allOf(
        equals("eventSource", "cloudtrail.amazonaws.com"),
        anyOf(changes.map((name) => equals("eventName", name))),
        ...ofTrail,
      ),
      {
        description: `Somebody stopped or changed ${trailName === undefined ? "a trail" : `the trail ${trailName}`}, or tried to. A deployment does so, too. Look up the event in CloudTrail; without the trail no sign-in is told of.`,
        threshold: 1,
      },
    ),
    { filters: [], alarms: [silent] },
  ];
}
