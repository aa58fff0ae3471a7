#!/usr/bin/env node
import { readFileSync } from "node:fs";
import { interruption, wait } from "./interruption";
import { openTerminal } from "./open-terminal";
import { openTerraform } from "./open-terraform";
import { run } from "./run";

// The reader may have seen enough: `signin-alerts coverage | head`.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit();
  console.error(`signin-alerts: the output cannot be written: ${error.message}`);
  process.exit(2);
});

const io = {
  out: (text: string) => process.stdout.write(text),
  err: (text: string) => process.stderr.write(text),
  outIsTerminal: process.stdout.isTTY,
  errIsTerminal: process.stderr.isTTY,
  env: process.env,
  now: () => Date.now(),
  wait,
  interruption,
  input: () => readFileSync(0, "utf8"),
  ...(process.stdin.isTTY && process.stdout.isTTY && { openTerminal }),
};

run(process.argv.slice(2), io, openTerraform).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // Not 1: a bug of this program must not look like a gap.
    process.exitCode = 2;
    console.error("signin-alerts: a bug of this program, please report it:", error);
  },
);
