import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../package/repository-copy";

const notOurs = new Set([".git", "node_modules", "dist", "cdktf.out", "coverage"]);

/** Paths of all Markdown files of the repository, from its root. */
export function pages(folder = "."): readonly string[] {
  return readdirSync(join(repository, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return notOurs.has(path) ? [] : pages(path);
    return entry.name.endsWith(".md") && !entry.name.endsWith(".api.md") ? [path] : [];
  });
}

/** A fenced block of a page. */
export interface CodeBlock {
  readonly page: string;
  /** Line of the first line of code, from 1. */
  readonly line: number;
  /** What follows the fence, such as `ts` or `ts src/catalog/kinds/mine.ts`. */
  readonly info: string;
  readonly code: string;
}

const fence = /^([ ]*)```([^\n`]*)\n([\s\S]*?)^\1```[ ]*$/gm;

/** The fenced blocks of a page, in its order. */
export function codeBlocks(page: string): readonly CodeBlock[] {
  const text = textOf(page);
  return [...text.matchAll(fence)].map(({ 1: indent = "", 2: info = "", 3: code = "", index }) => ({
    page,
    line: text.slice(0, index).split("\n").length + 1,
    info: info.trim(),
    code: code.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  }));
}

/** The page without its fenced blocks and code spans: what a reader takes for prose. */
export function proseOf(page: string): string {
  return textOf(page)
    .replaceAll(fence, "")
    .replaceAll(/`[^`\n]*`/g, (span) => span.replaceAll(/[[\]()]/g, ""));
}

function textOf(page: string): string {
  return readFileSync(join(repository, page), "utf8");
}
