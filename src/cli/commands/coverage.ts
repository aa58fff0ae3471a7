import type { Command } from "commander";
import { isCovered, reportWriters } from "../../coverage/report";
import { withAccepted } from "../../coverage";
import { acceptancesIn, acceptHelp, todayHelp, type AcceptOptions } from "../accept-file";
import { configurationFile, configurationIn, requireSameConfiguration } from "../configuration";
import { usesColors } from "../io";
import { relativePath } from "../relative-path";
import { exitCodes, formatOption, type CommandContext } from "./context";

interface CoverageOptions extends AcceptOptions {
  readonly format: string;
  readonly config?: string | boolean;
}

const examples = `
Examples:
  $ signin-alerts coverage
  $ signin-alerts coverage --accept accepted-findings.yaml
  $ signin-alerts coverage --format html > coverage.html
  $ signin-alerts coverage --format sarif > coverage.sarif
  $ signin-alerts coverage infra/cdktf.out --config infra/signin-alerts.yaml --format json`;

/** Adds `coverage`: accounts × regions × kinds. */
export function addCoverage(program: Command, { io, open, progress, exit }: CommandContext): void {
  program
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
    .option(
      "-c, --config <file>",
      "configuration whose accounts, regions and kinds must all exist (default: SIGNIN_ALERTS_CONFIG, or signin-alerts.yaml where there is one)",
    )
    .option("--no-config", "expect nothing but what is in the generated Terraform")
    .option("--accept <file>", acceptHelp)
    .option("--today <day>", todayHelp)
    .addHelpText("after", examples)
    .action((dir: string, options: CoverageOptions) => {
      const { format, config } = options;
      const { acceptances, today } = acceptancesIn(options, io);
      progress.stage("Reading the generated Terraform");
      const terraform = open(dir);
      const configuration = configurationIn(configurationFile(config, io));
      requireSameConfiguration(dir, terraform, configuration);
      const { expected } = configuration;
      progress.stage("Tracing every alert");
      const found = terraform.coverage(expected, (done, total) => {
        progress.stage("Tracing every alert, account", done, total);
      });
      const report = withAccepted(found, acceptances, today);
      progress.stage("Writing the report");
      const style = { colors: usesColors(io), terraform: relativePath(dir) };
      io.out(reportWriters.find(({ name }) => name === format)?.write(report, style) ?? "");
      exit(isCovered(report) ? exitCodes.covered : exitCodes.gap);
    });
}
