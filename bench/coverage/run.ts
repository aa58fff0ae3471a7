import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { baseline, organizationOf, regionCounts } from "../organization";
import { plainEnvironment, synthesis } from "../synthesis";

const { values: options } = parseArgs({
  options: { accounts: { type: "string", default: "10,100,1000" } },
});

const root = join(__dirname, "../..");
const targets = { seconds: 20, gigabytes: 1 };

/** What the command took of an organization's output: seconds of the processor, and gigabytes. */
interface CoverageFigures {
  readonly seconds: number;
  readonly gigabytes: number;
}

/** Runs `signin-alerts coverage` of a folder and its configuration in a process of its own. */
function measured(file: string, outdir: string): CoverageFigures {
  // The command ends by `process.exit`: what it took is written there.
  const figures = `process.on("exit", () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage(); process.stderr.write(JSON.stringify({ seconds: (userCPUTime + systemCPUTime) / 1e6, gigabytes: maxRSS / 1e6 })); })`;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [
      ...["--import", "tsx", "--import", `data:text/javascript,${encodeURIComponent(figures)}`],
      ...[join(root, "src/cli/main.ts"), "coverage", outdir, "--config", file],
    ],
    { cwd: root, env: plainEnvironment(), encoding: "utf8", maxBuffer: 2 ** 26 },
  );
  if (status !== 0)
    throw new Error(`coverage of ${outdir} found gaps or failed:\n${stdout}${stderr}`);
  // Edge: the lines above wrote this JSON.
  return JSON.parse(stderr) as CoverageFigures;
}

function measuredOf(accounts: number): CoverageFigures {
  const folder = mkdtempSync(join(tmpdir(), "signin-coverage-"));
  try {
    const size = { strategy: baseline, accounts, regions: Math.max(...regionCounts) };
    const outdir = join(folder, "cdktf.out");
    mkdirSync(outdir);
    synthesis({ ...size, contender: "app", outdir, reference: outdir });
    const file = join(folder, "expected.yaml");
    // JSON is YAML, too.
    writeFileSync(file, JSON.stringify(organizationOf(size)));
    return measured(file, outdir);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const accounts of options.accounts.split(",").map(Number)) {
  const { seconds, gigabytes } = measuredOf(accounts);
  const isMet = seconds <= targets.seconds && gigabytes <= targets.gigabytes;
  if (!isMet) process.exitCode = 1;
  process.stdout.write(
    `${accounts} accounts: ${seconds.toFixed(1)} s, ${gigabytes.toFixed(2)} GB: ${isMet ? "pass" : "missed"}\n`,
  );
}
