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
  const output = execFileSync(process.execPath, ["--eval", measured(statements)], {
    cwd: project,
    encoding: "utf8",
    // Node.js options of the user who runs the tests would be measured, too.
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  return JSON.parse(output) as Footprint;
}
