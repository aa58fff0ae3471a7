import { isJsonObject, listIn, objectIn, shownJson, type Json } from "../../json/value";
import { finding, type Finding } from "../finding";
import { schemaOf } from "../resource-types";
import { builtInAttributes } from "./built-in-resources";
import { conditionProblems } from "./condition-problems";
import { isSingle } from "./planned-arguments";
import { addressOf, referencesIn } from "./stack-references";
import type { Instance, StackScope } from "./stack-scope";

const switches: readonly string[] = ["create_before_destroy", "prevent_destroy"];
const conditions: readonly string[] = ["precondition", "postcondition"];
const lists: readonly string[] = ["ignore_changes", "replace_triggered_by"];

/**
 * What Terraform refuses of `lifecycle`, and what keeps AWS from having what is written: changes that are
 * ignored, and `enabled`, which OpenTofu alone knows.
 * @see https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle
 */
export function lifecycleRefusals(scope: StackScope): readonly Finding[] {
  const seen = new Set<unknown>();
  // One body is that of all instances.
  const first = scope.instances.filter(({ body }) => !seen.has(body) && seen.add(body).size > 0);
  return first.flatMap((instance) => {
    const place = { stack: scope.stack.name, address: instance.address };
    const blocks = listIn(instance.body["lifecycle"] ?? undefined);
    const refuse = (problem: string): Finding => finding("terraform-refuses", place, problem);
    return [
      ...(blocks.length > 1 ? [refuse("lifecycle stands more than once")] : []),
      ...blocks.flatMap((block) => {
        if (!isJsonObject(block)) return [refuse(`lifecycle must be a block, not ${shown(block)}`)];
        return [
          ...withheld(block).map((setting) => finding("not-analyzed-setting", place, setting)),
          ...Object.entries(block).flatMap(([name, value]) =>
            problemsOf(scope, instance, name, value).map(refuse),
          ),
        ];
      }),
    ];
  });
}

/** What no alert depends on: tags, and a role that a service-managed stack set does not have. */
const harmless = /^"(?:tags|tags_all|administration_role_arn)\b/u;

/**
 * Settings by which AWS may have something else than what is written, or nothing for a while: what is replaced
 * is destroyed before, and a subscription must be confirmed again.
 */
function withheld(block: Json): readonly string[] {
  const { enabled, ignore_changes: ignored, replace_triggered_by: triggers } = block;
  const names = listIn(ignored ?? undefined).filter((each) => !harmless.test(shown(each)));
  return [
    ...(enabled === undefined ? [] : [`lifecycle.enabled = ${shown(enabled)}`]),
    ...(names.length === 0 ? [] : [`lifecycle.ignore_changes = ${shown(ignored)}`]),
    ...(listIn(triggers ?? undefined).length === 0
      ? []
      : [`lifecycle.replace_triggered_by = ${shown(triggers)}`]),
  ];
}

function shown(value: unknown): string {
  return shownJson(value).slice(0, 80);
}

function problemsOf(
  scope: StackScope,
  { type, address, body }: Instance,
  name: string,
  value: unknown,
): readonly string[] {
  const path = `lifecycle.${name}`;
  const own = address.replace(/\[.*$/u, "");
  if (name === "enabled" || name === "//") return [];
  if (switches.includes(name)) {
    const isSwitch = [true, false, "true", "false"].some((each) => each === value);
    return isSwitch ? [] : [`${path} must be true or false, not ${shown(value)}`];
  }
  if (conditions.includes(name)) {
    return listIn(value).flatMap((each) => [
      ...conditionProblems(each, path),
      ...(name === "precondition" && refersToSelf(each)
        ? [`${path}.condition must not refer to self`]
        : []),
      ...(referencesIn(objectIn(each)).some((reference) => addressOf(reference) === own)
        ? [`${path} must not refer to ${own}, which it is of`]
        : []),
    ]);
  }
  if (!lists.includes(name)) return [`${path}: Terraform has no such argument`];
  if (name === "ignore_changes" && value === "all") return [];
  if (!Array.isArray(value)) return [`${path} must be a list, not ${shown(value)}`];
  return value.flatMap((entry: unknown) => {
    if (typeof entry !== "string" || !/^[A-Za-z_][\w-]*(?:[.[].*)?$/u.test(entry)) {
      return [`${path} must hold names, not ${shown(entry)}`];
    }
    return name === "ignore_changes"
      ? ignoredProblems(type, entry, path)
      : triggerProblems(scope, [own, body], entry, path);
  });
}

function ignoredProblems(type: string, entry: string, path: string): readonly string[] {
  const schema = schemaOf(type);
  const [argument = ""] = entry.split(/[.[]/u);
  if (builtInAttributes.get(type)?.includes(argument) === false) {
    return [`${path}: ${type} has no ${argument}`];
  }
  if (schema === undefined || schema.blocks.has(argument)) return [];
  const known = schema.arguments.get(argument);
  if (known === undefined) return [`${path}: the provider has no ${argument}`];
  const isPlain = ["string", "number", "bool"].includes(known.kind);
  return isPlain && entry !== argument ? [`${path}: ${argument} has no parts`] : [];
}

function triggerProblems(
  scope: StackScope,
  [own, body]: readonly [address: string, body: Json],
  entry: string,
  path: string,
): readonly string[] {
  const [type = "", name = ""] = entry.split(".");
  const address = `${type}.${name.replace(/\[.*$/u, "")}`;
  if (/^(?:var|local|module|data|each|count|self|path|terraform)$/u.test(type) || name === "") {
    return [`${path} must hold resources, not ${entry}`];
  }
  if (!scope.has(address)) return [`${path}: there is no ${address}`];
  if (address === own) return [`${path} must not hold ${own}, which it is of`];
  const hasIndex = entry.startsWith(`${address}[`);
  const [, by] = /\[(count|each)\./u.exec(entry) ?? [];
  const argument = by === "each" ? "for_each" : by;
  if (argument !== undefined && !Object.hasOwn(body, argument)) {
    return [`${path}: ${String(by)} where there is no ${argument}`];
  }
  if (hasIndex && isSingle(scope.stack.document, address)) {
    return [`${path}: ${address} has neither count nor for_each, so no index`];
  }
  const instance = /\[[^\]]*\]/u.exec(entry)?.[0] ?? "";
  if (!/^(?:|\[(?:\d+|"[^"]*"|count\.index|each\.key)\])$/u.test(instance)) {
    return [`${path} must hold an instance by a number, a text, count.index or each.key: ${entry}`];
  }
  return /^\[[\d"]/u.test(instance) && isMissing(scope, `${address}${instance}`)
    ? [`${path}: there is no ${address}${instance}`]
    : [];
}

/** Whether a resource has no such instance, where all of them are known. */
function isMissing({ instances }: StackScope, wanted: string): boolean {
  const own = instances.filter(({ address }) => address.startsWith(wanted.replace(/\[.*$/u, "[")));
  return own.every(({ address }) => address !== wanted && !address.endsWith("[*]"));
}

function refersToSelf(block: unknown): boolean {
  return referencesIn(objectIn(block)["condition"]).some(({ root }) => root === "self");
}
