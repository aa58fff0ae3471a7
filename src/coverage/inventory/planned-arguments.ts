import { isJsonObject, listIn, objectIn, ownValue, type Json } from "../../json/value";

/** Arguments of Terraform's own type, which it plans as they are written. */
const ofTerraform = ["input", "triggers_replace"];

/** Texts that no provider writes in another way. */
const PLAIN_NAME = /^[a-z\d][a-z\d_-]*$/u;

/** The block of a resource; undefined for another address, and where it has several. */
export function bodyOf(document: Json, address: string): Json | undefined {
  const [type = "", name = "", ...others] = address.split(".");
  const body = ownValue(objectIn(ownValue(objectIn(document["resource"]), type)), name);
  return others.length === 0 && isJsonObject(body) ? body : undefined;
}

/** Whether there is one of a resource, which has no index. */
export function isSingle(document: Json, address: string): boolean {
  const { count, for_each: each } = bodyOf(document, address) ?? {};
  return count === undefined && each === undefined;
}

/**
 * What is written for an argument that Terraform plans to be just that; undefined for any other, which a provider
 * may write in another way, or take from the state.
 */
export function plannedArgument(document: Json, address: string, argument: string): unknown {
  const body = bodyOf(document, address);
  const isIgnored = listIn(body?.["lifecycle"]).some(
    (block) => "ignore_changes" in objectIn(block),
  );
  if (body === undefined || isIgnored) return undefined;
  const written = ownValue(body, argument);
  const [type = ""] = address.split(".");
  if (type === "terraform_data") {
    return ofTerraform.includes(argument) ? (written ?? null) : undefined;
  }
  const isName = argument === "name" && type.startsWith("aws_");
  return isName && typeof written === "string" && PLAIN_NAME.test(written) ? written : undefined;
}
