import type { Command } from "commander";
import { UnusableInputError } from "../../json/read-json";
import { loadConfiguration, resolve } from "../../plan";
import { configurationFile } from "../configuration";
import { drill, type DrillOptions } from "../drill/drill";
import { drillHtml } from "../drill/drill-html";
import { drillJson, drillText, exitCodeOf } from "../drill/drill-result";
import { usesColors } from "../io";
import { addAccessOptions } from "../live-access";
import { wholeNumber } from "../number-input";
import { formatOption, type CommandContext } from "./context";

interface DrillCommandOptions extends DrillOptions {
  readonly config?: string;
  readonly format: "table" | "json" | "html";
}

const help = `
Examples:
  $ signin-alerts drill --account 333333333333 --region eu-west-1
  $ signin-alerts drill --yes --pace 5 --format html > drill.html
  $ signin-alerts drill --hub --from 2026-11-20T08:00Z --to 2026-11-20T08:15Z --kind federated-sign-in

The role of the drill has no permissions, and must trust the credentials of the command: docs/live.md
What is created for the drill is removed at its end, also after Ctrl-C; what could not be is listed with
the calls that remove it.

Exit codes: 0 every alert arrived; 1 one is missing; 2 one is not known, something was left behind, or the
input cannot be used.`;

/** Adds `drill`: do alerts arrive, of sign-ins that are real. */
export function addDrill(program: Command, { io, progress, exit }: CommandContext): void {
  const command = program
    .command("drill")
    .summary("signs in for real, harmlessly, and says when the alert arrived")
    .description(
      "Signs in to the console of accounts, through the sign-in endpoints of regions, with a role without permissions, and listens with a temporary queue on the topics of the routes for the alerts. Asks before it acts.",
    )
    .option("-a, --account <account...>", "only in these accounts, by id or name (default: all)")
    .option("-r, --region <region...>", "only in these regions (default: all of each account)")
    .option(
      "--drill-role <name>",
      "role that signs in, with its path if it has one (default: the name prefix and -drill)",
    )
    .option("--hub", "from the hub on, without a sign-in: by a replay of the archive")
    .option("--from <time>", "with --hub: first time of the events, ISO 8601 in UTC")
    .option("--to <time>", "with --hub: time after the last of the events, ISO 8601 in UTC")
    .option("-k, --kind <name...>", "with --hub: only these alert kinds (default: all)")
    .option("--route <name...>", "with --hub: only to these routes (default: all)")
    .option("--pace <seconds>", "time between two sign-ins", wholeNumber(1, 3600), 2)
    .option("--wait <minutes>", "how long to wait for alerts", wholeNumber(1, 600), 15)
    .option("-y, --yes", "do not ask")
    .option(
      "-c, --config <file>",
      "configuration of what is deployed (default: SIGNIN_ALERTS_CONFIG, or signin-alerts.yaml)",
    )
    .addOption(formatOption(["table", "json", "html"]));
  addAccessOptions(command, "", "the account of the hub")
    .addHelpText("after", help)
    .action(async ({ config, format, ...options }: DrillCommandOptions) => {
      const file = configurationFile(config, io);
      if (file === undefined) {
        throw new UnusableInputError(
          "signin-alerts.yaml is missing here: name a file with --config",
        );
      }
      const result = await drill(resolve(loadConfiguration(file)), options, { io, progress });
      if (format === "json") io.out(drillJson(result));
      else if (format === "html") io.out(drillHtml(result));
      else io.out(drillText(result, usesColors(io)));
      exit(exitCodeOf(result));
    });
}
