import {
  alertRuleName,
  forwarderName,
  forwarderQueueName,
  hubQueueName,
  trailBucketName,
  trailLogRoleName,
} from "../../../modules";
import { routesOf, topicName } from "../routes";
import type { Problem, ProblemPath } from "../problem";
import type { SignInAlertsProps } from "../props";
import { defaultNamePrefix, defaultStackPrefix } from "../defaults";

interface LimitedName {
  readonly what: string;
  readonly name: string;
  readonly limit: number;
}

function namesOf(props: Partial<SignInAlertsProps>, prefix: string): readonly LimitedName[] {
  const routes = routesOf(props);
  const rules = routes.flatMap((route) =>
    route.kinds.map(({ name }) => alertRuleName(prefix, name, route.name)),
  );
  const bucket = trailBucketName(prefix, {
    account: "0".repeat(12),
    region:
      (props.trail?.type === "create" ? props.trail.homeRegion : undefined) ??
      props.hub?.region ??
      "ap-southeast-2",
  });
  return [
    { what: "rule name", limit: 64, name: forwarderName(prefix) },
    ...rules.map((name) => ({ what: "rule name", limit: 64, name })),
    { what: "role name", limit: 64, name: forwarderName(prefix) },
    { what: "role name", limit: 64, name: trailLogRoleName(prefix) },
    { what: "queue name", limit: 80, name: forwarderQueueName(prefix) },
    { what: "queue name", limit: 80, name: hubQueueName(prefix) },
    ...routes.map((route) => ({
      what: "topic name",
      limit: 256,
      name: topicName(prefix, route.name),
    })),
    ...(props.trail?.type === "existing" || bucketNameOf(props) !== undefined
      ? []
      : [{ what: "bucket name", limit: 63, name: bucket }]),
  ];
}

function bucketNameOf({ trail }: Partial<SignInAlertsProps>): string | undefined {
  return trail?.type === "create" ? trail.bucketName : undefined;
}

function checkPrefix(path: ProblemPath, value: string): readonly Problem[] {
  if (/^[a-z][a-z0-9-]*$/.test(value) && !value.endsWith("-")) return [];
  return [
    {
      path,
      value,
      problem: "names of resources cannot begin with this",
      allowed: "a lower-case letter, then lower-case letters, digits and hyphens",
      fix: "choose a short word, such as signin-alerts",
    },
  ];
}

function checkLengths(props: Partial<SignInAlertsProps>, prefix: string): readonly Problem[] {
  const over = namesOf(props, prefix)
    .map((entry) => ({ ...entry, excess: entry.name.length - entry.limit }))
    .filter(({ excess }) => excess > 0)
    .sort((a, b) => b.excess - a.excess);
  const [worst] = over;
  if (!worst) return [];
  const inRoute = worst.what === "rule name" && prefix.length <= defaultNamePrefix.length;
  return [
    {
      path: inRoute ? ["routes"] : ["namePrefix"],
      value: worst.name,
      problem: `the ${worst.what} would have ${worst.name.length} characters${over.length > 1 ? `, and ${over.length - 1} more names would be too long` : ""}`,
      allowed: `at most ${worst.limit} characters for a ${worst.what}`,
      fix: `shorten the ${inRoute ? "name of the route" : "prefix"} by ${worst.excess} characters or more`,
    },
  ];
}

/** Two routes whose names, joined to those of their kinds, make one name of a rule. */
function checkRuleNames(props: Partial<SignInAlertsProps>): readonly Problem[] {
  const routeOfRule = new Map<string, string>();
  return routesOf(props).flatMap((route, i) =>
    route.kinds.flatMap((kind) => {
      const rule = alertRuleName("", kind.name, route.name);
      const other = routeOfRule.get(rule);
      routeOfRule.set(rule, route.name ?? "");
      if (other === undefined || other === route.name) return [];
      return [
        {
          path: ["routes", i, "name"],
          value: route.name,
          problem: `its rule for ${kind.name} would have the same name as a rule of the route ${other}`,
          allowed: "a name that no other route's name and kind add up to",
          fix: "rename one of the two routes",
        },
      ];
    }),
  );
}

function checkBucketName(value: string | undefined): readonly Problem[] {
  if (value === undefined || /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(value)) return [];
  return [
    {
      path: ["trail", "bucketName"],
      value,
      problem: "S3 does not accept this name for a bucket",
      allowed:
        "3 to 63 lower-case letters, digits, dots and hyphens, ending with a letter or digit",
      fix: "choose another name, or leave the key out",
    },
  ];
}

function checkTags(tags: Readonly<Record<string, string>> = {}): readonly Problem[] {
  return Object.entries(tags)
    .filter(
      ([key, value]) =>
        key.length > 128 || value.length > 256 || key.length === 0 || /^aws:/i.test(key),
    )
    .map(([key, value]) => ({
      path: ["tags", key],
      value,
      problem: "AWS does not accept this tag",
      allowed: "a key of 1 to 128 characters not beginning with aws:, a value of at most 256",
      fix: "rename or shorten the tag",
    }));
}

/** Names that AWS would refuse, before it does. */
export function checkNames(props: Partial<SignInAlertsProps>): readonly Problem[] {
  const prefix = props.namePrefix ?? defaultNamePrefix;
  return [
    ...checkPrefix(["namePrefix"], prefix),
    ...checkPrefix(["stackPrefix"], props.stackPrefix ?? defaultStackPrefix),
    ...checkLengths(props, prefix),
    ...checkRuleNames(props),
    ...checkBucketName(bucketNameOf(props)),
    ...checkTags(props.tags),
  ];
}
