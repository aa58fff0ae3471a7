import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Size } from "./organization";

/** Who synthesizes: this package in two ways, and cdktf without it. */
export const contenders = ["library", "bare", "app"] as const;

export type ContenderName = (typeof contenders)[number];

/** What a contender is to write, and where. */
export interface Job extends Size {
  readonly contender: ContenderName;
  /** Folder to write to. */
  readonly outdir: string;
  /** What this package wrote for the same size, for the one that copies it. */
  readonly reference: string;
}

/** What one process measured of its synthesis. */
export interface Synthesis {
  /** Milliseconds to build the app and write its stacks. */
  readonly synthMs: number;
  /** The same in time of the processor, all threads, which other processes disturb less. */
  readonly cpuMs: number;
  /** The most memory that the process held, Node.js, tsx and what was imported included. */
  readonly peakBytes: number;
}

/**
 * The environment without what `npm run` adds: its options for Node.js change how modules are loaded,
 * which ts-node does not accept, and no other app has them.
 */
export function plainEnvironment(added: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(NODE_OPTIONS$|npm_)/.test(name));
  return { ...Object.fromEntries(kept), ...added };
}

/** Runs a contender in a process of its own. */
export function synthesis(job: Job): Synthesis {
  const { status, stdout, stderr, error } = spawnSync(
    process.execPath,
    ["--import", "tsx", join(__dirname, "synthesis.ts"), JSON.stringify(job)],
    { cwd: join(__dirname, ".."), env: plainEnvironment(), encoding: "utf8", maxBuffer: 2 ** 26 },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`${JSON.stringify(job)} failed:\n${stderr}`);
  // Edge: the lines below wrote this JSON, after what the app says of its stacks.
  return JSON.parse(stdout.split("\n").at(-1) ?? "") as Synthesis;
}

if (require.main === module) {
  // At the top of a module, as in an app's main.ts: cdktf records a stack trace of each token, and what
  // stands below in the stack is part of its cost.
  // Edge: the lines above wrote this JSON, and every module of that folder exports `prepare`.
  const job = JSON.parse(process.argv[2] ?? "") as Job;
  const { prepare } = createRequire(__filename)(`./contenders/${job.contender}`) as {
    readonly prepare: (job: Job) => () => void;
  };
  const synthesize = prepare(job);
  const begin = performance.now();
  const cpu = process.cpuUsage();
  synthesize();
  const { user, system } = process.cpuUsage(cpu);
  const measured: Synthesis = {
    synthMs: performance.now() - begin,
    cpuMs: (user + system) / 1000,
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
  process.stdout.write(JSON.stringify(measured));
}
