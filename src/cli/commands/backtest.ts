import { InvalidArgumentError, type Command } from "commander";
import { backtest, backtestOfHistories } from "../../backtest/backtest";
import type { BacktestResult } from "../../backtest/backtest-result";
import {
  backtestHtml,
  backtestJson,
  backtestMarkdown,
  backtestTable,
  hasGap,
} from "../../backtest/report";
import { UnusableInputError } from "../../json/read-json";
import { loadConfiguration, resolve } from "../../plan";
import { configurationFile } from "../configuration";
import { historiesOf, requireSource, type HistoryOptions } from "../event-histories";
import { usesColors } from "../io";
import { addAccessOptions } from "../live-access";
import { exitCodes, formatOption, type CommandContext } from "./context";

interface BacktestOptions extends HistoryOptions {
  readonly live?: true;
  readonly config?: string;
  readonly format: "table" | "json" | "markdown" | "html";
  readonly perMinute?: number;
}

const help = `
It reads log files of CloudTrail, what aws cloudtrail lookup-events prints, exports of CloudWatch Logs Insights
(get-query-results, JSON or CSV with @message) and JSON lines, compressed with gzip or not; - reads standard input, not compressed.
With --live it reads CloudTrail's event history of every account and region instead, which holds 90 days.

Examples:
  $ signin-alerts backtest AWSLogs/
  $ signin-alerts backtest AWSLogs/ --format html > backtest.html
  $ aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=ConsoleLogin | signin-alerts backtest -
  $ signin-alerts backtest --live --from 2026-11-01T00:00Z --to 2026-11-20T00:00Z

Exit codes: 0 every sign-in has an alert, or none on purpose; 1 one has none, or SNS would suspend mail;
2 something could not be read or the input is unusable.`;

function positive(text: string): number {
  if (/^[1-9]\d{0,8}$/u.test(text)) return Number(text);
  throw new InvalidArgumentError("It must be a whole number from 1.");
}

function exitCodeOf(result: BacktestResult): number {
  if (hasGap(result)) return exitCodes.gap;
  return result.unreadCount > 0 ? exitCodes.unusable : exitCodes.covered;
}

/** Adds `backtest`: what the configuration would have made of real sign-ins. */
export function addBacktest(program: Command, { io, progress, exit }: CommandContext): void {
  const command = program
    .command("backtest")
    .summary("which alerts real sign-ins of the past would have caused")
    .description(
      "Shows which alerts recorded sign-ins would have caused with the configuration, by day, kind, route and recipient; which sign-ins have none and why, what is ignored, and where mail would flood.",
    )
    .argument("[files...]", "files and folders with records of CloudTrail")
    .option(
      "-c, --config <file>",
      "configuration (default: SIGNIN_ALERTS_CONFIG, or signin-alerts.yaml)",
    )
    .option(
      "--per-minute <number>",
      "most messages a minute for a mailbox (default: flood.perMinute, or 60)",
      positive,
    )
    .addOption(formatOption(["table", "json", "markdown", "html"]))
    .option(
      "--live",
      "read CloudTrail's event history instead, with the credentials of the AWS SDK's own chain",
    )
    .option("--from <time>", "with --live: first time of the events, ISO 8601 in UTC")
    .option("--to <time>", "with --live: last time of the events, ISO 8601 in UTC");
  addAccessOptions(command, "with --live: ", "each account")
    .addHelpText("after", help)
    .action(async (paths: readonly string[], options: BacktestOptions) => {
      requireSource(paths, options);
      const file = configurationFile(options.config, io);
      if (file === undefined) {
        throw new UnusableInputError(
          "signin-alerts.yaml is missing here: name a file with --config",
        );
      }
      const plan = resolve(loadConfiguration(file));
      const perMinute = options.perMinute ?? plan.hub.floodPerMinute ?? 60;
      const result = options.live
        ? await backtestOfHistories(plan, historiesOf(plan, options, progress), perMinute)
        : await backtest(plan, {
            paths,
            input: io.input,
            perMinute,
            onProgress: (at, files, records) => {
              progress.stage(`Reading, ${records} records so far, file`, at, files);
            },
          });
      switch (options.format) {
        case "table":
          io.out(backtestTable(result, { colors: usesColors(io) }));
          break;
        case "json":
          io.out(backtestJson(result));
          break;
        case "markdown":
          io.out(backtestMarkdown(result));
          break;
        case "html":
          io.out(backtestHtml(result));
      }
      exit(exitCodeOf(result));
    });
}
