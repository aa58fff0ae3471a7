import { parseArn, type Place } from "../../aws";
import type { ConfigurationDraft } from "../../config/draft";
import { removal } from "../../config/edit";
import { formatPath, type Problem, type ProblemPath } from "../../config/problem";
import { byCause } from "../../catalog";
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
      (["topicArn", "openTopicArn"] as const).flatMap((key) =>
        check(["routes", i, key], route?.[key], hub.place, "the hub"),
      ),
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
      (["topicArn", "openTopicArn"] as const).flatMap((key) =>
        check(["routes", i, key], route?.[key], { fix: "give recipients here instead" }),
      ),
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

/** Where a route names the topic that a part of it notifies. */
function topicPath({ routes = [] }: ConfigurationDraft, { at, topic }: RoutePlan): ProblemPath {
  return ["routes", at, routes[at]?.topicArn === topic.arn ? "topicArn" : "openTopicArn"];
}

/** Routes of one topic have no alert in common: its subscribers would get that once for each. */
const checkSharedTopics: Check = ({ draft, plan: { hub }, knows }) => {
  if (!knows("routes", "kinds", "accounts", "organization", "hub")) return [];
  return hub.routes.flatMap((later, i): readonly Problem[] => {
    // One that is created may have nothing else publish to it: a check of its own.
    if (later.topic.type !== "existing") return [];
    const value = later.topic.arn;
    const earlier = hub.routes
      .slice(0, i)
      .find(
        ({ topic, ...each }) =>
          topic.type === "existing" &&
          topic.arn === value &&
          alertsInCommon({ topic, ...each }, later).length > 0,
      );
    if (!earlier) return [];
    const twice = alertsInCommon(earlier, later);
    const isWhole = ({ at }: RoutePlan) => hub.routes.filter((each) => each.at === at).length === 1;
    const spare = [[later, earlier] as const, [earlier, later] as const].find(
      ([part, whole]) => isWhole(part) && isWithin(part, whole),
    )?.[0].at;
    const path = spare === undefined ? undefined : ["routes", spare];
    return [
      {
        path: topicPath(draft, later),
        value,
        problem: `routes[${earlier.at}] notifies this topic of ${firstOf(twice, 3)} too: its subscribers would get each of these alerts twice`,
        allowed: "a topic for each route, or routes that have no kind or no account in common",
        ...(path
          ? {
              fix: `remove ${formatPath(path)}: the other route notifies of the same alerts`,
              edits: [removal(draft, path)],
            }
          : { fix: "join the two routes, or name other kinds or accounts in one of them" }),
      },
    ];
  });
};

/** Whether a route says so of a topic that exists, by notifying it of everything. */
function isWithoutMailbox({ routes = [] }: ConfigurationDraft, arn: string): boolean {
  return routes.some((route) => route?.openTopicArn === arn && route.topicArn === arn);
}

/**
 * A topic that exists may have mailboxes among its subscribers, which a flood of what anybody can cause
 * silences: it is told of nothing else, or the configuration says that it has none.
 */
const checkOpenTopics: Check = ({ draft, plan: { hub }, knows }) => {
  if (!knows("routes", "kinds", "accounts", "watch")) return [];
  const { routes = [] } = draft;
  // Other channels beside a topic, and one that is elsewhere, are problems of their own.
  const existing = hub.routes.filter(({ topic, channels }) => {
    const { account, region } = parseArn(topic.arn) ?? {};
    const isHere = account === hub.place.account && region === hub.place.region;
    return topic.type === "existing" && channels.length === 1 && isHere;
  });
  const arns = new Set(
    existing.map(({ topic }) => topic.arn).filter((arn) => !isWithoutMailbox(draft, arn)),
  );
  return [
    ...routes.flatMap((route, i) =>
      route?.openTopicArn === undefined || route.topicArn !== undefined
        ? []
        : [
            {
              path: ["routes", i, "openTopicArn"],
              value: route.openTopicArn,
              problem: "this key needs topicArn, which is missing",
              allowed: "topicArn and openTopicArn, or recipients alone, for which both are created",
              fix: "remove the key",
              edits: [{ path: ["routes", i, "openTopicArn"], remove: true }],
            } satisfies Problem,
          ],
    ),
    ...[...arns].flatMap((arn): readonly Problem[] => {
      const ofTopic = existing.filter(({ topic }) => topic.arn === arn);
      const [open, rest] = byCause(ofTopic.flatMap(({ kinds }) => kinds));
      const at = ofTopic.at(-1);
      if (open.length === 0 || rest.length === 0 || at === undefined) return [];
      const names = (kinds: typeof open) => firstOf([...new Set(kinds.map(({ name }) => name))], 3);
      const path = ["routes", at.at, "openTopicArn"];
      return [
        {
          path,
          value: undefined,
          problem: `this topic is notified of ${names(rest)}, and of what anybody on the internet can cause: ${names(open)}. Where a mailbox is subscribed, a flood of those makes SNS suspend it`,
          allowed:
            "a topic of its own for what anybody can cause, or the same ARN where neither mailboxes nor phones are subscribed",
          fix: `set openTopicArn: to another topic, or to ${arn} if no mailbox or phone is subscribed to it`,
        },
      ];
    }),
  ];
};

/** An alarm on a flood is not to be lost in it: a mailbox that SNS suspends hears of neither. */
const checkAlarmTopics: Check = ({ draft, plan: { hub }, knows }) => {
  if (!knows("routes", "kinds", "accounts", "watch")) return [];
  const named = [
    [["operations", "topicArn"], draft.operations?.topicArn],
    [["logAlarms", "topicArn"], draft.logAlarms?.topicArn],
  ] as const;
  return named.flatMap(([path, value]): readonly Problem[] => {
    if (value === undefined || isWithoutMailbox(draft, value)) return [];
    const route = hub.routes.find(
      ({ topic, kinds }) => topic.arn === value && byCause(kinds)[0].length > 0,
    );
    if (route === undefined) return [];
    const [open] = byCause(route.kinds);
    const names = firstOf(
      open.map(({ name }) => name),
      3,
    );
    return [
      {
        path,
        value,
        problem: `${formatPath(topicPath(draft, route))} is the same topic, which is notified of what anybody on the internet can cause: ${names}. A flood of those would silence the alarm that notifies of it`,
        allowed: "a topic that no route notifies of such kinds",
        fix: "remove the key to have a topic created",
        edits: [{ path, remove: true }],
      },
    ];
  });
};

/** Existing topics: where they are, and that they are not the ones that are created. */
export const topicChecks: readonly Check[] = [
  checkTopicPlaces,
  checkOwnTopics,
  checkSharedTopics,
  checkOpenTopics,
  checkAlarmTopics,
];
