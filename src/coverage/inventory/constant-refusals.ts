import { listIn, objectIn, type Json } from "../../json/value";
import { finding, type Finding } from "../finding";
import { expressionsOf } from "./block-expressions";
import { asCondition, attempt, isCollection, kindOf, type Constant } from "./constants";
import type { StackDocument } from "./inventory";
import type { StackConstants } from "./stack-constants";
import { textsIn } from "./texts";

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
  said: readonly Finding[],
): readonly Finding[] {
  const addresses = new Set(said.map(({ resource }) => resource?.address.replace(/\[.*$/u, "")));
  const ofTexts = expressionsOf(document).flatMap(([address, json]) =>
    textsIn(json)
      .filter(({ path }) => !isApart(address, path))
      .flatMap(({ text, path }): readonly Problem[] => {
        const problem = problemOf(constants, text, isKept(address, path));
        const place = path === "" ? "" : `${path}: `;
        return problem === undefined ? [] : [[address, `${place}${problem}`]];
      }),
  );
  const ofConditions = conditions(document).flatMap(({ address, block, failure }) =>
    ofCondition(constants, objectIn(block), failure).map((problem): Problem => [address, problem]),
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

function problemOf(
  constants: StackConstants,
  text: string,
  isInState: boolean,
): string | undefined {
  const outcome = constants.outcome(text);
  if ("refusal" in outcome) return outcome.refusal;
  return isInState && hasInfinite(outcome.value)
    ? "a number is divided by 0, and no state holds the result"
    : undefined;
}

function hasInfinite(value: Constant): boolean {
  if (!isCollection(value)) return value === Infinity || value === -Infinity;
  const items = "items" in value ? value.items : [...value.entries.values()];
  return items.some(hasInfinite);
}

interface Condition {
  readonly address: string;
  readonly block: unknown;
  /** What a condition is that does not hold; nothing where Terraform warns only. */
  readonly failure?: string;
}

/** The conditions of resources that there is one of, of outputs and of checks. */
function conditions(document: Json): readonly Condition[] {
  const ofResources = ["resource", "data"].flatMap((section) =>
    Object.entries(objectIn(document[section])).flatMap(([type, named]) =>
      Object.entries(objectIn(named)).flatMap(([name, body]) => {
        const { lifecycle, count, for_each: each } = objectIn(body);
        if (count !== undefined || each !== undefined) return [];
        const address = `${section === "data" ? "data." : ""}${type}.${name}`;
        return listIn(lifecycle).flatMap((block) =>
          ["precondition", "postcondition"].flatMap((kind) =>
            listIn(objectIn(block)[kind]).map((inner): Condition => ({
              address,
              block: inner,
              failure: `lifecycle.${kind}`,
            })),
          ),
        );
      }),
    ),
  );
  const within = (section: string, kind: string): readonly Condition[] =>
    Object.entries(objectIn(document[section])).flatMap(([name, blocks]) =>
      listIn(blocks).flatMap((block) =>
        listIn(objectIn(block)[kind]).map((inner): Condition => ({
          address: `${section}.${name}`,
          block: inner,
          ...(section === "output" && { failure: kind }),
        })),
      ),
    );
  return [...ofResources, ...within("output", "precondition"), ...within("check", "assert")];
}

function ofCondition(
  constants: StackConstants,
  { condition, error_message: message }: Json,
  failure: string | undefined,
): readonly string[] {
  const holds = constants.value(condition);
  const said = constants.value(message);
  const truth = attempt(() => asCondition(holds));
  return [
    ...("refusal" in truth ? [truth.refusal] : []),
    ...("value" in truth && truth.value === false && failure !== undefined
      ? [`${failure}.condition does not hold`]
      : []),
    ...(said === null || isCollection(said)
      ? [`error_message must be a text, not ${kindOf(said)}`]
      : []),
  ];
}
