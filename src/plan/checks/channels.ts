import { findRegion, parseArn } from "../../aws";
import { parameterArn } from "../../aws/arn";
import { removal } from "../../config/edit";
import { firstIndexes } from "../../config/lists";
import type { Problem, ProblemPath } from "../../config/problem";
import { channelOf, isSubscribed, routeChannelKeys, traitsOf, type Channel } from "../channels";
import { writtenRoutes } from "../routes";
import type { Check } from "./checked";
import { inRecipients } from "./recipients";

function noRecipients(path: ProblemPath): Problem {
  return {
    path,
    value: undefined,
    problem: "no recipient would be notified of any sign-in",
    allowed: "at least one e-mail address",
    fix: "add the address of a mailbox that is read at night, such as security@example.com",
  };
}

function recipientsAndTopic(path: ProblemPath, value: string): Problem {
  return {
    path,
    value,
    problem: "recipients and topicArn are both given: the recipients would not be notified",
    allowed: "one of the two",
    fix: "subscribe the recipients to the topic yourself and remove them here",
    edits: [{ path: [...path.slice(0, -1), "recipients"], remove: true }],
  };
}

/** Each route notifies by one key. */
const checkOnePerRoute: Check = ({ draft: { routes = [] } }) =>
  routes.flatMap((route, i): readonly Problem[] => {
    if (route === undefined) return [];
    const path = ["routes", i];
    const given = routeChannelKeys.filter((key) => route[key] !== undefined);
    if (given.length === 0) return [noRecipients([...path, "recipients"])];
    if (given.length === 1) return [];
    if (given.length === 2 && route.topicArn !== undefined && route.recipients) {
      return [recipientsAndTopic([...path, "topicArn"], route.topicArn)];
    }
    return [
      {
        path,
        value: route.name,
        problem: `${given.join(" and ")} are given: a route can notify only one of them`,
        allowed: `one of ${routeChannelKeys.join(", ")}`,
        fix: "give the other a route of its own",
      },
    ];
  });

/** Recipients, or routes: one of them. */
const checkRecipientsOrRoutes: Check = ({ draft: { recipients, routes, operations } }) => [
  ...(recipients && routes
    ? [
        {
          path: ["routes"],
          value: undefined,
          problem: "recipients and routes are both given: who is notified of what is not clear",
          allowed: "recipients (all are notified of everything) or routes",
          fix: "give the recipients a route of their own, and remove recipients",
        },
      ]
    : []),
  ...(recipients || routes ? [] : [noRecipients(["recipients"])]),
  ...(operations?.recipients && operations.topicArn !== undefined
    ? [recipientsAndTopic(["operations", "topicArn"], operations.topicArn)]
    : []),
];

/**
 * A queue or function of another account is subscribed by that account, or SNS waits for its
 * confirmation and Terraform subscribes it anew each time. A parameter is read where the topic is.
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic_subscription
 */
const checkRecipientPlaces: Check = ({ draft, plan: { partition } }) => {
  const { account, region } = draft.hub ?? {};
  return inRecipients(draft, (path, recipients) =>
    recipients.flatMap((value, i): readonly Problem[] => {
      const arn = parseArn(value ?? "");
      const { isOf } = traitsOf(channelOf(value ?? ""));
      if (value === undefined || !arn || isOf === undefined) return [];
      const isRead = isOf === "account-and-region";
      const allowed = isRead
        ? `arn:${partition}:${arn.service}:${region ?? "REGION"}:${account ?? "ACCOUNT"}:…, the hub's region and account`
        : `arn:${partition}:${arn.service}:REGION:${account ?? "ACCOUNT"}:…, a region of AWS and the hub's account`;
      const common = { path: [...path, i], value, allowed };
      const isRegion = findRegion(arn.region)?.partition === arn.partition;
      if (!isRegion || /^0{12}$/.test(arn.account)) {
        const problem = isRegion
          ? "AWS has no account 000000000000"
          : `AWS has no region ${arn.region} in the partition ${arn.partition}`;
        return [{ ...common, problem, fix: "copy the ARN from the console of AWS" }];
      }
      const isOnly = recipients.length === 1;
      const isHub = arn.account === account && arn.partition === partition;
      const isThere = !isRead || region === undefined || arn.region === region;
      if (account === undefined || (isHub && isThere)) return [];
      if (isRead) {
        return [
          {
            ...common,
            problem: "only a parameter of the hub's account and region is read",
            fix: "keep the address in a parameter there and write its ARN, or give it by a variable: var.NAME",
            ...(region !== undefined && {
              edits: [
                {
                  path: common.path,
                  set: parameterArn(
                    { partition, region, account },
                    arn.resource.replace("parameter", ""),
                  ),
                },
              ],
            }),
          },
        ];
      }
      return [
        {
          ...common,
          problem:
            "only a queue or function of the hub's account can be subscribed from there: this one would stay pending",
          fix: `${isOnly ? "name a mailbox" : "remove it"} here, and subscribe it from its own account; the topic's ARN is an output`,
          ...(!isOnly && { edits: [removal(draft, [...path, i])] }),
        },
      ];
    }),
  );
};

/** Alarms must have recipients: by default those of alerts, as far as their topic can notify them. */
const checkAlarms: Check = ({ draft, plan: { hub, trail }, knows }) => {
  if (!knows("recipients", "routes", "operations", "organization", "hub", "trail")) return [];
  // A list without recipients has a problem of its own, and the fix of that mends this.
  if (hub.routes.some(({ channels }) => channels.length === 0)) return [];
  if (draft.operations?.recipients?.length === 0 || draft.routes?.length === 0) return [];
  const isSilent = (topic: typeof hub.operations | undefined): boolean =>
    topic?.type === "created" && topic.subscribed.length === 0;
  const isUnheard = isSilent(hub.operations) && (draft.operations?.recipients?.length ?? 0) === 0;
  const isLogSilent = isSilent(trail.logPath?.alarmTopic);
  const ownTopic =
    draft.operations?.topicArn &&
    "set logAlarms: { topicArn: … }, a topic of the trail's account and home region";
  const alerted = hub.routes.some(({ channels }) =>
    channels.some((channel) => traitsOf(channel).attached === "subscription"),
  );
  if (isUnheard || (isLogSilent && !alerted && !draft.operations?.recipients)) {
    return [
      {
        path: [isUnheard ? "operations" : "logAlarms"],
        value: undefined,
        problem:
          "no route has recipients, so no recipient would be notified when the path of alerts is broken",
        allowed: "operations.recipients, or operations.topicArn and logAlarms.topicArn",
        fix: ownTopic ?? "set operations: { recipients: [...] }",
      },
    ];
  }
  if (!isLogSilent) return [];
  return [
    {
      path: ["logAlarms"],
      value: undefined,
      problem:
        "no recipient would be notified by the alarms on the trail's log group: every one is a queue or function of another account",
      allowed: "a recipient of another form, one of the trail's account, or logAlarms.topicArn",
      fix: ownTopic ?? "add an e-mail address to operations.recipients",
    },
  ];
};

/** Services that AWS runs in some partitions only. */
const checkOffered: Check = ({ draft, plan: { partition, hub } }) => {
  const missing = (type: Channel["type"], path: ProblemPath): readonly Problem[] =>
    traitsOf({ type }).partitions.includes(partition)
      ? []
      : [
          {
            path,
            value: undefined,
            problem: `AWS does not offer this service in the partition ${partition}`,
            allowed: "recipients or topicArn of a route",
            ...(path.length > 1
              ? { fix: "remove the key, and notify by recipients" }
              : { fix: "remove the key", edits: [{ path, remove: true }] }),
          },
        ];
  return [
    ...writtenRoutes(hub.routes).flatMap(({ channels, at }) =>
      // Of recipients each is a problem of its own.
      channels
        .filter((channel) => !isSubscribed(channel))
        .flatMap(({ type }) => missing(type, ["routes", at, traitsOf({ type }).key])),
    ),
    ...(draft.userNotifications ? missing("user-notifications", ["userNotifications"]) : []),
  ];
};

/**
 * Terraform keeps one channel of a team in an account, no more, and AWS one configuration of a channel of
 * Slack; ids are the same in either case.
 */
const checkChats: Check = ({ draft: { routes = [] } }) =>
  [
    {
      path: ["teams", "teamId"],
      ids: routes.map((route) => route?.teams?.teamId),
      problem: "notifies this team already: Terraform would replace one channel by the other",
      allowed: "one route for each team",
      other: "a channel of another team",
    },
    {
      path: ["slack", "channelId"],
      ids: routes.map((route) => route?.slack?.channelId),
      problem: "notifies this channel already: AWS refuses to configure one twice",
      allowed: "one route for each channel",
      other: "another channel",
    },
  ].flatMap(({ path, ids, problem, allowed, other }) =>
    firstIndexes(ids.map((id) => id?.toLowerCase())).flatMap((first, i): readonly Problem[] => {
      if (first === i) return [];
      const fix = `join the two routes, or notify ${other}`;
      const place = ["routes", i, ...path];
      return [{ path: place, value: ids[i], problem: `routes[${first}] ${problem}`, allowed, fix }];
    }),
  );

/** Who is notified: recipients that their topic can reach. */
export const channelChecks: readonly Check[] = [
  checkRecipientsOrRoutes,
  checkOnePerRoute,
  checkRecipientPlaces,
  checkAlarms,
  checkOffered,
  checkChats,
];
