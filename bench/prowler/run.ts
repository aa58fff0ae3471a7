import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { RealTerraform } from "../../__tests__/others/real-provider/real-terraform";
import { knownPart } from "../../__tests__/others/real-provider/unknown-arguments";
import { organizationOf } from "../../__tests__/terraform/organizations";
import { synthesizedStacks } from "../../__tests__/terraform/synthesized-stacks";
import { defaults } from "../../src/plan/defaults";
import type { SignInAlertsProps } from "../../src/stacks";
import { findJudges } from "../../steps/judges/judges";
import { cacheOfJudges } from "../../steps/judges/run-files";
import { MotoServer } from "../../steps/judges/server";
import { table, writeBetween } from "../markdown";
import { audited, settings } from "./settings";

// npm run prowler -- --prowler PROGRAM [--write]: what Prowler says of what is deployed, for docs/controls.md.
const { values: options } = parseArgs({
  options: {
    prowler: { type: "string", default: "prowler" },
    write: { type: "boolean", default: false },
  },
});
const services = ["cloudtrail", "cloudwatch", "eventbridge", "kms", "sns", "sqs"];

/** What a check says in one setting: `passes`, or how many resources fail it. */
type Answers = Map<string, string>;

interface Finding {
  readonly status_code: string;
  readonly metadata: { readonly event_code: string };
}

function answersOf(findings: readonly Finding[]): Answers {
  const answers: Answers = new Map();
  const checks = new Set(findings.map(({ metadata }) => metadata.event_code));
  for (const check of [...checks].sort()) {
    const statuses = findings
      .filter(({ metadata }) => metadata.event_code === check)
      .map(({ status_code: status }) => status);
    const failed = statuses.filter((status) => status !== "PASS").length;
    answers.set(check, failed === 0 ? "passes" : `${failed} of ${statuses.length} fail`);
  }
  return answers;
}

/** Runs Prowler on what the server has. @throws Error with the end of what it printed, where it does not end well */
function ask(server: MotoServer, folder: string, name: string): Answers {
  const { status, error, stdout, stderr } = spawnSync(
    options.prowler,
    [
      ...["aws", "--services", ...services, "--region", audited.region, "--no-banner"],
      ...["--output-formats", "json-ocsf", "--output-directory", folder],
      ...["--output-filename", name, "--ignore-exit-code-3"],
    ],
    { encoding: "utf8", env: { ...process.env, ...server.environment } },
  );
  if (status !== 0) {
    throw new Error(`${options.prowler}: ${error?.message ?? (stderr || stdout).slice(-2000)}`);
  }
  const file = join(folder, `${name}.ocsf.json`);
  // Edge: Prowler wrote this JSON.
  return answersOf(JSON.parse(readFileSync(file, "utf8")) as readonly Finding[]);
}

function prowlerVersion(): string {
  const { stdout } = spawnSync(options.prowler, ["--version"], { encoding: "utf8" });
  const version = /\d+\.\d+\.\d+/.exec(stdout)?.[0];
  if (version !== undefined) return version;
  throw new Error(`${options.prowler} is no Prowler: name the program with --prowler`);
}

async function main(): Promise<void> {
  const version = prowlerVersion();
  const { provider, server: found } = await findJudges(cacheOfJudges, defaults.providerVersion);
  if ("missing" in provider) throw new Error(provider.missing);
  if ("missing" in found) throw new Error(found.missing);
  const folder = mkdtempSync(join(tmpdir(), "signin-alerts-prowler-"));
  const accounts = [audited.account];
  const server = await MotoServer.start({
    python: found.python,
    accounts,
    log: join(folder, "moto.log"),
  });
  const answers = new Map<string, Answers>();
  const stacksOf = (props: SignInAlertsProps) =>
    knownPart(synthesizedStacks(organizationOf(props)), provider.version).stacks;
  const terraform = new RealTerraform(stacksOf(audited.props), provider, server);
  try {
    for (const [name, props] of Object.entries(settings)) {
      process.stderr.write(`${name} …\n`);
      terraform.change(stacksOf(props));
      await terraform.inOrder((stack) => terraform.create(stack));
      answers.set(name, ask(server, folder, `answers-${answers.size + 1}`));
    }
  } finally {
    terraform.close();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  const checks = [...new Set([...answers.values()].flatMap((each) => [...each.keys()]))].sort();
  const text = [
    `Prowler ${version} on what hashicorp/aws ${provider.version} made of it on moto's server ${found.version}, which is a store and not AWS.`,
    table(checks, [
      ["check", (check) => `\`${check}\``],
      ...[...answers].map(
        ([name, said]) => [name, (check: string) => said.get(check) ?? ""] as const,
      ),
    ]),
  ].join("\n\n");
  process.stdout.write(`${text}\n`);
  if (options.write) {
    await writeBetween(join(__dirname, "../../docs/controls.md"), "prowler", text);
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
