import { eventBusArn } from "../../aws";
import { partitionOfRegion } from "../../aws/regions";
import { blocked, blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { placeOf, shownAddress, text, type ResourceIndex } from "../resource-index";
import { textIn } from "../../json/value";
import { mayName, PolicyParseError } from "../policy";
import { busName } from "../resource-types";
import { forwardingRules } from "../trace/rules";

/** The resources of a type whose owner does not exist, by what they are looked up with. */
function without(
  index: ResourceIndex,
  type: string,
  exists: (key: string) => boolean,
): readonly (readonly [Resource, string])[] {
  return index
    .keys(type)
    .filter((key) => !exists(key))
    .flatMap((key) => index.find(type, key).map((resource) => [resource, key] as const));
}

/** Resources that belong to nothing, and event buses that no rule sends to. */
export function orphanFindings(index: ResourceIndex): readonly Finding[] {
  const buses = index.owners("aws_cloudwatch_event_bus");
  const rules = index.owners("aws_cloudwatch_event_rule");
  const roles = index.owners("aws_iam_role");
  const isBus = (key: string): boolean => key.endsWith("/default") || buses.has(key);
  return [
    ...without(index, "aws_cloudwatch_event_target", (key) => rules.has(key)).map(([target, key]) =>
      finding("orphaned-resource", target, `the rule ${key}`),
    ),
    ...without(index, "aws_cloudwatch_event_rule", isBus).map(([rule, key]) =>
      finding("orphaned-resource", rule, `the event bus ${key}`),
    ),
    ...without(index, "aws_cloudwatch_event_bus_policy", isBus).map(([policy, key]) =>
      finding("orphaned-resource", policy, `the event bus ${key}`),
    ),
    ...without(index, "aws_iam_role_policy", (key) => roles.has(key)).map(([policy, key]) =>
      finding("orphaned-resource", policy, `the role ${key}`),
    ),
    ...idleRules(index),
    ...idleBuses(index),
    ...foreignPolicies(index),
    ...separatedPolicies(index),
  ];
}

function idleRules(index: ResourceIndex): readonly Finding[] {
  return index.keys("aws_cloudwatch_event_rule").flatMap((bus) =>
    index
      .find("aws_cloudwatch_event_rule", bus)
      .filter(
        ({ attributes }) =>
          index.find("aws_cloudwatch_event_target", `${bus}/${textIn(attributes["name"]) ?? ""}`)
            .length === 0,
      )
      .map((rule) => finding("target-missing", rule)),
  );
}

function idleBuses(index: ResourceIndex): readonly Finding[] {
  const used = new Set(
    forwardingRules(index).flatMap(({ targets }) =>
      targets.map(({ attributes }) => attributes["arn"]),
    ),
  );
  return index
    .all("aws_cloudwatch_event_bus")
    .filter(({ attributes: { arn, name } }) => name !== "default" && !used.has(arn))
    .map((bus) => finding("unused-resource", bus, "no rule sends to it"));
}

/** Policies of event buses that speak of another bus. */
function foreignPolicies(index: ResourceIndex): readonly Finding[] {
  return index.all("aws_cloudwatch_event_bus_policy").flatMap((policy) =>
    blockersOf(() => {
      const { account, region } = placeOf(policy);
      const partition = partitionOfRegion(region);
      const name = busName(textIn(policy.attributes["event_bus_name"]));
      const arn = eventBusArn({ partition, account, region }, name);
      if (isAbout(index, text(policy, "policy"), arn)) return;
      blocked("policy-of-other-resource", policy, `no statement names its bus ${arn}`);
    }),
  );
}

function isAbout(index: ResourceIndex, json: string, arn: string): boolean {
  try {
    return index
      .policy(json, "resource")
      .statements.some(({ resources }) => resources === undefined || mayName(resources, arn));
  } catch (error) {
    // A policy that is not analyzed blocks the event.
    if (error instanceof PolicyParseError) return true;
    throw error;
  }
}

/** An S3 bucket policy of a bucket that another stack has, or none. */
function separatedPolicies(index: ResourceIndex): readonly Finding[] {
  const buckets = index.owners("aws_s3_bucket");
  return without(index, "aws_s3_bucket_policy", (key) => buckets.has(key)).flatMap(
    ([policy, key]) => {
      const [neighbour] = index.all("aws_s3_bucket").filter(({ stack }) => stack === policy.stack);
      if (neighbour === undefined) return [];
      const detail = `it is of ${key}, but the stack's bucket is ${shownAddress(neighbour)}`;
      return [finding("policy-of-other-resource", policy, detail)];
    },
  );
}
