import { blocked } from "../finding";
import type { RuleId } from "../finding-rules";
import type { Resource } from "../inventory";
import { isList, isObjectValue, type Value } from "../inventory/value";
import { isBlank, known } from "../resource-index";
import { canonical } from "../../json/canonical";

/** Blocks in one order: Terraform keeps them as a set. */
function inOrder(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  return value.map((item) => canonical(item)).sort();
}

/** A value without what is absent, null or empty, as a plan and a configuration both have it. */
function essence(value: Value): unknown {
  if (isList(value)) return value.map(essence);
  if (!isObjectValue(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => !isBlank(inner))
      .map(([name, inner]) => [name, unwrapped(essence(inner))]),
  );
}

/** A value with numbers, true and false as texts, which Terraform takes for the same. */
function asTexts(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asTexts);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, asTexts(inner)]));
}

/** One block stands with brackets or without. */
function unwrapped(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value;
}

/**
 * Whether attributes are exactly those wanted; one that is not named must be absent.
 * @throws BlockedError that names the first difference
 */
export function requireSame(
  rule: RuleId,
  resource: Resource,
  wanted: Readonly<Record<string, unknown>>,
): void {
  for (const [name, expected] of Object.entries(wanted)) {
    const value = known(resource, name, resource.attributes[name]);
    const found = unwrapped(essence(isBlank(value) ? undefined : value)) ?? null;
    const texts = [found, unwrapped(expected) ?? null].map((each) =>
      canonical(inOrder(asTexts(each))),
    );
    if (texts[0] === texts[1]) continue;
    const should = shown(canonical(expected ?? null));
    const is = shown(canonical(inOrder(found)));
    blocked(rule, resource, `its ${name} is ${is}, it should be ${should}`);
  }
}

function shown(json: string): string {
  const longest = 300;
  if (json === "null") return "absent";
  return json.length > longest ? `${json.slice(0, longest)}…` : json;
}
