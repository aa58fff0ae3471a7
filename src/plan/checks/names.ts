import {
  chatRoleName,
  forwarderName,
  forwarderQueueName,
  hubQueueName,
  longestArchiveName,
  regionalForwarderName,
  trailLogRoleName,
} from "../../../modules/names";
import { firstIndexes } from "../../config/lists";
import type { ProblemPath } from "../../config/problem";
import {
  busLogSourceName,
  busLogTypes,
  heartbeatWatchName,
  longestLogDeliveryName,
} from "../../guards";
import { isService } from "../channels";
import type { Plan } from "../resolve";
import type { RoutePlan } from "../routes";
import type { Check } from "./checked";

/** A name that AWS limits. */
export interface LimitedName {
  readonly what:
    | "rule"
    | "archive"
    | "log delivery"
    | "role"
    | "queue"
    | "topic"
    | "function"
    | "bucket"
    | "workspace";
  readonly name: string;
}

/**
 * Characters that a name may have.
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutRule.html
 */
const limits = {
  rule: 64,
  archive: longestArchiveName,
  "log delivery": longestLogDeliveryName,
  role: 64,
  queue: 80,
  topic: 256,
  function: 64,
  bucket: 63,
  // Of HCP Terraform.
  workspace: 90,
} as const satisfies Readonly<Record<LimitedName["what"], number>>;

/** Names of what is created for a route, with the route's own in them. */
export function namesOfRoute({ hub }: Plan, route: RoutePlan): readonly LimitedName[] {
  const { topic, formatter, channels } = route;
  return [
    ...hub.rules
      .filter((rule) => rule.route === route)
      .map(({ name }) => ({ what: "rule", name }) as const),
    ...(topic.type === "created" ? [{ what: "topic", name: topic.name } as const] : []),
    ...(topic.type === "created" && channels.some(isService)
      ? [{ what: "role", name: chatRoleName(topic.name) } as const]
      : []),
    ...(formatter === undefined
      ? []
      : ([
          { what: "function", name: formatter },
          { what: "role", name: formatter },
        ] as const)),
  ];
}

/** Names of all else that is created, but the bucket whose name is given. */
export function namesOfPrefix(
  { namePrefix, hub, trail, stackSet }: Plan,
  givenBucket?: string,
): readonly LimitedName[] {
  const role = (name: string) => ({ what: "role", name }) as const;
  const bucket = trail.created?.bucketName;
  return [
    { what: "rule", name: forwarderName(namePrefix) },
    ...(hub.heartbeats ? [{ what: "rule", name: heartbeatWatchName(namePrefix) } as const] : []),
    role(forwarderName(namePrefix)),
    ...(stackSet?.regions ?? []).map((region) => role(regionalForwarderName(namePrefix, region))),
    ...(trail.created && trail.logPath ? [role(trailLogRoleName(namePrefix))] : []),
    { what: "queue", name: forwarderQueueName(namePrefix) },
    { what: "queue", name: hubQueueName(namePrefix) },
    ...(hub.archive ? [{ what: "archive", name: hub.archive.name } as const] : []),
    ...(hub.logs
      ? busLogTypes.map((type) => ({
          what: "log delivery" as const,
          name: busLogSourceName(namePrefix, type),
        }))
      : []),
    ...(bucket === undefined || bucket === givenBucket
      ? []
      : [{ what: "bucket", name: bucket } as const]),
  ];
}

function checkLengths(path: ProblemPath, names: readonly LimitedName[], part: string) {
  const [worst, ...others] = names
    .map((entry) => ({ ...entry, excess: entry.name.length - limits[entry.what] }))
    .filter(({ excess }) => excess > 0)
    .sort((a, b) => b.excess - a.excess);
  if (!worst) return [];
  const { what, name, excess } = worst;
  const more = others.length > 0 ? `, and ${others.length} more names would be too long` : "";
  return [
    {
      path,
      value: name,
      problem: `the ${what} name would have ${name.length} characters${more}`,
      allowed: `at most ${limits[what]} characters for a ${what} name`,
      fix: `shorten the ${part} by ${excess} characters or more`,
    },
  ];
}

/** Names that AWS would refuse, before it does. */
const checkNameLengths: Check = ({ draft, plan }) => {
  const given = draft.trail?.type === "create" ? draft.trail.bucketName : undefined;
  const unnamed = plan.hub.routes.filter(({ name }) => name === undefined);
  const ofPrefix = checkLengths(
    ["namePrefix"],
    [...namesOfPrefix(plan, given), ...unnamed.flatMap((route) => namesOfRoute(plan, route))],
    "prefix",
  );
  const ofRoutes = (draft.routes ?? []).flatMap((_, i) => {
    const parts = plan.hub.routes.filter(({ at }) => at === i);
    const names = parts.flatMap((route) => namesOfRoute(plan, route));
    return checkLengths(["routes", i, "name"], names, "name of the route");
  });
  const stacks = plan.accounts.flatMap(({ coveredBy }) =>
    coveredBy.type === "stack" ? [{ what: "workspace", name: coveredBy.stackName } as const] : [],
  );
  return [
    ...checkLengths(["stackPrefix"], stacks.slice(0, 1), "prefix"),
    ...(ofPrefix.length > 0 ? ofPrefix : draft.routes ? ofRoutes : []),
  ];
};

/** Two pairs of kind and route may join to one name: `…-without-mfa` + `a`, or `…` + `without-mfa-a`. */
const checkRouteNames: Check = ({ draft: { routes = [] }, plan }) => {
  const named = plan.hub.routes.flatMap((route) => {
    const i = route.at;
    return routes[i]?.name === undefined
      ? []
      : [
          { i, key: `route ${routes[i].name}` },
          ...namesOfRoute(plan, route).map(({ what, name }) => ({ i, key: `${what} ${name}` })),
        ];
  });
  const firsts = firstIndexes(named.map(({ key }) => key));
  const clashes = named.flatMap(({ i }, at) => {
    const other = named[firsts[at] ?? at]?.i ?? i;
    return other === i ? [] : [[i, other] as const];
  });
  return [...new Map(clashes)].map(([i, other]) => {
    const value = routes[i]?.name;
    const same = value === routes[other]?.name;
    return {
      path: ["routes", i, "name"],
      value,
      problem: same
        ? `routes[${other}] has the same name, so their topics would be one`
        : `a rule or topic of this route would have the name of one of routes[${other}]`,
      allowed: "every name once",
      fix: same ? "rename one of the two, or join their recipients" : "rename one of the two",
    };
  });
};

/** Names of what is created: short enough, and each once. */
export const nameChecks: readonly Check[] = [checkNameLengths, checkRouteNames];
