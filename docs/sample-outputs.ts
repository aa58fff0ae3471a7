import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import type { Place } from "../src/aws";
import { findKind, placeSample } from "../src/catalog";
import { expectationsOf, resolve } from "../src/plan";
import { loadConfiguration } from "../src/stacks";
import {
  coverageOf,
  readInventory,
  traceEvent,
  type Delivery,
  type Inventory,
} from "../src/coverage";
import { coverageTable, type Version } from "../src/coverage/report";
import { SignInAlerts, type SignInAlertsProps } from "../src/stacks";

/** The checked-in configuration. */
export function example(): SignInAlertsProps {
  return loadConfiguration(join(__dirname, "../signin-alerts.yaml"));
}

/** What is generated of a configuration, after a change of its files. */
export function synthesized(
  configuration: SignInAlertsProps,
  change?: (outdir: string) => void,
): Inventory {
  const outdir = mkdtempSync(join(tmpdir(), "signin-alerts-docs-"));
  try {
    const app = new App({ outdir });
    new SignInAlerts(app, "signin-alerts", configuration);
    app.synth();
    change?.(outdir);
    return readInventory(outdir);
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** The first message of an event of the kind in that account and region. */
function delivered(configuration: SignInAlertsProps, kind: string, place: Place): Delivery {
  const sample = findKind(kind)?.sample;
  const [delivery] = sample
    ? traceEvent(synthesized(configuration), { ...placeSample(sample, place) }).deliveries
    : [];
  if (!delivery) throw new Error(`the example does not notify of ${kind} in ${place.account}`);
  return delivery;
}

function block(text: string): string {
  return ["```text", text, "```"].join("\n");
}

/** The example as it is generated, after a change of its files, and what would arrive then. */
export function exampleVersion(change?: (outdir: string) => void): Version {
  const configuration = example();
  const inventory = synthesized(configuration, change);
  const expected = expectationsOf(resolve(configuration));
  return {
    inventory,
    coverage: coverageOf(inventory, { expected }),
    configuration: "signin-alerts.yaml",
  };
}

/** Switches one rule of the example off, in its generated files. */
export function withoutOneRule(outdir: string): void {
  const file = join(outdir, "stacks/signin-account-555555555555/cdk.tf.json");
  const rule =
    /("name": "signin-alerts-forward",\s+"provider": "aws.eu-north-1",\s+"state": ")\w+/u;
  const text = readFileSync(file, "utf8");
  if (!rule.test(text)) throw new Error("the example has no such rule");
  writeFileSync(file, text.replace(rule, "$1DISABLED"));
}

/** What `signin-alerts coverage` says of the example. */
function coverage(change?: (outdir: string) => void): string {
  return coverageTable(exampleVersion(change).coverage, { colors: false }).trimEnd();
}

/** What `signin-alerts coverage` says of the example, below its table. */
export function coverageSample(): string {
  const text = coverage();
  return block(text.slice(text.indexOf("✓ covered")));
}

/** The same, all of it, where one rule is off. */
export function gapSample(): string {
  return block(coverage(withoutOneRule));
}

/** A mail of SNS, as its reader sees it. */
export function mailText(): string {
  const place = { account: "555555555555", region: "eu-north-1" };
  return delivered(example(), "iam-user-sign-in-without-mfa", place).text;
}

/** The same in a page. */
export function mailSample(): string {
  return block(mailText());
}

/** The subject that the formatter gives a mail. */
export function subjectSample(): string {
  const { subject } = delivered({ ...example(), formatter: true }, "root-sign-in", {
    account: "444444444444",
    region: "us-east-1",
  });
  if (subject === undefined) throw new Error("the formatter gives no subject");
  return block(`Subject: ${subject}`);
}

/** A message in Slack. */
export function chatText(): string {
  const { recipients, ...rest } = example();
  const slack = { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" };
  const routes = [{ name: "slack", slack }];
  const operations = recipients ? { recipients } : undefined;
  const configuration = { ...rest, routes, ...(operations && { operations }) };
  const place = { account: "111111111111", region: "us-east-1" };
  return delivered(configuration, "root-sign-in", place).text;
}

/** The same in a page. */
export function chatSample(): string {
  return block(chatText());
}
