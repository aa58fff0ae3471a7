import { isNode, isScalar, visit, type Document, type Node, type Pair } from "yaml";
import { withoutAddresses } from "../aws/shown-endpoint";
import type { StructureProblem } from "./yaml-structure";

/** Types that every reader of YAML 1.2 knows, and what a value is that has one. */
const types: ReadonlyMap<string, string> = new Map([
  ["tag:yaml.org,2002:str", "string"],
  ["tag:yaml.org,2002:int", "number"],
  ["tag:yaml.org,2002:float", "number"],
  ["tag:yaml.org,2002:bool", "boolean"],
  ["tag:yaml.org,2002:null", "null"],
  ["tag:yaml.org,2002:map", "map"],
  ["tag:yaml.org,2002:seq", "seq"],
]);

function typeOf(node: Node): string {
  if (!isScalar(node)) return "items" in node ? collectionOf(node) : "";
  return node.value === null ? "null" : typeof node.value;
}

function collectionOf(node: Node): string {
  // Pairs are of groups, other nodes of lists.
  const [first] = (node as { readonly items: readonly unknown[] }).items;
  return first === undefined ? "" : isNode(first) ? "seq" : "map";
}

/** A tag that says something other than what the value is: readers of YAML differ about what it means. */
function tagProblem(node: Node): readonly StructureProblem[] {
  const { tag } = node;
  if (tag === undefined || tag === "!") return [];
  const wanted = types.get(tag);
  const found = typeOf(node);
  const isEmpty = found === "" && (wanted === "map" || wanted === "seq");
  if (wanted !== undefined && (found === wanted || isEmpty)) return [];
  return [
    {
      offset: node.range?.[0] ?? 0,
      value: withoutAddresses(tag.replace("tag:yaml.org,2002:", "!!")),
      problem: "this tag gives the value another type than the file may have",
      allowed: "texts, numbers, true and false, groups and lists, without tags",
      fix: "remove the tag, and put a text that begins with ! in quotes",
      isFatal: true,
    },
  ];
}

/** A key without quotes that is read as another text than is written: 012 as 12. */
function numberProblem({ key }: Pair): readonly StructureProblem[] {
  if (!isScalar(key) || typeof key.value !== "number" || key.source === String(key.value)) {
    return [];
  }
  return [
    {
      offset: key.range?.[0] ?? 0,
      value: key.source ?? "",
      problem: `this key is not in quotes, so YAML reads the number ${key.value}`,
      allowed: "a text as the key",
      fix: `write "${key.source ?? ""}"`,
      isFatal: false,
    },
  ];
}

/** A line that begins the file and asks for another version of YAML, in which yes is true and 010 is 8. */
function directiveProblems({ directives }: Document): readonly StructureProblem[] {
  const { version, explicit } = directives?.yaml ?? {};
  if (version === undefined || explicit !== true || version === "1.2") return [];
  return [
    {
      offset: 0,
      value: `%YAML ${version}`,
      problem: "the file asks for another version of YAML, in which values mean something else",
      allowed: "one YAML 1.2 document",
      fix: "remove the line %YAML",
      isFatal: true,
    },
  ];
}

/** What is valid YAML, and would be read in another way than people mean it. */
export function spellingProblems(document: Document): readonly StructureProblem[] {
  const problems = [...directiveProblems(document)];
  visit(document, {
    Node(_, node) {
      if (!("source" in node) || isScalar(node)) problems.push(...tagProblem(node));
    },
    Pair(_, pair) {
      problems.push(...numberProblem(pair));
    },
  });
  return problems;
}
