import { existsSync, mkdtempSync } from "node:fs";
import { cpus, loadavg, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { RealTerraform } from "../../__tests__/others/real-provider/real-terraform";
import { knownPart } from "../../__tests__/others/real-provider/unknown-arguments";
import type { RegionStrategy } from "../../src/config";
import { defaults } from "../../src/plan/defaults";
import { findJudges, type Judges } from "../../steps/judges/judges";
import { cacheOfJudges } from "../../steps/judges/run-files";
import { MotoServer } from "../../steps/judges/server";
import { writeBetween } from "../markdown";
import { accountStack, mostRegions, type AccountSize } from "./account-stack";
import { usageDuring } from "./process-tree";
import { tableOf, type CommandUsage, type Measured } from "./table";

const { values: options } = parseArgs({
  options: {
    regions: { type: "string", default: "1,5,17,34" },
    write: { type: "boolean", default: false },
  },
});
const strategies: readonly RegionStrategy[] = ["provider-per-region", "region-argument"];

async function measured(command: () => Promise<unknown>): Promise<CommandUsage> {
  const start = performance.now();
  const usage = await usageDuring(command);
  return { ...usage, seconds: (performance.now() - start) / 1000 };
}

async function measure(size: AccountSize, found: Present, server: MotoServer): Promise<Measured> {
  const { stacks, unknown } = knownPart([accountStack(size)], found.provider.version);
  const terraform = new RealTerraform(stacks, found.provider, server);
  const [stack = ""] = terraform.stacks;
  try {
    // `terraform init`, and 700 MB of provider that are read from the disk.
    await terraform.validate(stack);
    return {
      ...size,
      unknown,
      validate: await measured(() => terraform.validate(stack)),
      plan: await measured(() => terraform.changes(stack)),
    };
  } finally {
    terraform.close();
  }
}

interface Present {
  readonly terraform: { readonly version: string };
  readonly provider: { readonly version: string; readonly mirror: string };
  readonly server: { readonly version: string; readonly python: string };
}

/** @throws where something that a run needs is missing: one line for each */
function present({ terraform, provider, server }: Judges): Present {
  const missing = [terraform, provider, server].flatMap((judge) =>
    "missing" in judge ? [judge.missing] : [],
  );
  if (!existsSync("/proc/self/smaps_rollup"))
    missing.push("memory is read from /proc/PID/smaps_rollup, which Linux has from 4.14 on");
  if ("missing" in terraform || "missing" in provider || "missing" in server || missing.length > 0)
    throw new Error([...new Set(missing)].join("\n"));
  return { terraform, provider, server };
}

async function main(): Promise<void> {
  const found = present(await findJudges(cacheOfJudges, defaults.providerVersion));
  const regions = options.regions.split(",").map(Number);
  const wrong = regions.find(
    (count) => !Number.isInteger(count) || count < 1 || count > mostRegions,
  );
  if (wrong !== undefined)
    throw new RangeError(`--regions ${options.regions}: give numbers from 1 to ${mostRegions}`);
  const log = join(mkdtempSync(join(tmpdir(), "signin-alerts-bench-")), "moto.log");
  const accounts = ["111111111111", "222222222222"];
  const server = await MotoServer.start({ python: found.server.python, accounts, log });
  const results: Measured[] = [];
  try {
    for (const count of regions) {
      // Strategies take turns, so that a slow minute of the machine hits both.
      for (const strategy of strategies) {
        const result = await measure({ strategy, regions: count }, found, server);
        results.push(result);
        process.stderr.write(`${JSON.stringify(result)}\n`);
      }
    }
  } finally {
    await server.stop();
  }
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const text = [
    `Measured with Terraform ${found.terraform.version}, hashicorp/aws ${found.provider.version} and moto ${found.server.version}, ${cpus().length} cores, ${gigabytes} GB of memory, a load of ${loadavg()[2]?.toFixed(1) ?? "?"} in the last quarter of an hour: rely on the ratios within this run, not on the seconds.`,
    tableOf(results, found.provider.version),
  ].join("\n\n");
  process.stdout.write(`${text}\n`);
  if (!options.write) return;
  for (const page of ["bench/README.md", "docs/scale.md"])
    await writeBetween(join(__dirname, "../..", page), "provider", text);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
