import type { Command } from "commander";
import { UnusableInputError } from "../../json/read-json";
import { loadConfiguration, resolve } from "../../plan";
import { configurationFile } from "../configuration";
import { replayOf, replayText, type ReplayOptions } from "../replay";
import { exitCodes, formatOption, jsonText, type CommandContext } from "./context";

interface ReplayCommandOptions extends ReplayOptions {
  readonly format: "text" | "json";
  readonly config?: string;
}

const examples = `
Examples:
  $ signin-alerts replay --from 2026-11-20T08:00:00Z --to 2026-11-20T09:00:00Z
  $ signin-alerts replay --from 2026-11-20T08:00Z --to 2026-11-20T09:00Z --kind root-sign-in --route security
  $ signin-alerts replay --from 2026-11-20T08:00Z --to 2026-11-20T09:00Z --name second-drill

It calls nothing itself. What it prints is for a shell with credentials of the hub account.`;

/** Adds `replay`: the calls that send archived events to the hub's event bus again. */
export function addReplay(program: Command, { io, exit }: CommandContext): void {
  program
    .command("replay")
    .summary("the AWS CLI calls that notify of archived events again")
    .description(
      "Prints the calls that replay what the archive of the hub's event bus kept: start, wait, cancel. Recipients are notified again, in messages that name the replay. Ends with 0, or 2 if the input cannot be used.",
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
    .addHelpText("after", examples)
    .action(({ format, config, ...options }: ReplayCommandOptions) => {
      const file = configurationFile(config, io);
      if (file === undefined) {
        throw new UnusableInputError(
          "signin-alerts.yaml is missing here: name a file with --config",
        );
      }
      const replay = replayOf(resolve(loadConfiguration(file)), options);
      io.out(format === "json" ? jsonText({ version: 1, ...replay }) : replayText(replay));
      exit(exitCodes.covered);
    });
}
