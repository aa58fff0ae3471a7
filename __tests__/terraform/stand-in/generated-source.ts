import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const library = join(dirname(require.resolve("@cdktf/provider-aws/package.json")), "lib");
const inlineMap = /\/\/# sourceMappingURL=data:application\/json;base64,([\w+/=]+)/;

/**
 * The TypeScript that a folder of the installed `@cdktf/provider-aws` was compiled from.
 * Undefined where the provider has no such folder.
 *
 * @throws where the package no longer carries its sources in inline source maps.
 */
export function generatedSource(folder: string): string | undefined {
  const compiled = join(library, folder, "index.js");
  if (!existsSync(compiled)) return undefined;
  const map = inlineMap.exec(readFileSync(compiled, "utf8"))?.[1];
  if (map === undefined) throw new Error(`no inline source map in @cdktf/provider-aws ${folder}`);
  // Edge: the compiler wrote this JSON.
  const { sourcesContent } = JSON.parse(Buffer.from(map, "base64").toString()) as {
    readonly sourcesContent?: readonly string[];
  };
  const source = sourcesContent?.[0];
  if (source === undefined) throw new Error(`no source text in the source map of ${folder}`);
  return source;
}

/** The class and function bodies of a generated file, by name. */
export function declarations(source: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const part of source.split(/^export /m)) {
    const name = /^(?:class|interface|function) (\w+)/.exec(part)?.[1];
    if (name !== undefined) found.set(name, part);
  }
  return found;
}
