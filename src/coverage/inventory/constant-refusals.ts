import { listIn, objectIn, ownValue, type Json } from "../../json/value";
import { finding, type Finding } from "../finding";
import { bodiesOf, expressionsOf } from "./block-expressions";
import {
  asCondition,
  attempt,
  elementsOf,
  isCollection,
  isWhole,
  kindOf,
  type Constant,
  type Names,
  type Outcome,
} from "./constants";
import type { StackDocument } from "./inventory";
import type { StackConstants } from "./stack-constants";
import type { StackTypes } from "./stack-types";
import { textsIn } from "./texts";
import { typeProblem } from "./argument-types";

/** A place in a stack, and what Terraform refuses there. */
type Problem = readonly [address: string, problem: string];

/** What is kept in a state: neither conditions nor numbers of instances. */
const KEPT = /^(?!lifecycle\b|provisioner\b|connection\b|count$|for_each\b|precondition\b)/u;

/**
 * What Terraform refuses of expressions in which all is known: operators, functions, indices and conditions
 * of values that they do not take.
 * @param said - findings of this stack: a block of which one is, is not judged again
 * @see https://developer.hashicorp.com/terraform/language/expressions
 */
export function constantRefusals(
  { name: stack, document }: StackDocument,
  constants: StackConstants,
  types: StackTypes,
  said: readonly Finding[],
): readonly Finding[] {
  const addresses = new Set(said.map(({ resource }) => resource?.address.replace(/\[.*$/u, "")));
  const all = bodiesOf(document);
  const bodies = new Map(all);
  const ofTexts = expressionsOf(document).flatMap(([address, json]) =>
    textsIn(json)
      .filter(({ path }) => !isApart(address, path))
      .flatMap(({ text, path }): readonly Problem[] => {
        const outcome = constants.outcomeAt(address, text);
        const problem =
          problemOf(outcome, isKept(address, path)) ??
          ("value" in outcome && !isWhole(outcome.value) ? types.problem(text) : undefined) ??
          problemOfInstances(constants, [address, path], objectIn(bodies.get(address)), text) ??
          typeProblem(address, path, () => types.type(text)) ??
          (path.endsWith(text)
            ? problemOfKey(constants, text, namesAt(json, path, text))
            : undefined);
        const place = path === "" ? "" : `${path}: `;
        return problem === undefined ? [] : [[address, `${place}${problem}`]];
      }),
  );
  const ofConditions = conditions(document, all).flatMap((condition) =>
    [...ofCondition(constants, condition), ...ofType(types, condition)].map((problem): Problem => [
      condition.address,
      problem,
    ]),
  );
  return [...ofTexts, ...ofConditions]
    .filter(([address]) => !addresses.has(address))
    .map(([address, problem]) => finding("terraform-refuses", { stack, address }, problem));
}

/** Comments, what is judged elsewhere, and data sources of checks, whose errors are warnings. */
function isApart(address: string, path: string): boolean {
  if (/(?:^|\.)\/\/(?:\.|$)/u.test(path) || path === "for_each" || path === "count") return true;
  return address.startsWith("check.") && path.startsWith("data");
}

function isKept(address: string, path: string): boolean {
  return !/^(?:local|output|var|check|provider)\./u.test(address) && KEPT.test(path);
}

function problemOf(outcome: Outcome<Constant>, isInState: boolean): string | undefined {
  if ("refusal" in outcome) return outcome.refusal;
  return isInState && hasInfinite(outcome.value)
    ? "a number is divided by 0, and no state holds the result"
    : undefined;
}

/** Instances of which the expressions are worked out, each with its own key and value. */
const MOST_INSTANCES = 50;

/** What is refused of a text that is not the same in each instance of its block. */
function problemOfInstances(
  constants: StackConstants,
  [address, path]: readonly [address: string, path: string],
  body: Json,
  text: string,
): string | undefined {
  if (!/\b(?:count|each)\b/u.test(text)) return undefined;
  for (const names of instancesOf(constants, body)) {
    const outcome = constants.outcomeAt(address, text, names);
    const problem = names.size > 0 ? problemOf(outcome, isKept(address, path)) : undefined;
    if (problem !== undefined) return problem;
  }
  return undefined;
}

/** The names of each instance of a block, as far as they are known. */
function instancesOf(constants: StackConstants, { count, for_each: each }: Json): readonly Names[] {
  if (count !== undefined) {
    const number = constants.value(count);
    const length = typeof number === "number" ? Math.min(number, MOST_INSTANCES) : 0;
    return Array.from({ length }, (_, index) => new Map([["count", ofNames({ index })]]));
  }
  if (each === undefined) return [new Map()];
  const collection = constants.value(each);
  if (!isCollection(collection)) return [];
  const pairs =
    "items" in collection
      ? collection.items.map((item) => [item, item] as const)
      : [...collection.entries];
  return pairs
    .slice(0, MOST_INSTANCES)
    .map(([key, value]) => new Map([["each", ofNames({ key, value })]]));
}

function ofNames(values: Readonly<Record<string, Constant>>): Constant {
  return { kind: "object", entries: new Map(Object.entries(values)) };
}

/** What a key of a map must not be, beside others. */
function problemOfKey(
  constants: StackConstants,
  text: string,
  others: readonly string[],
): string | undefined {
  const key = constants.value(text);
  if (key === null || isCollection(key)) return `a key must be a text, not ${kindOf(key)}`;
  return key !== undefined && others.some((other) => constants.value(other) === key)
    ? "two keys of a map are the same"
    : undefined;
}

/** The names beside one, in the object that it is a key of. */
function namesAt(json: unknown, path: string, name: string): readonly string[] {
  let at = json;
  for (const step of path.slice(0, -name.length).split(".").slice(0, -1)) {
    at = Array.isArray(at) ? at[Number(step)] : ownValue(objectIn(at), step);
  }
  const names = Object.keys(objectIn(at));
  return names.includes(name) ? names.filter((other) => other !== name) : [];
}

function hasInfinite(value: Constant): boolean {
  if (!isCollection(value)) return value === Infinity || value === -Infinity;
  return elementsOf(value).some(hasInfinite);
}

interface Condition {
  readonly address: string;
  readonly block: unknown;
  /** What has the condition, if it may have several instances. */
  readonly body?: Json;
  /** What a condition is that does not hold; nothing where Terraform warns only. */
  readonly failure?: string;
}

/** The conditions of resources, of outputs and of checks. */
function conditions(document: Json, bodies: ReturnType<typeof bodiesOf>): readonly Condition[] {
  const ofResources = bodies.flatMap(([address, body]) =>
    listIn(body["lifecycle"]).flatMap((block) =>
      ["precondition", "postcondition"].flatMap((kind) =>
        listIn(objectIn(block)[kind]).map((inner): Condition => ({
          address,
          block: inner,
          body,
          failure: `lifecycle.${kind}`,
        })),
      ),
    ),
  );
  const within = (section: string, kind: string): readonly Condition[] =>
    Object.entries(objectIn(document[section])).flatMap(([name, blocks]) =>
      listIn(blocks).flatMap((block) =>
        listIn(objectIn(block)[kind]).map((inner): Condition => ({
          address: `${section === "variable" ? "var" : section}.${name}`,
          block: inner,
          ...(section === "output" && { failure: kind }),
        })),
      ),
    );
  return [
    ...ofResources,
    ...within("output", "precondition"),
    ...within("check", "assert"),
    ...within("variable", "validation"),
  ];
}

/** What a condition is not by its type. */
function ofType(types: StackTypes, { block }: Condition): readonly string[] {
  const { condition } = objectIn(block);
  if (typeof condition !== "string") return [];
  const { is } = types.type(condition);
  return ["any", "bool", "string"].includes(is)
    ? []
    : [`condition must be true or false, not a ${is}`];
}

function ofCondition(
  constants: StackConstants,
  { address, block, body = {}, failure }: Condition,
): readonly string[] {
  const { condition, error_message: message } = objectIn(block);
  const said = constants.value(message);
  const truths = instancesOf(constants, body).map((names) => {
    const outcome = constants.outcomeAt(address, condition, names);
    return attempt(() => ("value" in outcome ? asCondition(outcome.value) : undefined));
  });
  const [refusal] = truths.flatMap((truth) => ("refusal" in truth ? [truth.refusal] : []));
  const isFalse = truths.some((truth) => "value" in truth && truth.value === false);
  return [
    ...(refusal === undefined ? [] : [refusal]),
    ...(isFalse && failure !== undefined ? [`${failure}.condition does not hold`] : []),
    ...(said === null || isCollection(said)
      ? [`error_message must be a text, not ${kindOf(said)}`]
      : []),
  ];
}
