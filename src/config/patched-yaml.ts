import { isMap, isNode, isSeq, parseDocument, type Document, type ToStringOptions } from "yaml";
import { canonical } from "../json/canonical";
import { edited, type Edit } from "./edit";
import { mergedLines } from "./merged-lines";
import { readYaml } from "./read-yaml";

const byteOrderMark = "\uFEFF";

/** How a person writes YAML, as far as new lines should look alike. */
function styleOf(text: string): ToStringOptions {
  const indent = /^( +)[^\s#]/m.exec(text)?.[1]?.length ?? 2;
  const list = /:[ \t]*(?:#.*)?\n(?:[ \t]*(?:#.*)?\n)*( *)- /.exec(text);
  const quotes = (sign: string) => text.split(sign).length;
  return {
    lineWidth: 0,
    indent: Math.min(indent, 8),
    indentSeq: list === null || list[1] !== "",
    flowCollectionPadding: /\{ |\[ /.test(text) || !/[[{]\S/.test(text),
    singleQuote: quotes("'") > quotes('"'),
  };
}

/** A value as its neighbours are written: in one line, after an empty line, or neither. */
function nodeLike(document: Document, path: readonly unknown[], value: unknown): unknown {
  const node = document.createNode(value);
  const around = document.getIn(path);
  if (!isSeq(around) || !isNode(node)) return node;
  const last = around.items.at(-1);
  if (isMap(node) && isMap(last)) {
    if (last.flow === true) node.flow = true;
    if (last.spaceBefore === true) node.spaceBefore = true;
  }
  return node;
}

function applied(document: Document, edit: Edit): void {
  if ("set" in edit) {
    const isScalar = typeof edit.set !== "object";
    const node = isScalar ? edit.set : nodeLike(document, edit.path.slice(0, -1), edit.set);
    document.setIn(edit.path, node);
  } else if ("remove" in edit) document.deleteIn(edit.path);
  else throw new TypeError("a key is renamed by a person");
}

/** Lines that are new, with brackets as the author sets them: the printer treats braces and brackets alike. */
function withBrackets(merged: readonly string[], written: readonly string[]): readonly string[] {
  if (written.some((line) => line.includes("[ "))) return merged;
  const old = new Set(written);
  return merged.map((line) =>
    old.has(line) ? line : line.replaceAll("[ ", "[").replaceAll(" ]", "]"),
  );
}

/** The text of a document with changes, as a printer writes it and as its author would. */
function candidates(text: string, edits: readonly Edit[]): readonly string[] {
  const plain = text.replaceAll("\r\n", "\n");
  const document = parseDocument(plain);
  const style = styleOf(plain);
  const before = document.toString(style);
  for (const edit of edits) applied(document, edit);
  const after = document.toString(style);
  const written = plain.split("\n");
  const merged = mergedLines(written, before.split("\n"), after.split("\n"));
  // A text may hold such brackets itself: whichever holds exactly what is meant.
  return [withBrackets(merged, written).join("\n"), merged.join("\n"), after];
}

/** The same lines with the ends that they had; new lines end like most. */
function withEnds(text: string, written: string): string {
  const ends = written.split("\r\n").length - 1;
  return ends * 2 > written.split("\n").length - 1 ? text.replaceAll("\n", "\r\n") : text;
}

/**
 * Makes changes in a YAML text. Comments, order, quotes and what else is not changed stay as they are.
 * @returns undefined where the changes cannot be written into it, as where an alias would have to be taken apart
 */
export function patchedYaml(text: string, edits: readonly Edit[]): string | undefined {
  if (edits.length === 0) return text;
  const mark = text.startsWith(byteOrderMark) ? byteOrderMark : "";
  const plain = text.slice(mark.length);
  // What an alias stands for is a value of its own here.
  const value = JSON.parse(JSON.stringify(readYaml(plain).value ?? null)) as unknown;
  const wanted = canonical(edited(value, edits));
  try {
    const found = candidates(plain, edits).find(
      (candidate) => canonical(readYaml(candidate).value) === wanted,
    );
    return found === undefined ? undefined : mark + withEnds(found, plain);
  } catch (error) {
    // What an alias stands for cannot be changed in its place.
    if (error instanceof Error) return undefined;
    throw error;
  }
}
