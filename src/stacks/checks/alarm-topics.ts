import { parseArn } from "../../aws";
import type { Problem, ProblemPath } from "../../config/problem";
import type { Route } from "../../config/props";
import type { ConfigurationDraft, Draft } from "../../config/draft";

interface WantedPlace {
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** Whose account and region it is. */
  readonly whose: string;
}

/** Rules and alarms tell a topic of their own account and region only. */
function checkTopic(
  path: ProblemPath,
  value: string | undefined,
  { account, region, whose }: WantedPlace,
): readonly Problem[] {
  if (value === undefined) return [];
  const topic = parseArn(value);
  const elsewhere =
    (account !== undefined && topic?.account !== account) ||
    (region !== undefined && topic?.region !== region);
  if (!elsewhere) return [];
  return [
    {
      path,
      value,
      allowed: `arn:aws:sns:${region ?? "REGION"}:${account ?? "ACCOUNT"}:NAME`,
      problem: `only a topic of the own account and region can be told, which are those of ${whose}`,
      fix: "make a topic there, or leave the key out to have one made",
    },
  ];
}

function hasChannel({ recipients, topicArn, slack, teams }: Draft<Route>): boolean {
  return [recipients, topicArn, slack, teams].some((channel) => channel !== undefined);
}

/** Where alerts go to chat or to topics that are there, alarms have nobody to tell by default. */
function checkSomebody(props: ConfigurationDraft): readonly Problem[] {
  const { recipients = [], routes = [], operations, logAlarms } = props;
  const people = [...recipients, ...routes.flatMap((route) => route?.recipients ?? [])];
  // A route that nobody hears of is a mistake of its own, and the fix of that mends this.
  const isUnread = routes.some((route) => route === undefined || !hasChannel(route));
  if (people.length > 0 || routes.length === 0 || isUnread) return [];
  if ((operations?.recipients?.length ?? 0) > 0) return [];
  const silent = [
    ...(operations?.topicArn === undefined ? ["operations"] : []),
    ...(logAlarms?.topicArn === undefined && hasLogGroup(props) ? ["logAlarms"] : []),
  ];
  return silent.slice(0, 1).map((key) => ({
    path: [key],
    value: undefined,
    problem: "no route has recipients, so nobody would be told when the path of alerts is broken",
    allowed: "operations.recipients, or operations.topicArn and logAlarms.topicArn",
    fix: "say operations: { recipients: [...] }",
  }));
}

function hasLogGroup({ trail }: ConfigurationDraft): boolean {
  if (trail?.type === "existing") return trail.logGroupArn !== undefined;
  return trail?.type !== "create" || trail.logRetentionDays !== 0;
}

/** Who is told by alarms. */
export function checkAlarmTopics(props: ConfigurationDraft): readonly Problem[] {
  const { hub, operations, logAlarms, trail } = props;
  const both =
    operations?.recipients && operations.topicArn !== undefined
      ? [
          {
            path: ["operations", "topicArn"],
            value: operations.topicArn,
            problem: "recipients and topicArn are both given: the recipients would not be told",
            allowed: "one of the two",
            fix: "subscribe the recipients to the topic yourself and remove them here",
          },
        ]
      : [];
  return [
    ...both,
    ...checkSomebody(props),
    ...(props.routes ?? []).flatMap((route, i) =>
      checkTopic(["routes", i, "topicArn"], route?.topicArn, {
        account: hub?.account,
        region: hub?.region,
        whose: "the hub",
      }),
    ),
    ...checkTopic(["operations", "topicArn"], operations?.topicArn, {
      account: hub?.account,
      region: hub?.region,
      whose: "the hub",
    }),
    ...checkTopic(["logAlarms", "topicArn"], logAlarms?.topicArn, {
      account: trail?.account ?? props.organization?.managementAccount,
      region: trail?.homeRegion ?? hub?.region,
      whose: "the trail",
    }),
  ];
}
