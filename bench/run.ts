import { parseArgs } from "node:util";
import { measureAppCommand } from "./app-command";
import { baseline, challenger, regionCounts } from "./organization";
import { megabytes, report, seconds, writePage } from "./report";
import { figure, measureSize, type SizeResult } from "./sizes";
import { contenders } from "./synthesis";
import { targets, verdictOn, type Results } from "./targets";

const { values: options } = parseArgs({
  options: {
    accounts: { type: "string" },
    regions: { type: "string", default: regionCounts.join(",") },
    quick: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});

function log(text: string): void {
  process.stderr.write(`${text}\n`);
}

function numbers(text: string, isAllowed: (value: number) => boolean): readonly number[] {
  const values = text.split(",").map(Number);
  const wrong = values.find((value) => !Number.isInteger(value) || !isAllowed(value));
  if (wrong !== undefined) throw new RangeError(`${text}: ${wrong} cannot be measured`);
  return [...new Set(values)].sort((a, b) => a - b);
}

function summary(result: SizeResult): string {
  const { strategy, accounts, regions } = result.size;
  const figures = contenders.map((name) => {
    const memory = megabytes(figure(result, name, "peakBytes"));
    return `${name} ${seconds(figure(result, name, "synthMs"))} s, ${memory} MB`;
  });
  return `${strategy}, ${accounts} × ${regions}: ${figures.join("; ")}`;
}

async function main(): Promise<void> {
  const { quick, write } = options;
  const allAccounts = quick ? "1,10" : "1,10,100,1000";
  const accounts = numbers(options.accounts ?? allAccounts, (count) => count > 0);
  const regions = numbers(options.regions, (count) => regionCounts.includes(count));
  const repetitions = quick ? 3 : 5;
  const sizes: SizeResult[] = [];
  const appCommand = quick ? { skipped: "left out by --quick" } : measureAppCommand(repetitions);
  const results: Results = { sizes, appCommand };
  // The larger number of regions first: most targets are about it.
  for (const regionCount of [...regions].reverse()) {
    for (const strategy of [baseline, challenger]) {
      for (const count of accounts) {
        const size = { strategy, accounts: count, regions: regionCount };
        const result = measureSize(size, repetitions);
        sizes.push(result);
        log(summary(result));
      }
      // What is measured stays, where the rest is stopped.
      if (write) await writePage(report(results));
    }
  }
  process.stdout.write(`${report(results)}\n`);
  for (const target of targets) {
    if (verdictOn(target, results) !== "FAIL") continue;
    log(`target missed: ${target.what}`);
    process.exitCode = 1;
  }
}

void main();
