import { existsSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { Command } from "commander";
import {
  isHarmless,
  reviewJson,
  reviewMarkdown,
  reviewOf,
  UnreadablePlanError,
  type PlanFile,
  type Review,
  type Version,
} from "../../coverage/report";
import { ConfigurationFileError } from "../../config";
import { coverageOf, withAccepted, type CoverageReport } from "../../coverage";
import {
  acceptancesIn,
  acceptHelp,
  todayHelp,
  type AcceptedUntil,
  type AcceptOptions,
} from "../accept-file";
import {
  configurationFile,
  configurationIn,
  requireSameConfiguration,
  type Configuration,
} from "../configuration";
import { opened } from "../opened";
import { relativePath, relativePathsApart } from "../relative-path";
import { UnusableInputError } from "../../json/read-json";
import { readUniqueJson } from "../../json/read-unique-json";
import { exitCodes, formatOption, jsonText, type CommandContext } from "./context";

interface ReviewOptions extends AcceptOptions {
  readonly base: string;
  readonly head: string;
  readonly plan?: readonly string[];
  readonly config?: string | boolean;
  readonly baseConfig?: string;
  readonly format: "markdown" | "json";
}

const examples = `
Examples:
  $ signin-alerts review --base base/cdktf.out --head cdktf.out > review.md
  $ signin-alerts review --base base/cdktf.out --head cdktf.out --plan plans/*.json

A plan is what \`terraform show -json PLANFILE\` writes, one file per stack, named after it.`;

/** `plans/signin-hub.json` is the plan of signin-hub; so is `signin-hub/plan.json`. */
function planName(path: string): string {
  const name = basename(path, ".json");
  return name === "plan" ? basename(dirname(path)) : name;
}

function versionAt(
  { open, progress }: CommandContext,
  dir: string,
  configuration: Configuration,
  { acceptances, today }: AcceptedUntil,
): Version {
  const terraform = opened({ open, progress }, dir, `Reading ${dir}`);
  const { expected } = configuration;
  requireSameConfiguration(dir, terraform, configuration);
  const found = terraform.coverage(expected, (done, total) => {
    progress.stage(`Tracing every alert of ${dir}, account`, done, total);
  });
  const accepting = (report: CoverageReport) => withAccepted(report, acceptances, today);
  return {
    coverage: accepting(found),
    inventory: terraform.inventory,
    ...(expected?.watches && { watches: expected.watches }),
    judge: (inventory) => accepting(coverageOf(inventory, { ...(expected && { expected }) })),
  };
}

/** That of the base: the one named, or the file that lies beside the base as the head's beside the head. */
function baseConfiguration(
  { base, head, baseConfig }: ReviewOptions,
  { file }: Configuration,
): Configuration {
  const beside = file && join(dirname(base), relative(dirname(head), file));
  const isOther = beside !== undefined && resolve(beside) !== resolve(file ?? "");
  const found = baseConfig ?? (isOther ? beside : undefined);
  if (found === undefined || (baseConfig === undefined && !existsSync(found))) return {};
  try {
    return configurationIn(found);
  } catch (error) {
    // One of an earlier version need not be right for this one; what is named must be.
    if (baseConfig !== undefined || !(error instanceof ConfigurationFileError)) throw error;
    return {};
  }
}

/** The versions, each with the name of its configuration, which tells the two apart. */
function named(
  [base, before]: readonly [Version, Configuration],
  [head, after]: readonly [Version, Configuration],
): readonly [Version, Version] {
  const both = before.file !== undefined && after.file !== undefined;
  const names = both
    ? relativePathsApart(before.file, after.file)
    : [before.file, after.file].map((file) => file && relativePath(file));
  const withName = (version: Version, configuration: string | undefined) => ({
    ...version,
    ...(configuration !== undefined && { configuration }),
  });
  return [withName(base, names[0]), withName(head, names[1])];
}

function reviewed(base: Version, head: Version, plans: readonly PlanFile[]): Review {
  try {
    return reviewOf(base, head, plans);
  } catch (error) {
    if (error instanceof UnreadablePlanError) throw new UnusableInputError(error.message);
    throw error;
  }
}

/** Adds `review`: what a change takes away, for a pull request. */
export function addReview(program: Command, context: CommandContext): void {
  const { io, progress, exit } = context;
  program
    .command("review")
    .summary("which alerts a change adds or removes, as Markdown for a pull request")
    .description(
      "Compares two versions of the generated Terraform. Ends with 0 if no alert is lost, no gap is open, there is no finding, no recipient is notified of less, and nothing is removed that is on the path of alerts or guards it; 1 otherwise; 2 if the input cannot be used.",
    )
    .requiredOption("--base <dir>", "generated Terraform before the change")
    .requiredOption("--head <dir>", "generated Terraform after the change")
    .option("--plan <file...>", "plans of the change: output of `terraform show -json`")
    .option(
      "-c, --config <file>",
      "configuration after the change: what it promises must all exist (default: SIGNIN_ALERTS_CONFIG, or signin-alerts.yaml where there is one)",
    )
    .option("--no-config", "expect nothing but what is in the generated Terraform")
    .option(
      "--base-config <file>",
      "configuration before the change (default: the file beside the base, where there is one)",
    )
    .addOption(formatOption(["markdown", "json"]))
    .option("--accept <file>", acceptHelp)
    .option("--today <day>", todayHelp)
    .addHelpText("after", examples)
    .action((options: ReviewOptions) => {
      const plans = (options.plan ?? []).map((path) => ({
        name: planName(path),
        json: readUniqueJson(path),
      }));
      const configuration = configurationIn(configurationFile(options.config, io));
      const accepted = acceptancesIn(options, io);
      const before = baseConfiguration(options, configuration);
      const [base, head] = named(
        [versionAt(context, options.base, before, accepted), before],
        [versionAt(context, options.head, configuration, accepted), configuration],
      );
      progress.stage("Comparing");
      const review = reviewed(base, head, plans);
      io.out(options.format === "json" ? jsonText(reviewJson(review)) : reviewMarkdown(review));
      exit(isHarmless(review) ? exitCodes.covered : exitCodes.gap);
    });
}
