import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import {
  inventoryOfStacks,
  readInventory,
  traceEvent,
  type TraceResult,
} from "../../../src/coverage";
import { traceJson, traceMarkdown, traceText } from "../../../src/coverage/report";
import { functionPackage } from "../../../src/formatter";
import { accountNames, formattedHub } from "../../modules/alert-formatter/formatted-hub";
import { MEMBER } from "../small-organization";
import { INVOKE, LAMBDA, rootSignIn, stacks, trace, withoutHub } from "./formatter-organization";

const TOPIC = "arn:aws:sns:eu-central-1:222222222222:signin-alerts";

describe("an event that a function publishes", () => {
  const { deliveries, blockers, findings } = trace(stacks);
  const [delivery] = deliveries;

  test("arrives with the subject and the text that its reader sees", () => {
    expect([blockers, findings, deliveries.length]).toEqual([[], [], 1]);
    expect(delivery).toMatchObject({
      kind: "root-sign-in",
      severity: "critical",
      topic: TOPIC,
      recipients: ["email:security@example.com"],
      subject: `[critical] Root user sign-in to payments (${MEMBER}): Success, MFA used: No`,
    });
    expect(delivery?.text).toContain(`Account: payments (${MEMBER})`);
  });

  test("passes steps that each name their resource", () => {
    expect(
      delivery?.hops.slice(6).map(({ name, resource }) => [name, resource?.address.split(".")[0]]),
    ).toEqual([
      ["alert rule", "aws_cloudwatch_event_rule"],
      ["target", "aws_cloudwatch_event_target"],
      ["function permission", LAMBDA],
      ["role trust", "aws_iam_role"],
      ["function", LAMBDA],
      ["role permission", "aws_iam_role"],
      ["topic policy", "aws_sns_topic"],
      ["key policy", "aws_kms_key"],
      ["fallback", INVOKE],
      ["subscription", "aws_sns_topic_subscription"],
    ]);
  });

  test("is reported with its subject", () => {
    const event = { source: "aws.signin", detailType: "x", account: MEMBER, region: "us-east-2" };
    const result = { deliveries, blockers, findings };
    const subject = "Root user sign-in to payments";
    expect(traceText(event, result, { colors: false })).toContain(
      `│ Subject: [critical] ${subject}`,
    );
    expect(traceMarkdown(event, result)).toMatch(/^Subject: .*Root user sign-in to payments/mu);
    expect(traceJson(event, result).deliveries[0]?.subject).toContain(subject);
  });
});

describe("the code of a function", () => {
  test("is known by its hash, of the names that the configuration has", () => {
    const other = { ...accountNames, [MEMBER]: "billing" };
    expect(trace(stacks, other).blockers[0]).toMatchObject({
      rule: "function-differs",
      detail: "source_code_hash",
    });
  });

  /** The hub as it is written, with something done to its folder. */
  function readBack(
    change: (zip: string) => void = () => undefined,
    names?: Readonly<Record<string, string>>,
  ): TraceResult {
    const outdir = mkdtempSync(join(tmpdir(), "formatter-test-"));
    try {
      const app = new App({ outdir });
      formattedHub()(app);
      app.synth();
      const [path = ""] = [...(readInventory(outdir).files?.keys() ?? [])];
      change(join(outdir, "stacks", path));
      const { resources, ...rest } = readInventory(outdir);
      const others = inventoryOfStacks(withoutHub);
      const inventory = { ...rest, resources: [...resources, ...others.resources] };
      return traceEvent(inventory, rootSignIn(), names && { accountNames: names });
    } finally {
      rmSync(outdir, { recursive: true, force: true });
    }
  }

  test("and the names are read from the package beside the Terraform", () => {
    const { deliveries, blockers } = readBack();
    expect(blockers).toEqual([]);
    expect(deliveries[0]?.subject).toContain(`payments (${MEMBER})`);
  });

  test("is not known where the package is another than the Terraform says", () => {
    const { blockers } = readBack((zip) => {
      writeFileSync(zip, functionPackage({}).zip);
    });
    expect(blockers[0]).toMatchObject({
      rule: "function-differs",
      detail: "source_code_hash is not that of its package",
    });
  });

  test("is not known where there is neither a package nor a name", () => {
    const { blockers } = readBack((zip) => {
      rmSync(zip);
    });
    expect(blockers[0]?.rule).toBe("function-code-unknown");
    expect(blockers[0]?.detail).toContain("cannot be read: it does not exist");
  });

  test.each([
    ["/srv/format.zip", "its path is absolute"],
    ["../../format.zip", "its path leads outside the folder of the stack"],
    ["assets/nothing.zip", "it does not exist"],
    [".", "it is no file"],
  ])("is not known where its package is %s, whatever the hash and the names", (filename, why) => {
    const { deliveries, blockers } = readBack((zip) => {
      const path = join(zip.replace(/assets.*$/u, ""), "cdk.tf.json");
      const text = readFileSync(path, "utf8");
      writeFileSync(path, text.replace(/"filename": "[^"]*"/u, `"filename": "${filename}"`));
    }, accountNames);
    expect(deliveries).toEqual([]);
    expect(blockers[0]).toMatchObject({
      rule: "function-code-unknown",
      detail: `${filename} cannot be read: ${why}`,
    });
  });
});
