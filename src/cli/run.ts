import { createRequire } from "node:module";
import { Command, CommanderError } from "commander";
import { withoutAddresses } from "../aws/shown-endpoint";
import { ConfigurationFileError } from "../config";
import { ExportError } from "../export";
import { plainLine, plainLines } from "../coverage/report/plain-text";
import { UnusableInputError } from "../json/read-json";
import { addBacktest } from "./commands/backtest";
import { addCheck } from "./commands/check";
import { exitCodes, type CommandContext } from "./commands/context";
import { addCoverage } from "./commands/coverage";
import { addDiscover } from "./commands/discover";
import { addDrill } from "./commands/drill";
import { addEngine } from "./commands/engine";
import { addExport } from "./commands/export";
import { addInit } from "./commands/init";
import { addKinds } from "./commands/kinds";
import { addMatrix } from "./commands/matrix";
import { addPermissions } from "./commands/permissions";
import { addPlan } from "./commands/plan";
import { addReplay } from "./commands/replay";
import { addReview } from "./commands/review";
import { addTrace } from "./commands/trace";
import type { OpenTerraform } from "./generated-terraform";
import type { Io } from "./io";
import { startProgress } from "./progress";

const examples = `
Examples:
  $ signin-alerts init sign-in-alerts                   begin a project
  $ signin-alerts check                                 is signin-alerts.yaml right?
  $ signin-alerts discover                              does it have every account?
  $ npm run synth && signin-alerts coverage             would we be notified, everywhere?
  $ signin-alerts trace --kind root-sign-in             how, and what does the mail say?
  $ signin-alerts review --base A --head B              what does this change take away?
  $ signin-alerts replay --from TIME --to TIME          how are we notified of it again?
  $ signin-alerts backtest AWSLogs/                     what would it have made of real sign-ins?
  $ signin-alerts drill --account ACCOUNT               does the alert of a real sign-in arrive?
  $ signin-alerts permissions                           what must the deploying roles be allowed?
  $ signin-alerts plan                                  what would Terraform change?
  $ signin-alerts matrix --format github                in which order does CI deploy it?
  $ signin-alerts export --hcl DIR                      how do we go on without cdktf?

Exit codes: 0 covered, 1 gap, 2 unusable input.`;

const prefix = "signin-alerts: ";

/** The way that is left to whoever has something else in a stack. */
const plainJsonHint =
  "A stack that cannot be said in HCL is plain Terraform as it is: stacks/NAME/cdk.tf.json";

/** The version of the package, which names itself alike in its sources and as it is published. */
function packageVersion(): string {
  const read: unknown = createRequire(__filename)("cdktf-aws-signin-alerts/package.json");
  const { version } = read as { readonly version: string };
  return version;
}

function programFor(context: CommandContext): Command {
  const { io } = context;
  const program = new Command("signin-alerts")
    .description(
      "Says, from the generated Terraform alone, who would be notified of which console sign-in.",
    )
    .version(packageVersion(), "-V, --version", "show the version")
    .exitOverride()
    .configureOutput({
      writeOut: io.out,
      writeErr: io.err,
      // Suggestions stand on a line of their own; errors here are one line.
      outputError: (text, write) => {
        write(`${prefix}${plainLine(text.replace(/^error: /, "").trim())}\n`);
      },
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addHelpText("after", examples);
  for (const add of [
    addInit,
    addCheck,
    addDiscover,
    addCoverage,
    addTrace,
    addReview,
    addReplay,
    addBacktest,
    addDrill,
    addKinds,
    addPermissions,
    addPlan,
    addMatrix,
    addExport,
    addEngine,
  ])
    add(program, context);
  return program;
}

function failureCode(error: unknown, io: Io): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.unusable;
  if (error instanceof UnusableInputError) {
    // It may quote what stands in a file, an address that is a credential included.
    io.err(`${prefix}${plainLine(withoutAddresses(error.message))}\n`);
    return exitCodes.unusable;
  }
  if (error instanceof ConfigurationFileError) {
    io.err(`${plainLines(error.message).join("\n")}\n`);
    return exitCodes.unusable;
  }
  if (error instanceof ExportError) {
    const problems = error.problems.map(({ place, problem }) => `  ${place}: ${problem}`);
    const hint = error.problems.some(({ ofHcl }) => ofHcl === true) ? [plainJsonHint] : [];
    const lines = ["nothing was exported", ...problems.map(withoutAddresses), ...hint];
    io.err(`${prefix}${lines.map(plainLine).join("\n")}\n`);
    return exitCodes.unusable;
  }
  throw error;
}

/**
 * Runs the command.
 * @param argv - arguments, without the names of Node.js and the script
 * @returns the exit code: 0 covered, 1 gap, 2 unusable input
 */
export async function run(argv: readonly string[], io: Io, open: OpenTerraform): Promise<number> {
  const progress = startProgress(io);
  const written: string[] = [];
  let code: number = exitCodes.covered;
  const context: CommandContext = {
    // Written at the end, when no progress stands on the terminal.
    io: { ...io, out: (text) => written.push(text) },
    open,
    progress,
    exit: (ended) => {
      code = ended;
    },
  };
  try {
    await programFor(context).parseAsync(argv, { from: "user" });
  } catch (error) {
    progress.end();
    code = failureCode(error, io);
  }
  progress.end();
  written.forEach(io.out);
  return code;
}
