import { measureAppCommand } from "./measurements/app-command";
import { measureSize, type SizeResult } from "./measurements/sizes";
import { isSkipped, type Skipped } from "./measurements/skipped";
import { figure } from "./measurements/statistics";
import { measureTerraform, type TerraformFigures } from "./measurements/terraform";
import { readOptions, type Options } from "./options";
import { writePage } from "./report/page";
import { report } from "./report/report";
import { megabytes, seconds } from "./report/table";
import type { Results } from "./results";
import { strategies } from "./strategies";
import { targets, verdictOn } from "./targets";

function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

function summary({ rounds, size: { accounts, regions } }: SizeResult): string {
  const contender = (name: "library" | "app" | "bare"): string =>
    `${name} ${seconds(figure(rounds, name, "synthMs"))} s, ${megabytes(figure(rounds, name, "peakBytes"))} MB`;
  return `${accounts} × ${regions}: ${[contender("library"), contender("app"), contender("bare")].join("; ")}`;
}

async function measure(options: Options): Promise<Results> {
  const { accounts, regions, repetitions, tsNode, write } = options;
  tell("app command …");
  const appCommand = tsNode ? measureAppCommand(repetitions) : { skipped: "left out by --quick" };
  if (isSkipped(appCommand)) tell(`not measured: ${appCommand.skipped}`);
  const sizes: SizeResult[] = [];
  const terraform: (TerraformFigures | Skipped)[] = [];
  // The larger number of regions first: most targets are about it.
  for (const regionCount of [...regions].reverse()) {
    for (const { name: strategy } of strategies) {
      tell(`${strategy}, Terraform …`);
      terraform.push(await measureTerraform({ strategy, regions: regionCount }, repetitions));
      for (const accountCount of accounts) {
        const size = { strategy, accounts: accountCount, regions: regionCount };
        const result = measureSize(size, repetitions);
        tell(`${strategy}, ${summary(result)}`);
        sizes.push(result);
      }
      // What is measured stays, where the rest is stopped.
      if (write) await writePage(report({ sizes, terraform, appCommand }));
    }
  }
  return { sizes, terraform, appCommand };
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const results = await measure(options);
  const text = report(results);
  process.stdout.write(`${text}\n`);
  if (options.write) await writePage(text);
  const failed = targets.filter((target) => verdictOn(target, results) === "FAIL");
  for (const { what } of failed) tell(`target missed: ${what}`);
  if (failed.length > 0) process.exitCode = 1;
}

void main();
