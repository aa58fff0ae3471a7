import { objectIn, type Json } from "../../json/value";
import { expressionsOf, resourceBodies } from "./block-expressions";
import { Marks } from "./marks";
import { textsIn } from "./texts";

/**
 * Values that Terraform keeps secret, or out of its states, where it does not accept them; by address.
 * @see https://developer.hashicorp.com/terraform/language/manage-sensitive-data
 */
export function sensitiveProblems(document: Json): readonly (readonly [string, string])[] {
  const sensitive = new Marks(document, "sensitive");
  const ephemeral = new Marks(document, "ephemeral");
  if (!sensitive.exist && !ephemeral.exist) return [];
  const outputs = Object.entries(objectIn(document["output"])).flatMap(([name, body]) => {
    const { value, sensitive: isSensitive } = objectIn(body);
    return [
      ...(String(isSensitive) !== "true" && sensitive.isWithin(value)
        ? ["its value is sensitive: set sensitive: true"]
        : []),
      ...(ephemeral.isWithin(value) ? ["its value is ephemeral, which no output may be"] : []),
    ].map((problem) => [`output.${name}`, problem] as const);
  });
  const collections = resourceBodies(document).flatMap(([address, { for_each: each }]) =>
    [sensitive, ephemeral]
      .filter((marks) => marks.isOn(each))
      .map(({ mark }) => [address, `for_each must not be ${mark}`] as const),
  );
  const counts = resourceBodies(document)
    .filter(([, { count }]) => ephemeral.isOn(count))
    .map(([address]) => [address, "count must not be ephemeral"] as const);
  return [...outputs, ...collections, ...counts, ...ephemeralArguments(document, ephemeral)];
}

/** Arguments of resources are kept in the state, but for those that are only written. */
function ephemeralArguments(
  document: Json,
  ephemeral: Marks,
): readonly (readonly [string, string])[] {
  const resources = new Set(resourceBodies(document).map(([address]) => address));
  return expressionsOf(document)
    .filter(([address]) => resources.has(address))
    .flatMap(([address, json]) =>
      textsIn(json)
        .filter(({ path }) => !/^(?:lifecycle|provisioner|for_each|count)\b|_wo\b/u.test(path))
        .filter(({ text }) => ephemeral.isWithin(text))
        .map(({ path }) => [address, `${path} must not be ephemeral`] as const),
    );
}
