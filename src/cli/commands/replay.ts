import type { Command } from "commander";
import { UnusableInputError } from "../../json/read-json";
import type { ReplayEnd } from "../../live";
import { loadConfiguration, resolve } from "../../plan";
import { configurationFile } from "../configuration";
import { replayOf, replayText, type ReplayOptions } from "../replay";
import { accessFlags, addAccessOptions, requireOptionFor } from "../live-access";
import { replayEndText, runReplayOf, type RunOptions } from "../run-replay";
import { exitCodes, formatOption, jsonText, type CommandContext } from "./context";

interface ReplayCommandOptions extends ReplayOptions, RunOptions {
  readonly format: "text" | "json";
  readonly config?: string;
  readonly run?: true;
}

const examples = `
Examples:
  $ signin-alerts replay --from 2026-11-20T08:00:00Z --to 2026-11-20T09:00:00Z
  $ signin-alerts replay --from 2026-11-20T08:00Z --to 2026-11-20T09:00Z --kind root-sign-in --route security
  $ signin-alerts replay --from 2026-11-20T08:00Z --to 2026-11-20T09:00Z --name second-drill
  $ signin-alerts replay --from 2026-11-20T08:00Z --to 2026-11-20T09:00Z --run

Without --run it calls nothing itself: what it prints is for a shell with credentials of the hub account.
With --run it asks, starts the replay and follows it to its end: docs/live.md

Exit codes: 0 printed, or the replay is COMPLETED; 1 it FAILED or was CANCELLED; 2 how it ended is not
known, or the input cannot be used.`;

/** Adds `replay`: sends archived events to the hub's event bus again, or says by which calls. */
export function addReplay(program: Command, { io, progress, exit }: CommandContext): void {
  const command = program
    .command("replay")
    .summary("notifies of archived events again, or prints the calls that do")
    .description(
      "Prints the calls that replay what the archive of the hub's event bus kept: start, wait, cancel. With --run it makes them. Recipients are notified again, in messages that name the replay.",
    )
    .requiredOption("--from <time>", "first time of the events, ISO 8601 in UTC")
    .requiredOption("--to <time>", "time after the last of the events, ISO 8601 in UTC")
    .option("-k, --kind <name...>", "only these alert kinds (default: all)")
    .option("-r, --route <name...>", "only to the recipients of these routes (default: all)")
    .option(
      "-n, --name <name>",
      "name of the replay, after REPLAY- (default: one that follows from the other options)",
    )
    .option(
      "-c, --config <file>",
      "configuration of what is deployed (default: SIGNIN_ALERTS_CONFIG, or signin-alerts.yaml)",
    )
    .addOption(formatOption(["text", "json"]))
    .option("--run", "start the replay, and wait for its end")
    .option("-y, --yes", "with --run: do not ask");
  addAccessOptions(command, "with --run: ", "the account of the hub")
    .addHelpText("after", examples)
    .action(async ({ format, config, run, ...options }: ReplayCommandOptions) => {
      requireOptionFor("--run", run ?? false, { "--yes": options.yes, ...accessFlags(options) });
      const file = configurationFile(config, io);
      if (file === undefined) {
        throw new UnusableInputError(
          "signin-alerts.yaml is missing here: name a file with --config",
        );
      }
      const plan = resolve(loadConfiguration(file));
      const replay = replayOf(plan, options);
      const ended = run && (await runReplayOf(plan, replay, options, { io, progress }));
      if (format === "json") {
        io.out(jsonText({ version: 1, ...replay, ...(ended && { ended }) }));
      } else {
        io.out(ended ? replayEndText(replay, ended) : replayText(replay));
      }
      exit(ended ? exitCodeOf(ended) : exitCodes.covered);
    });
}

function exitCodeOf(ended: ReplayEnd): number {
  if (ended.end !== "ended") return exitCodes.unusable;
  return ended.state === "COMPLETED" ? exitCodes.covered : exitCodes.gap;
}
