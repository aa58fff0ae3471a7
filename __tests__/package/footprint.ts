import { execFileSync } from "node:child_process";

/** What a program costs the process that runs it. */
export interface Footprint {
  /** CommonJS modules loaded. */
  readonly modules: number;
  /** Growth of the resident set, in MB. */
  readonly megabytes: number;
  /** Whether CDKTF is among the modules. */
  readonly cdktf: boolean;
}

const measured = (statements: string) => `
  const before = process.memoryUsage().rss;
  ${statements}
  const megabytes = (process.memoryUsage().rss - before) / 1e6;
  const modules = Object.keys(require.cache);
  const cdktf = modules.some((file) => file.includes("/node_modules/cdktf/"));
  process.stdout.write(JSON.stringify({ modules: modules.length, megabytes, cdktf }));
`;

/** Runs statements in a process of their own. @param project - folder whose packages they load */
export function footprintOf(statements: string, project: string): Footprint {
  return JSON.parse(outputOf(measured(statements), project)) as Footprint;
}

const followed = (names: readonly string[]) => `
  const Module = require("node:module");
  const load = Module._load;
  const asked = new Map();
  Module._load = function (name, parent, ...others) {
    const file = Module._resolveFilename(name, parent);
    if (!Module.isBuiltin(file)) asked.set(parent.filename, [...asked.get(parent.filename) ?? [], file]);
    return load.call(this, name, parent, ...others);
  };
  const modulesOf = (name) => {
    require(name);
    const seen = new Set();
    for (const left = [require.resolve(name)]; left.length > 0; ) {
      const file = left.pop();
      if (seen.has(file)) continue;
      seen.add(file);
      left.push(...asked.get(file) ?? []);
    }
    const cdktf = [...seen].some((file) => file.includes("/node_modules/cdktf/"));
    return { modules: seen.size, cdktf };
  };
  process.stdout.write(JSON.stringify(${JSON.stringify(names)}.map((name) => [name, modulesOf(name)])));
`;

/** What each of some modules loads, alone, of which one process knows: it loads them all. */
export function modulesOfEach(
  names: readonly string[],
  project: string,
): ReadonlyMap<string, Omit<Footprint, "megabytes">> {
  const output = JSON.parse(outputOf(followed(names), project)) as readonly (readonly [
    string,
    Omit<Footprint, "megabytes">,
  ])[];
  return new Map(output);
}

function outputOf(program: string, project: string): string {
  return execFileSync(process.execPath, ["--eval", program], {
    cwd: project,
    encoding: "utf8",
    // Node.js options of the user who runs the tests would be measured, too.
    env: { ...process.env, NODE_OPTIONS: "" },
  });
}
