import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";

type Exports = Readonly<Record<string, unknown>>;

/** The compiled modules that an index re-exports, in its order. */
function reExported(index: string): readonly string[] {
  return [...readFileSync(index, "utf8").matchAll(/require\("(\.[^"]+)"\)/g)].flatMap(
    ([, module]) => module ?? [],
  );
}

/**
 * Rewrites a compiled index so that each name is loaded when it is first used, as `aws-cdk-lib` does: whoever
 * takes one construct does not load the coverage check. The names and their types stay the same.
 * @param index - absolute path of a compiled `index.js` that only re-exports
 * @throws Error when the index defines a name itself.
 */
export function exportLazily(index: string): void {
  const load = createRequire(index);
  const modules = reExported(index).map((module) => ({ module, names: load(module) as Exports }));
  const getters = Object.entries(load(index) as Exports).map(([name, value]) => {
    const source = modules.find(({ names }) => names[name] === value);
    if (source === undefined) throw new Error(`${index} must only re-export, but defines: ${name}`);
    return { name, line: `lazily("${name}", () => require("${source.module}"));` };
  });
  const lines = [
    `"use strict";`,
    `Object.defineProperty(exports, "__esModule", { value: true });`,
    `const lazily = (name, load) =>`,
    `  Object.defineProperty(exports, name, { enumerable: true, get: () => load()[name] });`,
    ...getters.map(({ line }) => line),
    `// Never runs: Node.js reads the names here where an ES module imports this file.`,
    `0 && (module.exports = { ${getters.map(({ name }) => name).join(", ")} });`,
  ];
  writeFileSync(index, `${lines.join("\n")}\n`);
  rmSync(`${index}.map`, { force: true });
}
