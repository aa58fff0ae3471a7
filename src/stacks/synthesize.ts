import { rmdirSync } from "node:fs";
import { join } from "node:path";
import { App, Manifest, type AppConfig, type StackAnnotation } from "cdktf";
import { ConfigurationFileError } from "../config/configuration-file-error";
import { InvalidConfigurationError } from "../config/problem";
import { readJson, UnusableInputError } from "../json/read-json";
import { objectIn } from "../json/value";
import { isRefusal, refusal } from "../json/file-system";
import { changesBetween, generatedStacks } from "./generated-stacks";
import { runsUnderCommand } from "./runs-under-command";
import { hasOrganization } from "./sign-in-alerts";
import { withQuickCdktf } from "./quick-cdktf";
import { removeStaleStacks } from "./stale-stacks";
import { synthesisSummary } from "./synthesis-summary";

/** How a command is given the output: by the script of the project, or the program of this package. */
function commandOf(name: "coverage" | "plan", outdir: string): string {
  if (outdir !== "cdktf.out") return `npx signin-alerts ${name} ${outdir}`;
  try {
    const scripts = objectIn(objectIn(readJson("package.json"))["scripts"]);
    if (name in scripts) return `npm run ${name}`;
  } catch (error) {
    // The project may have no such file, or one that is not npm's.
    if (!(error instanceof UnusableInputError)) throw error;
  }
  return `npx signin-alerts ${name}`;
}

/** Warnings of a stack, which the command would print. */
function warningsOf({ manifest }: App): readonly string[] {
  const annotations: readonly StackAnnotation[] = Object.values(manifest.stacks).flatMap(
    (stack) => stack.annotations,
  );
  return [...new Set(annotations.map(({ message }) => message))];
}

/** What a person can put right, in words; any other error is a bug. */
function messageFor(error: unknown): string {
  if (error instanceof ConfigurationFileError || error instanceof InvalidConfigurationError) {
    return error.message;
  }
  if (isRefusal(error)) return refusal(error.path ?? "the output", "read or written", error);
  throw error;
}

/** cdktf creates the folders of the output with the app, before anything is right or wrong. */
function removeEmpty(outdir: string): void {
  try {
    rmdirSync(join(outdir, Manifest.stacksFolder));
    rmdirSync(outdir);
  } catch (error) {
    // An earlier output stays.
    if (!isRefusal(error)) throw error;
  }
}

function run(build: (app: App) => void, config: AppConfig): void {
  const app = new App(config);
  const { outdir, manifest } = app;
  try {
    withQuickCdktf(() => {
      build(app);
    });
  } catch (error) {
    removeEmpty(outdir);
    throw error;
  }
  const before = runsUnderCommand() ? undefined : generatedStacks(outdir);
  withQuickCdktf(() => {
    app.synth();
  });
  if (before === undefined) return;
  for (const said of removeStaleStacks(app)) console.error(said);
  const stacks = Object.values(manifest.stacks);
  process.stdout.write(
    synthesisSummary({
      folder: `${outdir}/${Manifest.stacksFolder}`,
      stacks: stacks.map(({ name }) => name),
      first: stacks.find(({ dependencies }) => dependencies.length === 0)?.name,
      changes: changesBetween(before, generatedStacks(outdir)),
      warnings: warningsOf(app),
      coverage: hasOrganization(app) ? commandOf("coverage", outdir) : undefined,
      plan: commandOf("plan", outdir),
    }),
  );
}

/**
 * Runs an app: builds it, writes its Terraform, and removes that of stacks which are gone. Where the app
 * was started directly, as by `npm run synth`, it prints the stacks, what changed since the last run and
 * what to do next; where the `cdktf` command started it, it leaves that to the command.
 *
 * What a person can put right, such as a wrong configuration, is printed without a stack trace, and ends
 * with exit code 1.
 * @param build adds stacks to the app
 * @param config of the app. Default: the output is written to `cdktf.out`, or to where the command says.
 * @throws what `build` throws, and cdktf, where it is a bug or a failed validation
 */
export function synthesize(build: (app: App) => void, config: AppConfig = {}): void {
  try {
    run(build, config);
  } catch (error) {
    console.error(messageFor(error));
    process.exitCode = 1;
  }
}
