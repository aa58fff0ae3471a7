import type { Command } from "commander";
import {
  coverageHtml,
  coverageJson,
  coverageMarkdown,
  coverageTable,
  isCovered,
} from "../../coverage/report";
import type { CoverageReport } from "../../coverage/coverage-report";
import { configurationFile, expectationsIn } from "../configuration";
import { usesColors } from "../io";
import { exitCodes, formatOption, jsonText, type CommandContext } from "./context";

interface CoverageOptions {
  readonly format: "table" | "json" | "markdown" | "html";
  readonly config?: string | boolean;
}

const examples = `
Examples:
  $ signin-alerts coverage
  $ signin-alerts coverage --format html > coverage.html
  $ signin-alerts coverage infra/cdktf.out --config infra/signin-alerts.yaml --format json`;

function written(
  report: CoverageReport,
  format: CoverageOptions["format"],
  colors: boolean,
): string {
  switch (format) {
    case "table":
      return coverageTable(report, { colors });
    case "json":
      return jsonText(coverageJson(report));
    case "markdown":
      return coverageMarkdown(report);
    case "html":
      return coverageHtml(report);
  }
}

/** Adds `coverage`: accounts × regions × kinds. */
export function addCoverage(program: Command, { io, open, progress, exit }: CommandContext): void {
  program
    .command("coverage")
    .summary("who would be told of which sign-in, everywhere")
    .description(
      "Traces the sample of every alert kind in every account and region. Ends with 0 if all arrive, 1 if there is a gap, 2 if the input cannot be used.",
    )
    .argument("[dir]", "generated Terraform, or the JSON of a plan or state", "cdktf.out")
    .addOption(formatOption("table", "json", "markdown", "html"))
    .option(
      "-c, --config <file>",
      "configuration whose accounts, regions and kinds must all be there (default: SIGNIN_ALERTS_CONFIG, or signin-alerts.yaml where there is one)",
    )
    .option("--no-config", "expect nothing but what is in the generated Terraform")
    .addHelpText("after", examples)
    .action((dir: string, { format, config }: CoverageOptions) => {
      progress.stage("Reading the generated Terraform");
      const terraform = open(dir);
      const expected = expectationsIn(configurationFile(config, io));
      progress.stage("Tracing every alert");
      const report = terraform.coverage(expected, (done, total) => {
        progress.stage("Tracing every alert, account", done, total);
      });
      progress.stage("Writing the report");
      io.out(written(report, format, usesColors(io)));
      exit(isCovered(report) ? exitCodes.covered : exitCodes.gap);
    });
}
