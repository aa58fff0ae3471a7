import { createRequire } from "node:module";
import type { Contender, Job } from "../contenders/contender";
import type { Synthesis } from "./synthesis";

// At the top of a module, as in somebody's main.ts: cdktf records a stack trace of each token, and
// what stands below in the stack is part of its cost.
// Edge: the parent wrote this JSON.
const job = JSON.parse(process.argv[2] ?? "") as Job;
const load = createRequire(__filename);
const begin = performance.now();
// Edge: every module of that folder is a contender.
const { prepare } = load(`../contenders/${job.contender}`) as Contender;
const loaded = performance.now();
const { importMs, synthesize } = prepare(job);
const ready = performance.now();
const cpu = process.cpuUsage();
synthesize();
const { user, system } = process.cpuUsage(cpu);
const synthesis: Synthesis = {
  importMs: loaded - begin + importMs,
  synthMs: performance.now() - ready,
  cpuMs: (user + system) / 1000,
  // The peak of a process includes Node.js, tsx and what was imported.
  peakBytes: process.resourceUsage().maxRSS * 1024,
};
process.stdout.write(JSON.stringify(synthesis));
