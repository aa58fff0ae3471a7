import {
  alertRuleName,
  formatterName,
  forwarderName,
  forwarderQueueName,
  hubQueueName,
  trailBucketName,
  trailLogRoleName,
} from "../../../modules";
import { catalog } from "../../catalog";
import { heartbeatWatchName } from "../../guards";
import { defaults } from "../../plan/defaults";
import { topicName } from "../../plan/topics";
import type { Problem, ProblemPath } from "../../config/problem";
import type { ConfigurationDraft } from "../../config/draft";

interface LimitedName {
  readonly what: string;
  readonly name: string;
  readonly limit: number;
}

function routeNames(prefix: string, route?: string): readonly LimitedName[] {
  return [
    ...catalog.map(({ name }) => ({
      what: "rule name",
      limit: 64,
      name: alertRuleName(prefix, name, route),
    })),
    { what: "topic name", limit: 256, name: topicName(prefix, route) },
    { what: "function name", limit: 64, name: formatterName(prefix, route) },
  ];
}

function prefixNames(props: ConfigurationDraft, prefix: string): readonly LimitedName[] {
  const trail = props.trail?.type === "create" ? props.trail : undefined;
  const region = trail?.homeRegion ?? props.hub?.region ?? "ap-southeast-2";
  const bucket = trailBucketName(prefix, { account: "0".repeat(12), region });
  const makesBucket = props.trail?.type !== "existing" && trail?.bucketName === undefined;
  return [
    { what: "rule name", limit: 64, name: forwarderName(prefix) },
    { what: "rule name", limit: 64, name: heartbeatWatchName(prefix) },
    { what: "role name", limit: 64, name: forwarderName(prefix) },
    { what: "role name", limit: 64, name: trailLogRoleName(prefix) },
    { what: "queue name", limit: 80, name: forwarderQueueName(prefix) },
    { what: "queue name", limit: 80, name: hubQueueName(prefix) },
    ...(props.routes ? [] : routeNames(prefix)),
    ...(makesBucket ? [{ what: "bucket name", limit: 63, name: bucket }] : []),
  ];
}

function checkLengths(
  path: ProblemPath,
  names: readonly LimitedName[],
  part: string,
): readonly Problem[] {
  const [worst, ...others] = names
    .map((entry) => ({ ...entry, excess: entry.name.length - entry.limit }))
    .filter(({ excess }) => excess > 0)
    .sort((a, b) => b.excess - a.excess);
  if (!worst) return [];
  const more = others.length > 0 ? `, and ${others.length} more names would be too long` : "";
  return [
    {
      path,
      value: worst.name,
      problem: `the ${worst.what} would have ${worst.name.length} characters${more}`,
      allowed: `at most ${worst.limit} characters for a ${worst.what}`,
      fix: `shorten the ${part} by ${worst.excess} characters or more`,
    },
  ];
}

/** Names that AWS would refuse, before it does. */
export function checkNames(props: ConfigurationDraft): readonly Problem[] {
  const prefix = props.namePrefix ?? defaults.namePrefix;
  const stackPrefix = props.stackPrefix ?? defaults.stackPrefix;
  const stack = {
    what: "workspace name",
    limit: 90,
    name: `${stackPrefix}-account-${"0".repeat(12)}`,
  };
  const ofPrefix = checkLengths(["namePrefix"], prefixNames(props, prefix), "prefix");
  const ofRoutes = (props.routes ?? []).flatMap((route, i) =>
    route?.name === undefined
      ? []
      : checkLengths(["routes", i, "name"], routeNames(prefix, route.name), "name of the route"),
  );
  return [
    ...checkLengths(["stackPrefix"], [stack], "prefix"),
    ...(ofPrefix.length > 0 ? ofPrefix : ofRoutes),
  ];
}
