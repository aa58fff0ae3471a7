import { drillRoleName, hubArchiveName } from "../../modules/names";
import { eventArchiveArn, logGroupArn } from "../aws/arn";
import { patternsByType } from "../catalog";
import type { ExpectedRoute, ExpectedTopic, PlannedCoverage } from "../coverage/expected-coverage";
import { busLogGroupName } from "../guards";
import { channelText, isService, isSubscribed } from "./channels";
import type { Plan } from "./resolve";
import type { RoutePlan } from "./routes";
import type { TopicPlan } from "./topics";

function expectedRoute({ hub }: Plan, route: RoutePlan): ExpectedRoute {
  const { title, topic, kinds, accounts, exceptAccounts, channels } = route;
  const [service] = channels.filter(isService);
  return {
    name: title,
    topicArn: topic.arn,
    kinds: kinds.map(({ name }) => name),
    ...(accounts && { accounts }),
    ...(exceptAccounts && { exceptAccounts }),
    recipients: channels.filter(isSubscribed).map(channelText),
    ...(service && { channel: channelText(service) }),
    ...(service?.type === "teams" && { tenant: service.teams.tenantId }),
    ...(route.json && { json: route.json }),
    rules: hub.rules.flatMap(({ name, kind, pattern, route: of }) =>
      of === route && pattern ? [{ name, kind: kind.name, pattern }] : [],
    ),
  };
}

function alarmTopicsOf({ hub, trail }: Plan): readonly TopicPlan[] {
  return [hub.operations, ...(trail.logPath ? [trail.logPath.alarmTopic] : [])];
}

function topicsOf(plan: Plan): readonly TopicPlan[] {
  return [...plan.hub.routes.map(({ topic }) => topic), ...alarmTopicsOf(plan)];
}

/** One that exists may have any subscriber. */
function expectedTopics(topics: readonly TopicPlan[]): readonly ExpectedTopic[] {
  return topics.flatMap((topic) =>
    topic.type === "created"
      ? [{ topicArn: topic.arn, recipients: topic.subscribed.map(channelText) }]
      : [],
  );
}

/** ARNs of what the configuration names and does not create. */
function existingParts(plan: Plan): readonly string[] {
  const { logPath } = plan.trail;
  return [
    ...topicsOf(plan).flatMap((topic) => (topic.type === "existing" ? topic.arn : [])),
    ...(logPath?.existingLogGroupArn === undefined ? [] : [logPath.existingLogGroupArn]),
  ];
}

/** Everything that a plan promises, for the coverage check to compare with what was generated. */
export function expectationsOf(plan: Plan): PlannedCoverage {
  const { hub, trail, accounts, stackSet, drill } = plan;
  const { permissionsBoundary, path } = plan.createdRoles;
  const { maximumEventAgeInSeconds: seconds, maximumRetryAttempts: attempts } = hub.retryPolicy;
  return {
    accounts: [
      ...accounts.map(({ id, name, regions, coveredBy }) => ({
        id,
        name,
        regions,
        ...(coveredBy.type === "stack-set" && {
          organizationalUnit: coveredBy.organizationalUnit,
        }),
      })),
      // The other accounts of a unit, now or later.
      ...(stackSet?.organizationalUnits ?? []).map((unit) => ({
        id: unit,
        name: `every account of ${unit}`,
        regions: stackSet?.regions ?? [],
      })),
    ],
    managementAccount: plan.organization.managementAccount,
    kinds: plan.kinds.map(({ name }) => name),
    organization: plan.organization.id,
    trail: trail.created ? "create" : "existing",
    trailAccount: trail.place.account,
    recipients: [
      ...new Set(expectedTopics(topicsOf(plan)).flatMap(({ recipients: each }) => each)),
    ],
    routes: hub.routes.map((route) => expectedRoute(plan, route)),
    ignored: hub.ignored,
    notRouted: plan.notRouted,
    leftOut: plan.leftOut,
    watches: plan.watches,
    notes: Object.fromEntries(
      plan.kinds.flatMap(({ name, note }) => (note === undefined ? [] : [[name, note] as const])),
    ),
    switchedOff: plan.switchedOff,
    archive: {
      arn: eventArchiveArn(hub.place, hub.archive?.name ?? hubArchiveName(plan.namePrefix)),
      bus: hub.busArn,
      days: hub.archive?.days ?? 0,
    },
    busLogs: {
      bus: hub.busArn,
      logGroup: logGroupArn(hub.place, hub.logs?.logGroupName ?? busLogGroupName(hub.busName)),
      days: hub.logs?.days ?? 0,
    },
    heartbeatHours: hub.heartbeats?.hours ?? 0,
    retry: { seconds, attempts },
    notifications: accounts.flatMap(({ id, notifications }) => {
      if (!notifications) return [];
      const { name, channel, kinds } = notifications;
      const { hubRegions, aggregation } = channel;
      return [
        {
          account: id,
          name,
          hubRegions,
          aggregation,
          emails: channel.emails.map(({ address }) => address),
          rules: patternsByType(kinds),
        },
      ];
    }),
    guards: plan.guards,
    alarmTopics: expectedTopics(alarmTopicsOf(plan)),
    existing: existingParts(plan),
    ...(permissionsBoundary !== undefined && { permissionsBoundary }),
    ...(drill && {
      drillRole: {
        name: drillRoleName(plan.namePrefix),
        path,
        trustedPrincipals: drill.trustedPrincipals,
        ...(drill.externalId !== undefined && { externalId: drill.externalId }),
      },
    }),
  };
}
