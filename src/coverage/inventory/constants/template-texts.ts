import { analyzedTemplate, mayBeTemplate, type TemplatePart } from "../hcl";
import type { Constant } from "./constant";

/** Characters that a text may have: a longer one is not known. */
export const longestText = 10_000;

/** Texts one after another; undefined where one is not known, or all are too long. */
export function joined(texts: readonly Constant[]): string | undefined {
  const known = texts.filter((text) => typeof text === "string");
  const length = known.reduce((sum, text) => sum + text.length, 0);
  return known.length === texts.length && length <= longestText ? known.join("") : undefined;
}

/** The parts of a text; none that are known of one that is not analyzed. */
export function templateOf(text: string): readonly TemplatePart[] {
  if (!mayBeTemplate(text)) return [{ literal: text }];
  return analyzedTemplate(text) ?? [unknownPart];
}

const unknownPart: TemplatePart = {
  expression: { kind: "reference", root: "", steps: [] },
  source: "",
};
