import { Document, isMap, isScalar, isSeq, type Node } from "yaml";
import type { ConfigurationDraft } from "../../config/draft";
import { described } from "../../config/keys/described";
import { keyAt } from "../../config/keys/key-at";
import type { ProblemPath } from "../../config/problem";
import type { SuggestedKey } from "./suggested-keys";

/** Characters of a line, at which a text goes on in the next. */
const lineWidth = 96;

/** A text in lines, broken between words. */
function lines(text: string): readonly string[] {
  return text.split(" ").reduce<string[]>((all, word) => {
    const last = all.at(-1);
    return last === undefined || `${last} ${word}`.length > lineWidth
      ? [...all, word]
      : [...all.slice(0, -1), `${last} ${word}`];
  }, []);
}

/** What the table of keys says at a path, as the text of a comment. */
function explanation(path: ProblemPath, configuration: unknown): string | undefined {
  const key = keyAt(path, configuration);
  const text = key === undefined ? "" : described(key);
  return text === "" ? undefined : lines(text).join("\n");
}

/**
 * Explains each key within a node; of a list, those of the first item that has them. The first key of an item stands
 * on the line of its dash, so what is said of it stands before the item.
 */
function explain(
  node: unknown,
  path: ProblemPath,
  configuration: unknown,
  said: Set<string>,
  isItem = false,
): void {
  if (isSeq(node)) {
    node.items.forEach((item, i) => {
      explain(item, [...path, i], configuration, said, true);
    });
  }
  if (!isMap(node)) return;
  for (const [at, { key, value }] of node.items.entries()) {
    if (!isScalar(key)) continue;
    const inner = [...path, String(key.value)];
    const text = explanation(inner, configuration);
    if (text !== undefined && !said.has(text)) {
      said.add(text);
      (isItem && at === 0 ? node : key).commentBefore = text.replaceAll(/^/gm, " ");
    }
    explain(value, inner, configuration, said);
  }
}

/** A key as it would stand in the file, and what is said of it before. */
export interface CommentedKey {
  readonly explanation: readonly string[];
  /** Lines of YAML, with explanations of the keys within. */
  readonly yaml: readonly string[];
}

/** A key with what the table of keys says of it and of all within it. */
export function commentedKey(
  { group, name, value }: SuggestedKey,
  draft: ConfigurationDraft,
): CommentedKey {
  const configuration = group.length === 0 ? { ...draft, [name]: value } : draft;
  const document = new Document<Node>({ [name]: value });
  if (isMap(document.contents)) {
    explain(document.contents.get(name), [...group, name], configuration, new Set());
  }
  return {
    explanation: explanation([...group, name], configuration)?.split("\n") ?? [],
    yaml: document.toString({ lineWidth: 0 }).trimEnd().split("\n"),
  };
}

/** The text of a comment that holds keys, one after the other. */
export function commentOf(keys: readonly CommentedKey[]): string {
  const texts = keys.map(({ explanation: before, yaml }) => [...before, ...yaml].join("\n"));
  return texts.join("\n\n").replaceAll(/^(?=.)/gm, " ");
}
