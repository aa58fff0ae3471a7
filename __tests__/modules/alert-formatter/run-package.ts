import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { functionPackage } from "../../../src/formatter";

export const TOPIC = "arn:aws:sns:eu-central-1:222222222222:alerts";

/** What the function asked SNS for, or the message of what it threw. */
export interface Published {
  readonly TopicArn: string;
  readonly Subject: string;
  readonly Message: string;
  readonly MessageStructure?: string;
  readonly MessageAttributes: Readonly<
    Record<string, { readonly DataType: string; readonly StringValue: string }>
  >;
}

/** A stand-in for the SDK that Lambda brings along: it notes what is published, and fails when asked. */
const sdk = `
exports.published = [];
exports.PublishCommand = class { constructor(input) { this.input = input; } };
exports.SNSClient = class {
  async send({ input }) {
    if (process.env.SNS_FAILS) throw new Error(process.env.SNS_FAILS);
    exports.published.push(input);
  }
};`;

const driver = `
const sdk = require("@aws-sdk/client-sns");
const { handler } = require("./index.js");
const inputs = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
(async () => {
  for (const input of inputs) await handler(input);
  process.stdout.write(JSON.stringify(sdk.published));
})().catch((error) => { console.error(error.message); process.exitCode = 1; });`;

/** Runs the package, as Lambda would unpack it, for some inputs. @throws Error with its own words */
export function publishedBy(
  accountNames: Readonly<Record<string, string>>,
  inputs: readonly unknown[],
  environment: Readonly<Record<string, string>> = {},
): readonly Published[] {
  const folder = mkdtempSync(join(tmpdir(), "formatter-test-"));
  try {
    for (const [name, bytes] of Object.entries(unzipSync(functionPackage(accountNames).zip))) {
      writeFileSync(join(folder, name), bytes);
    }
    const module = join(folder, "node_modules/@aws-sdk/client-sns");
    mkdirSync(module, { recursive: true });
    writeFileSync(join(module, "index.js"), sdk);
    writeFileSync(join(folder, "driver.js"), driver);
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, "driver.js")], {
      input: JSON.stringify(inputs),
      encoding: "utf8",
      env: { TOPIC_ARN: TOPIC, ...environment },
      maxBuffer: 100_000_000,
    });
    if (status !== 0) throw new Error(stderr);
    // Edge: the driver wrote it.
    return JSON.parse(stdout) as readonly Published[];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
