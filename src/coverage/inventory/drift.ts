import { canonical } from "../../json/canonical";
import { listIn, objectIn, textIn, type Json } from "../../json/value";
import type { ResourceAddress } from "../finding";
import { resourceTypes } from "../resource-types";
import { changesIn } from "./plan-objects";

/** What was changed outside of Terraform since it ran last, by hand as a rule. */
export interface Drift extends ResourceAddress {
  /** Names of the attributes that changed, sorted; none where the resource is gone. */
  readonly attributes: readonly string[];
  readonly isGone: boolean;
  /** Whether the plan makes it good. One that only refreshes makes nothing good. */
  readonly isRepaired: boolean;
}

/**
 * What a plan says was changed outside of Terraform, of types that the check knows.
 * @see https://developer.hashicorp.com/terraform/internals/json-format
 */
export function driftOf(plan: Json, stack: string): readonly Drift[] {
  const repaired = new Set(
    changesIn(plan)
      .filter((entry) => !actionsOf(entry).every((action) => ["no-op", "read"].includes(action)))
      .map(({ address }) => String(address)),
  );
  return changesIn(plan, "resource_drift")
    .filter(({ type }) => resourceTypes.has(String(type)))
    .flatMap((entry): readonly Drift[] => {
      const { before, after } = objectIn(entry["change"]);
      const isGone = actionsOf(entry).includes("delete");
      const { readBack = [] } = resourceTypes.get(String(entry["type"])) ?? {};
      const names = isGone ? [] : changed(objectIn(before), objectIn(after));
      const attributes = names.filter((name) => !readBack.includes(name));
      if (!isGone && attributes.length === 0) return [];
      const address = textIn(entry["address"]) ?? "";
      return [{ stack, address, attributes, isGone, isRepaired: repaired.has(address) }];
    });
}

function actionsOf(entry: Json): readonly string[] {
  return listIn(objectIn(entry["change"])["actions"]).map(String);
}

/** Attributes that say something else; the first refresh after an apply fills in what is empty. */
function changed(before: Json, after: Json): readonly string[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return names.filter((name) => said(before[name]) !== said(after[name]));
}

function said(value: unknown): string {
  return canonical(essence(value) ?? null);
}

function essence(value: unknown): unknown {
  if (value === null || value === "") return undefined;
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(essence);
  if (typeof value !== "object") return value;
  const entries = Object.entries(objectIn(value))
    .map(([name, each]) => [name, essence(each)] as const)
    .filter(([, each]) => each !== undefined);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}
