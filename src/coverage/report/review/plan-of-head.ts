import { canonical } from "../../../json/canonical";
import { isJsonObject, listIn, objectIn, textIn, type Json } from "../../../json/value";
import { parseArn } from "../../../aws/arn";
import type { Inventory } from "../../inventory";
import { resourceBodies } from "../../inventory/block-expressions";
import type { ReadPlan } from "./read-plan";

/** Arguments that a plan's configuration holds elsewhere, or not at all. */
const notCompared = new Set([
  "//",
  "provider",
  "depends_on",
  "lifecycle",
  "provisioner",
  "connection",
  "count",
  "for_each",
]);

/**
 * What shows that a plan was made of something else than the generated Terraform of a stack: of
 * another stack, of an older version, of a part. Nothing where it is the plan of this stack.
 */
export function differencesFrom(
  { json, changes }: ReadPlan,
  stack: string,
  { documents = [], resources }: Inventory,
): readonly string[] {
  const staying = changes.filter(({ change }) => change.actions.join() !== "delete");
  const planned = new Set(staying.map(({ address }) => address));
  const missing = resources
    .filter((each) => each.stack === stack && !each.address.endsWith("[*]"))
    .filter(({ address }) => !planned.has(address))
    .map(({ address }) => `${address} is not in it`);
  const document = documents.find(({ name }) => name === stack)?.document;
  const { root_module: root, provider_config: providers } = objectIn(json["configuration"]);
  if (document === undefined) return missing;
  if (!isJsonObject(root)) return [...missing, "it does not hold its configuration"];
  const written = new Map(resourceBodies(document));
  const read = new Map(
    listIn(root["resources"])
      .map(objectIn)
      .filter(({ mode }) => mode === "managed")
      .map((each) => [String(each["address"]), each] as const),
  );
  const additional = [...read.keys()].filter((address) => !written.has(address));
  return [
    ...missing,
    ...additional.map((address) => `${address} is in it, and not in the stack`),
    ...differentProviders(document, objectIn(providers)),
    ...[...written].flatMap(([address, body]) => {
      const planBody = read.get(address);
      return planBody === undefined ? [] : differentArguments(address, body, planBody);
    }),
  ];
}

function differentArguments(address: string, written: Json, planned: Json): readonly string[] {
  const expressions = objectIn(planned["expressions"]);
  const key = textIn(written["provider"])?.replace(/^\$\{(.*)\}$/u, "$1");
  const isOther = key !== undefined && key !== planned["provider_config_key"];
  const names = new Set([...Object.keys(written), ...Object.keys(expressions)]);
  const different = [...names]
    .filter((name) => !notCompared.has(name) && !isSame(written[name], expressions[name]))
    .map((name) => `${address} has another ${name}`);
  return [...(isOther ? [`${address} has another provider`] : []), ...different];
}

function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  return Array.isArray(value) && value.length === 0;
}

/** Whether an argument is what a plan says of its expression. */
function isSame(written: unknown, expression: unknown): boolean {
  if (expression === undefined || Array.isArray(expression)) {
    return isSameBlocks(listIn(written), listIn(expression));
  }
  const known = objectIn(expression);
  if ("constant_value" in known) return loosely(written) === loosely(known["constant_value"]);
  if (Object.keys(known).length === 0) return true;
  if (!("references" in known)) return isSameBlocks(listIn(written), [expression]);
  // Of HCL a plan keeps only what it refers to.
  const text = JSON.stringify(written ?? null);
  return listIn(known["references"]).every((each) => text.includes(String(each)));
}

function isSameBlocks(written: readonly unknown[], planned: readonly unknown[]): boolean {
  const blocks = written.filter((each) => !isBlank(each));
  if (blocks.length !== planned.length) return false;
  return blocks.every((block, index) => {
    const [own, expressions] = [objectIn(block), objectIn(planned[index])];
    const names = new Set([...Object.keys(own), ...Object.keys(expressions)]);
    return [...names].every((name) => isSame(own[name], expressions[name]));
  });
}

/** Terraform reads `5` and `"5"` as one where a number is wanted. */
function loosely(value: unknown): string {
  return canonical(essence(value) ?? null);
}

function essence(value: unknown): unknown {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.map(essence);
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== null)
      .map(([name, each]) => [name, essence(each)]),
  );
}

/** The role may be another: a review plans with one that only reads. */
function differentProviders(document: Json, planned: Json): readonly string[] {
  const written = Object.entries(objectIn(document["provider"])).flatMap(([type, blocks]) =>
    listIn(blocks).map((block) => {
      const alias = textIn(objectIn(block)["alias"]);
      return [alias === undefined ? type : `${type}.${alias}`, objectIn(block)] as const;
    }),
  );
  return written.flatMap(([key, block]) => {
    if (planned[key] === undefined) return [`the provider ${key} is not in it`];
    const expressions = objectIn(objectIn(planned[key])["expressions"]);
    const region = constantOf(expressions["region"]);
    const isOther =
      (region !== undefined && loosely(block["region"]) !== loosely(region)) ||
      loosely(accountsOf(block["assume_role"], block["allowed_account_ids"])) !==
        loosely(
          accountsOf(
            listIn(expressions["assume_role"]).map((role) => ({
              role_arn: constantOf(objectIn(role)["role_arn"]),
            })),
            constantOf(expressions["allowed_account_ids"]),
          ),
        );
    return isOther ? [`the provider ${key} is of another account or region`] : [];
  });
}

function constantOf(expression: unknown): unknown {
  return objectIn(expression)["constant_value"];
}

function accountsOf(roles: unknown, allowed: unknown): readonly unknown[] {
  const assumed = listIn(roles).map((role) => {
    const arn = textIn(objectIn(role)["role_arn"]);
    return arn === undefined ? "" : (parseArn(arn)?.account ?? arn);
  });
  return [assumed, listIn(allowed)];
}
