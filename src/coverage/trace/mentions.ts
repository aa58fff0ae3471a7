import type { Resource } from "../inventory";
import { isUnresolved, type Value } from "../inventory/value";
import { ownName, resourceTypes } from "../resource-types";

const arnIn = /arn:[\w-]+:[\w-]+:[\w-]*:\d{0,12}:[^\s"'\\,}]+/gu;

/** A log group is named with and without what stands for its streams. */
function bare(text: string): string {
  return text.replace(/:\*$/u, "");
}

/** What other resources name one with: ARN, id, address and name. */
export function tokensOf({ type, attributes }: Resource): readonly string[] {
  const { isArnForeign = false } = resourceTypes.get(type) ?? {};
  const given = [isArnForeign ? undefined : attributes["arn"], attributes["id"], attributes["url"]];
  const name = ownName(type, attributes);
  return [...given, name].flatMap((token) =>
    typeof token === "string" && token !== "" ? [bare(token)] : [],
  );
}

/** Behind what it is a part of: a version or an alias of a function, a subscription of a topic. */
export const partOfWhole =
  /(:function:[\w-]+):[\w$-]+$|(:sns:.*):[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;

/** Labels change nothing, and often say what a team calls its project. */
export const labels: readonly string[] = ["tags", "tags_all", "description"];

/** Texts of a resource, and the expressions of what is not known of it. */
interface Texts {
  readonly texts: readonly string[];
  readonly unknown: readonly string[];
}

/** Every text in the arguments of a resource, but for some of them. */
export function textsOf(
  { attributes }: Pick<Resource, "attributes">,
  left: readonly string[],
): Texts {
  const texts: string[] = [];
  const unknown: string[] = [];
  const look = (value: Value): void => {
    if (typeof value === "string") texts.push(value);
    else if (isUnresolved(value)) unknown.push(value.expression);
    else if (typeof value === "object" && value !== null) {
      for (const part of Array.isArray(value) ? value : Object.values(value)) look(part as Value);
    }
  };
  for (const [name, value] of Object.entries(attributes)) if (!left.includes(name)) look(value);
  return { texts, unknown };
}

/** The texts of a value as they are, and the ARNs in them; what is not known by what is written. */
export interface Mentions {
  readonly texts: ReadonlySet<string>;
  readonly unknown: readonly string[];
}

/** What a resource names, anywhere in its arguments. */
export function mentionsOf(resource: Pick<Resource, "attributes">): Mentions {
  const { texts: written, unknown } = textsOf(resource, labels);
  const texts = new Set<string>();
  for (const text of written) {
    texts.add(bare(text));
    for (const [arn] of text.matchAll(arnIn)) {
      texts.add(bare(arn));
      texts.add(arn.replace(partOfWhole, "$1$2"));
    }
  }
  return { texts, unknown };
}

/**
 * The arguments that say what a resource is a part of, such as `topic_arn` of a subscription; undefined
 * for a type that belongs to a whole account.
 */
export function ownerArguments(type: string): readonly string[] | undefined {
  const { key, name, owns, isArnForeign = false, channel } = resourceTypes.get(type) ?? {};
  if (channel) return ["sns_topic_arns"];
  if (key === undefined || key === "{place}") return undefined;
  const own = [name ?? "name", ...(isArnForeign ? [] : ["arn"])];
  const named = [...key.matchAll(/\{(\w+)\}/gu)].flatMap(([, part = ""]) => {
    if (part === "place") return [];
    if (part === "bus") return "event_bus_name";
    return part === "function" ? "function_name" : part;
  });
  // What has the name of a bucket, and no more, is a part of the bucket.
  const isPart = owns === undefined && name === "bucket";
  return named.filter((argument) => isPart || !own.includes(argument));
}
