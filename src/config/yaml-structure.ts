import { isAlias, isMap, isNode, isScalar, visit, type Document, type Pair } from "yaml";
import { withoutAddresses } from "../aws/shown-endpoint";

/** What is wrong with a YAML document as such, and at which character. */
export interface StructureProblem {
  readonly offset: number;
  readonly value?: string;
  readonly problem: string;
  readonly allowed: string;
  readonly fix: string;
  /** The document cannot be read further. */
  readonly isFatal: boolean;
}

const fixes: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "indent with spaces",
  MULTIPLE_DOCS: "remove the line --- and what follows it, or make it a file of its own",
  BAD_INDENT: "align this line with the lines around it",
  MISSING_CHAR: "close the quote or bracket, or add the missing sign",
};

/** Where what YAML says is not what people have to do. */
const plainer: readonly (readonly [RegExp, string])[] = [
  [
    /^Implicit map keys need to be followed by map values/,
    "put a colon and a space between the key and its value",
  ],
  [/^Plain value cannot start with/, "put the value in quotes"],
  [
    /^Nested mappings are not allowed in compact mappings/,
    "put a text that has a colon and a space in quotes, or correct the indentation",
  ],
  [
    /^Sequence item without -/,
    "indent this line, or one before it, like the other keys of its group",
  ],
  [
    /^Flow .* in block collection/,
    "close the bracket before this line; # begins a comment, so put a text that has it in quotes",
  ],
];

function syntaxProblems(
  document: Document,
  lineOf: (offset: number) => number,
): readonly StructureProblem[] {
  // One slip makes YAML report several errors in its line; the first names it.
  const lines = document.errors.map(({ pos }) => lineOf(pos[0]));
  const firsts = document.errors.filter((_, i) => lines.indexOf(lines[i] ?? 0) === i);
  return firsts.map(({ code, message, pos }) => ({
    offset: pos[0],
    problem:
      code === "MULTIPLE_DOCS"
        ? "the file holds more than one YAML document"
        : `this is not valid YAML: ${withoutAddresses(message)}`,
    allowed: "one YAML 1.2 document",
    fix:
      plainer.find(([says]) => says.test(message))?.[1] ??
      fixes[code] ??
      "correct the indentation, quotes or brackets at this place",
    isFatal: true,
  }));
}

/** The text that a key of a map is known by. */
export function keyText({ key }: Pair): string {
  if (isScalar<string | number | boolean | null>(key)) return String(key.value ?? "");
  // A key that is no text is refused, and what it holds may have no text.
  return isNode(key) ? "" : String(key);
}

function duplicateKeys(items: readonly Pair[]): readonly StructureProblem[] {
  const seen = new Set<string>();
  return items.flatMap((pair) => {
    const key = keyText(pair);
    // Of a key that is no text something else is said.
    if (isNode(pair.key) && !isScalar(pair.key)) return [];
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      {
        offset: isScalar(pair.key) ? (pair.key.range?.[0] ?? 0) : 0,
        value: key,
        problem: "this key is written twice in one group, so one of the two would be ignored",
        allowed: "every key once",
        fix: "join the two, or remove one",
        isFatal: false,
      },
    ];
  });
}

/** A key that is a list, a group or an alias: a text whose first sign means something else in YAML. */
function keysOfNoText(items: readonly Pair[]): readonly StructureProblem[] {
  return items.flatMap(({ key }) => {
    if (!isNode(key) || isScalar(key)) return [];
    const [found, sign] = isAlias(key)
      ? ["an alias", "*"]
      : isMap(key)
        ? ["a group of keys", "{ or ?"]
        : ["a list", "[ or -"];
    return [
      {
        offset: key.range?.[0] ?? 0,
        problem: `the key of this line is ${found}`,
        allowed: "a text as the key",
        fix: `write the key as a text, in quotes where it begins with ${sign}`,
        isFatal: true,
      },
    ];
  });
}

/** Everything that is wrong with a YAML document as such. */
export function structureProblems(
  document: Document,
  lineOf: (offset: number) => number,
): readonly StructureProblem[] {
  const problems = [...syntaxProblems(document, lineOf)];
  visit(document, {
    Map(_, { items }) {
      problems.push(...keysOfNoText(items), ...duplicateKeys(items));
    },
    Alias(_, alias) {
      if (alias.resolve(document)) return;
      problems.push({
        offset: alias.range?.[0] ?? 0,
        value: `*${alias.source}`,
        problem: "this anchor does not exist",
        allowed: "an anchor that stands before its alias",
        fix: "put a text that begins with * in quotes, or name the anchor",
        isFatal: true,
      });
    },
  });
  return problems;
}
