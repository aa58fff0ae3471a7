import { finding, type Finding } from "../finding";
import { shown } from "./block-arguments";
import { mayBeTemplate } from "./hcl";
import { countOf } from "./instances";
import type { StackScope } from "./stack-scope";
import { firstUnresolved, isList, isObjectValue, type Value } from "./value";

/**
 * Numbers and collections of instances that are computed, and none: what is written as such is judged where
 * it is written.
 * @see https://developer.hashicorp.com/terraform/language/meta-arguments/for_each
 */
export function repetitionRefusals(scope: StackScope): readonly Finding[] {
  const seen = new Set<unknown>();
  return scope.instances.flatMap(({ type, address, body }) => {
    if (seen.has(body)) return [];
    seen.add(body);
    const { count, for_each: each } = body;
    const problems = [
      ...(isComputed(count) ? countProblems(scope.resolve(count)) : []),
      ...(isComputed(each) ? collectionProblems(scope, type, each) : []),
    ];
    const place = { stack: scope.stack.name, address: address.replace(/\[.*$/u, "") };
    return problems.map((problem) => finding("terraform-refuses", place, problem));
  });
}

function isComputed(json: unknown): boolean {
  return typeof json === "string" && mayBeTemplate(json);
}

function countProblems(count: Value): readonly string[] {
  if (firstUnresolved(count) !== undefined || countOf(count) !== undefined) return [];
  return [`count must be a whole number from 0, not ${shown(count)}`];
}

function collectionProblems(scope: StackScope, type: string, each: unknown): readonly string[] {
  // Whole resources are collections that are not resolved here.
  if (new RegExp(`^\\$\\{${type}\\.`, "u").test(String(each))) return [];
  const value = scope.resolve(each);
  if (firstUnresolved(value) !== undefined || isObjectValue(value)) return [];
  if (!isList(value)) return [`for_each must be a map or a set, not ${shown(value)}`];
  const other = value.find((item) => typeof item !== "string");
  return other === undefined
    ? []
    : [`for_each must be a set of texts, and has ${shown(other)} in it`];
}
