import { parseArn, type Place } from "../../aws";
import type { Problem, ProblemPath } from "../../config/problem";
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

/** Existing topics: where they are, and that they are not the ones that are created. */
export const topicChecks: readonly Check[] = [checkTopicPlaces, checkOwnTopics];
