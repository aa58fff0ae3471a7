import { parseArn, type Place } from "../../aws";
import { removal } from "../../config/edit";
import { formatPath, type Problem, type ProblemPath } from "../../config/problem";
import { alertsInCommon, type RoutePlan } from "../routes";
import { firstOf } from "../../coverage/report/wording";
import type { TopicPlan } from "../topics";
import type { Check } from "./checked";

/** Rules and alarms notify a topic of their own account and region only. */
const checkTopicPlaces: Check = ({ draft, plan: { hub, trail }, knows }) => {
  const check = (
    path: ProblemPath,
    value: string | undefined,
    place: Place,
    whose: string,
  ): readonly Problem[] => {
    const topic = parseArn(value ?? "");
    if (!topic || (topic.account === place.account && topic.region === place.region)) return [];
    return [
      {
        path,
        value,
        problem: `only a topic of the own account and region can be notified, which are those of ${whose}`,
        allowed: `arn:${hub.place.partition}:sns:${place.region}:${place.account}:NAME`,
        fix:
          path[0] === "routes"
            ? "create a topic there, or give recipients instead"
            : "create a topic there, or leave the key out to have one created",
      },
    ];
  };
  const isTrailKnown = knows("hub", "organization", "trail");
  return [
    ...(knows("hub") ? (draft.routes ?? []) : []).flatMap((route, i) =>
      check(["routes", i, "topicArn"], route?.topicArn, hub.place, "the hub"),
    ),
    ...(knows("hub")
      ? check(["operations", "topicArn"], draft.operations?.topicArn, hub.place, "the hub")
      : []),
    ...(isTrailKnown
      ? check(["logAlarms", "topicArn"], draft.logAlarms?.topicArn, trail.place, "the trail")
      : []),
  ];
};

/** A topic that is created has the policy and the subscribers of what it is created for. */
const checkOwnTopics: Check = ({ draft, plan: { hub, trail }, knows }) => {
  if (!knows("hub", "organization", "trail")) return [];
  const topics: readonly (readonly [TopicPlan | undefined, string])[] = [
    ...hub.routes.map(({ topic, title }) => [topic, `alerts (${title})`] as const),
    [hub.operations, "operations"],
    [trail.logPath?.alarmTopic, "the alarms of the trail"],
  ];
  const check = (
    path: ProblemPath,
    value: string | undefined,
    remedy: Pick<Problem, "fix" | "edits">,
  ): readonly Problem[] => {
    const [, whose] = topics.find(([t]) => t?.type === "created" && t.arn === value) ?? [];
    if (value === undefined || whose === undefined) return [];
    return [
      {
        path,
        value,
        problem: `this configuration creates this topic itself, for ${whose}: nothing else may publish to it`,
        allowed: "a topic that exists already, created elsewhere",
        ...remedy,
      },
    ];
  };
  const left = (path: ProblemPath) => ({
    fix: "remove the key to have a topic created for this too",
    edits: [{ path, remove: true }] as const,
  });
  const ofOperations = ["operations", "topicArn"];
  const ofAlarms = ["logAlarms", "topicArn"];
  return [
    ...(draft.routes ?? []).flatMap((route, i) =>
      check(["routes", i, "topicArn"], route?.topicArn, {
        fix: "give recipients here instead",
      }),
    ),
    ...check(ofOperations, draft.operations?.topicArn, left(ofOperations)),
    ...check(ofAlarms, draft.logAlarms?.topicArn, left(ofAlarms)),
  ];
};

/** Whether each alert of the first is one of the second. */
function isWithin(part: RoutePlan, whole: RoutePlan): boolean {
  const { kinds, accounts = [] } = part;
  const isOfItsAccounts = (id: string) => whole.accounts?.includes(id) ?? true;
  return (
    kinds.every((kind) => whole.kinds.includes(kind)) &&
    (part.accounts !== undefined || whole.accounts === undefined) &&
    accounts.every(isOfItsAccounts)
  );
}

/** Routes of one topic have no alert in common: its subscribers would get that once for each. */
const checkSharedTopics: Check = ({ draft, plan: { hub }, knows }) => {
  if (!knows("routes", "kinds", "accounts", "organization", "hub")) return [];
  return (draft.routes ?? []).flatMap((route, i): readonly Problem[] => {
    const value = route?.topicArn;
    const later = hub.routes[i];
    if (value === undefined || !later) return [];
    const at = hub.routes.findIndex(
      (each, j) => j < i && each.topic.arn === value && alertsInCommon(each, later).length > 0,
    );
    const earlier = hub.routes[at];
    // One that is created may have nothing else publish to it: a check of its own.
    if (earlier?.topic.type !== "existing") return [];
    const twice = alertsInCommon(earlier, later);
    const spare = isWithin(later, earlier) ? i : isWithin(earlier, later) ? at : undefined;
    const path = spare === undefined ? undefined : ["routes", spare];
    return [
      {
        path: ["routes", i, "topicArn"],
        value,
        problem: `routes[${at}] notifies this topic of ${firstOf(twice, 3)} too: its subscribers would get each of these alerts twice`,
        allowed: "a topic for each route, or routes that have no kind or no account in common",
        ...(path
          ? {
              fix: `remove ${formatPath(path)}: the other notifies of all that it does`,
              edits: [removal(draft, path)],
            }
          : { fix: "join the two routes, or name other kinds or accounts in one of them" }),
      },
    ];
  });
};

/** Existing topics: where they are, and that they are not the ones that are created. */
export const topicChecks: readonly Check[] = [checkTopicPlaces, checkOwnTopics, checkSharedTopics];
