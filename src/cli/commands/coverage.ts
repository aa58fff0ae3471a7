import type { Command } from "commander";
import { isCovered, reportWriters } from "../../coverage/report";
import { withAccepted, type CoverageReport } from "../../coverage";
import { UnusableInputError } from "../../json/read-json";
import { formatValue } from "../../config/problem";
import { acceptancesIn, acceptHelp, isDay, todayHelp, type AcceptOptions } from "../accept-file";
import { configurationFile, configurationIn, requireSameConfiguration } from "../configuration";
import { usesColors } from "../io";
import {
  accessFlags,
  addAccessOptions,
  requireOptionFor,
  type AccessOptions,
} from "../live-access";
import { liveCoverage, type LiveSummary } from "../live-organization";
import { opened } from "../opened";
import { relativePath } from "../relative-path";
import { exitCodes, formatOption, type CommandContext } from "./context";

interface CoverageOptions extends AcceptOptions, AccessOptions {
  readonly format: string;
  readonly all?: boolean;
  readonly config?: string | boolean;
  readonly live?: boolean;
  readonly date?: string;
}

const examples = `
Examples:
  $ signin-alerts coverage
  $ signin-alerts coverage --all
  $ signin-alerts coverage --accept accepted-findings.yaml
  $ signin-alerts coverage --format html --date 2026-11-20 > coverage.html
  $ signin-alerts coverage --format sarif > coverage.sarif
  $ signin-alerts coverage --live --role-name SignInAlertsReader
  $ signin-alerts coverage infra/cdktf.out --config infra/signin-alerts.yaml --format json`;

/** Adds `coverage`: accounts × regions × kinds. */
export function addCoverage(program: Command, { io, open, progress, exit }: CommandContext): void {
  const command = program
    .command("coverage")
    .summary("who would be notified of which sign-in, everywhere")
    .description(
      "Traces the sample of every alert kind in every account and region. Ends with 0 if all arrive, 1 if there is a gap, 2 if the input cannot be used.",
    )
    .argument(
      "[dir]",
      "generated Terraform, the JSON of a plan or state, or a folder of those",
      "cdktf.out",
    )
    .addOption(formatOption(reportWriters.map(({ name }) => name)))
    .option("--all", "list accounts without a gap in the table, too")
    .option(
      "-c, --config <file>",
      "configuration whose accounts, regions and kinds must all exist (default: SIGNIN_ALERTS_CONFIG, or signin-alerts.yaml where there is one)",
    )
    .option("--no-config", "expect nothing but what is in the generated Terraform")
    .option("--date <day>", "with --format html: date that the page shows, YYYY-MM-DD")
    .option("--accept <file>", acceptHelp)
    .option("--today <day>", todayHelp)
    .option(
      "--live",
      "judge what is deployed on AWS instead: read-only calls, with the credentials of the AWS SDK's own chain",
    );
  addAccessOptions(command, "with --live: ", "each account")
    .addHelpText("after", examples)
    .action(async (dir: string, options: CoverageOptions, { args }: Command) => {
      const { acceptances, today } = acceptancesIn(options, io);
      requireLiveAlone(options, args.length > 0);
      requireDay(options);
      const live = options.live
        ? await liveCoverage(configurationFile(options.config, io), options, progress)
        : undefined;
      const found = live?.report ?? generatedCoverage(dir, options);
      const report = withAccepted(found, acceptances, today);
      progress.stage("Writing the report");
      const style = {
        colors: usesColors(io),
        ...(options.all && { all: true }),
        ...(!options.live && { terraform: relativePath(dir) }),
        ...(options.date !== undefined && { date: options.date }),
      };
      const writer = reportWriters.find(({ name }) => name === options.format);
      io.out(writer?.write(report, style) ?? "");
      if (live) {
        progress.end();
        io.err(summaryLine(live.summary));
      }
      exit(isCovered(report) ? exitCodes.covered : exitCodes.gap);
    });

  function generatedCoverage(dir: string, { config }: CoverageOptions): CoverageReport {
    const terraform = opened({ open, progress }, dir);
    const configuration = configurationIn(configurationFile(config, io));
    requireSameConfiguration(dir, terraform, configuration);
    progress.stage("Tracing every alert");
    return terraform.coverage(configuration.expected, (done, total) => {
      progress.stage("Tracing every alert, account", done, total);
      if (done === total) progress.stage("Looking at what lets alerts pass, and watches them");
    });
  }
}

/** @throws UnusableInputError for what is not a day, and for a format that names none */
function requireDay({ date, format }: CoverageOptions): void {
  if (date === undefined) return;
  if (!isDay(date)) {
    throw new UnusableInputError(`--date must be a day as YYYY-MM-DD, not ${formatValue(date)}`);
  }
  if (format !== "html") {
    throw new UnusableInputError(`--date needs --format html, but the format is ${format}`);
  }
}

/** What was read, in a line beside the report, which every format leaves to standard output. */
function summaryLine({ calls, accounts, places, notKnown }: LiveSummary): string {
  const unknown = notKnown === 0 ? "AWS said all that was asked" : `${notKnown} not known`;
  return `Read ${places} places of ${accounts} accounts by ${calls} calls: ${unknown}.\n`;
}

/** @throws UnusableInputError for a folder beside `--live`, and for options that need it */
function requireLiveAlone(options: CoverageOptions, hasFolder: boolean): void {
  if (options.live && hasFolder) {
    throw new UnusableInputError("--live reads AWS, not a folder: leave out one of them");
  }
  requireOptionFor("--live", options.live ?? false, accessFlags(options));
}
