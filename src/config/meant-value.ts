import { isAccountId } from "../aws/organizations";
import { formatValue, type ProblemPath } from "./problem";
import type { Repair } from "./repaired-configuration";

function isScalar(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

/** What people write for true and false, some of it in older versions of YAML. */
export const truths: ReadonlyMap<string, boolean> = new Map([
  ["true", true],
  ["yes", true],
  ["on", true],
  ["y", true],
  ["false", false],
  ["no", false],
  ["off", false],
  ["n", false],
]);

/** The list that a single value was most likely meant to be. */
function listMeant(
  path: ProblemPath,
  found: string | number | boolean,
): { readonly fix: string; readonly repair: Repair } {
  const text = String(found);
  const items = text.split(/(?:^|\s+)-(?=\S)/u).filter((item) => item !== "");
  // Items of a list whose hyphens have no blank behind them are one text in YAML.
  return /^-\S/u.test(text) && items.length > 0
    ? { fix: "put a space behind the - of each item", repair: { path, set: items } }
    : { fix: `make it a list: [${formatValue(found)}]`, repair: { path, set: [found] } };
}

/** What a value of the wrong type was most likely meant to be. */
export function meantBy(
  path: ProblemPath,
  found: unknown,
  expected: string,
  types: ReadonlyMap<string, unknown>,
): { readonly fix?: string; readonly repair: Repair } {
  if (expected === "string" && isScalar(found)) {
    const text = String(found);
    return { fix: `put it in quotes: ${formatValue(text)}`, repair: { path, set: text } };
  }
  if (path.at(-1) === "regions" && (found === "all" || found === "*")) {
    return { fix: "leave the key out: that is all", repair: { path, remove: true } };
  }
  if (expected === "array" && isScalar(found)) return listMeant(path, found);
  if (expected === "boolean" && typeof found === "string" && truths.has(found.toLowerCase())) {
    const set = truths.get(found.toLowerCase());
    return { fix: `write ${String(set)}, without quotes`, repair: { path, set } };
  }
  const id = isScalar(found) ? String(found) : "";
  if (path.length === 2 && path[0] === "accounts" && isAccountId(id)) {
    return {
      fix: `write { id: "${id}", name: … } with the name of the account`,
      repair: { path, set: { id, name: id } },
    };
  }
  if (expected === "number" && typeof found === "string" && /^\d+$/.test(found)) {
    return { fix: `remove the quotes: ${found}`, repair: { path, set: Number(found) } };
  }
  if (typeof found === "string" && types.has(found)) {
    return { fix: `write { type: ${found} }`, repair: { path, set: { type: found } } };
  }
  return { repair: { path, unknown: expected === "array" ? "list" : "value" } };
}
