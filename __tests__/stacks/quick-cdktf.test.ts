import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { App, TerraformStack, Tokenization } from "cdktf";
import { loadConfiguration, SignInAlerts } from "../../src/stacks";
import { withQuickCdktf } from "../../src/stacks/quick-cdktf";
import { temporaryFolder } from "../terraform/synthesized-stacks";

const folder = join(__dirname, "../fixtures/configurations");

/** The Terraform of a configuration, by stack. */
function written(file: string, run: (work: () => void) => void): ReadonlyMap<string, string> {
  const outdir = temporaryFolder();
  try {
    run(() => {
      const app = new App({ outdir });
      new SignInAlerts(app, "signin-alerts", loadConfiguration(join(folder, file)));
      app.synth();
    });
    const stacks = readdirSync(join(outdir, "stacks")).sort();
    return new Map(
      stacks.map((name) => [
        name,
        readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8"),
      ]),
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

/** All in CI; where a developer waits, a third of them. */
const files = readdirSync(folder).filter((_, at) => process.env["CI"] === "true" || at % 3 === 0);

test.each(files)("%s is the same to the byte as with cdktf as it is", (file) => {
  const quick = written(file, withQuickCdktf);
  expect(quick.size).toBeGreaterThan(0);
  expect([...quick]).toEqual([
    ...written(file, (work) => {
      work();
    }),
  ]);
});

test("a reference to another stack becomes an output there and a data source here", () => {
  const outdir = temporaryFolder();
  try {
    withQuickCdktf(() => {
      const app = new App({ outdir });
      const stacks = ["there", "here"].map((name) => new TerraformStack(app, name));
      const [there, here] = stacks;
      if (!there || !here) throw new Error("no stacks");
      for (const stack of stacks) new AwsProvider(stack, "aws", { region: "eu-central-1" });
      const queue = new SqsQueue(there, "queue", { name: "queue" });
      new SqsQueue(here, "queue", { name: "other", policy: queue.arn });
      app.synth();
    });
    const [here, there] = ["here", "there"].map((name) =>
      readFileSync(join(outdir, "stacks", name, "cdk.tf.json"), "utf8"),
    );
    expect(there).toContain("cross-stack-output-aws_sqs_queuequeuearn");
    expect(here).toContain("terraform_remote_state");
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
});

test("cdktf is put back as it was, whatever was thrown", () => {
  const capture = Object.getOwnPropertyDescriptor(Error, "captureStackTrace");
  const resolve = Object.getOwnPropertyDescriptor(Tokenization, "resolve");
  const { noDeprecation } = process;
  expect(() => {
    withQuickCdktf(() => {
      throw new TypeError("a bug");
    });
  }).toThrow("a bug");
  expect(Object.getOwnPropertyDescriptor(Error, "captureStackTrace")).toEqual(capture);
  expect(Object.getOwnPropertyDescriptor(Tokenization, "resolve")).toEqual(resolve);
  expect(Boolean(process.noDeprecation)).toBe(Boolean(noDeprecation));
});
