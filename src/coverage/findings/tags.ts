import { isJsonObject, listIn, objectIn } from "../../json/value";
import { finding, type Finding, type ResourceAddress } from "../finding";
import { isObjectValue, isUnresolved } from "../inventory/value";
import type { ResourceIndex } from "../resource-index";
import { resourceTypes, serviceOf } from "../resource-types";

const most = { tags: 50, key: 128, value: 256 } as const;

/** What IAM accepts in a tag; other services say less. */
const ofIam = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/**
 * Tags that AWS refuses when a resource is created: the provider does not look at them.
 * @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_Tag.html
 */
export function tagFindings(index: ResourceIndex): readonly Finding[] {
  const { resources, documents = [] } = index.inventory;
  const own: Finding[] = [];
  for (const resource of resources) {
    const { tags, tags_all: all } = resource.attributes;
    // Most have none, and there are many.
    if ((tags ?? all ?? null) === null || !resourceTypes.has(resource.type)) continue;
    const isOfIam = serviceOf(resource.type) === "iam";
    const problems = [tags, all].flatMap((each) =>
      isObjectValue(each) && !isUnresolved(each) ? problemsOf(each, isOfIam) : [],
    );
    own.push(...found(resource, problems));
  }
  const ofProviders = documents.flatMap(({ name: stack, document }) =>
    listIn(objectIn(document["provider"])["aws"]).flatMap((provider) =>
      listIn(objectIn(provider)["default_tags"]).flatMap((block) => {
        const { tags } = objectIn(block);
        const place = { stack, address: "provider.aws" };
        return isJsonObject(tags) ? found(place, problemsOf(tags, false)) : [];
      }),
    ),
  );
  return [...own, ...ofProviders];
}

function found(resource: ResourceAddress, problems: readonly string[]): readonly Finding[] {
  return [...new Set(problems)].map((problem) => finding("value-invalid", resource, problem));
}

function problemsOf(tags: Readonly<Record<string, unknown>>, isOfIam: boolean): readonly string[] {
  const count = Object.keys(tags).length;
  return [
    ...(count > most.tags ? [`tags: AWS accepts ${most.tags}, not ${count}`] : []),
    ...Object.entries(tags).flatMap(([key, value]) => problemOf(key, value, isOfIam) ?? []),
  ];
}

function problemOf(key: string, value: unknown, isOfIam: boolean): string | undefined {
  const shown = JSON.stringify(key.slice(0, 40));
  // What Terraform works out is not known.
  if (key.includes("${")) return undefined;
  if (/^aws:/iu.test(key))
    return `tags: AWS keeps keys that begin with aws:, as ${shown}, for itself`;
  if (key.length === 0 || key.length > most.key) {
    return `tags: a key has 1 to ${most.key} characters, ${shown} has ${key.length}`;
  }
  if (isOfIam && !ofIam.test(key)) return `tags: IAM does not accept the characters of ${shown}`;
  if (typeof value !== "string" || value.includes("${")) return undefined;
  if (value.length > most.value) {
    return `tags: a value has at most ${most.value} characters, that of ${shown} has ${value.length}`;
  }
  return isOfIam && !ofIam.test(value)
    ? `tags: IAM does not accept the characters in the value of ${shown}`
    : undefined;
}
