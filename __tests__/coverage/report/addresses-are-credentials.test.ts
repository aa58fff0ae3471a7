import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "yaml";
import { coverageOf, inventoryOfStacks, reportWriters } from "../../../src/coverage";
import { reviewJson, reviewMarkdown, reviewOf, traceText } from "../../../src/coverage/report";
import { expectationsOf, resolve } from "../../../src/plan";
import { capturedRun } from "../../cli/captured-run";
import { after, foundIn } from "../every-rule/raise";
import { rewriting, versionOf } from "../review/review-of";
import { organizationWith, stacksOf } from "../small-organization";

const KEY = "c0ffee0123456789";
const recipients = [`https://events.pagerduty.com/integration/${KEY}/enqueue`, "a@example.com"];
const shown = /https:events\.pagerduty\.com#[0-9a-f]{8}/u;
const stacks = stacksOf({ recipients });
const inventory = inventoryOfStacks(stacks);
const expected = expectationsOf(resolve(organizationWith({ recipients })));
const report = coverageOf(inventory, { expected });
const [event] = report.cells;

test("a report of coverage shows the host of an address, and not the rest", () => {
  expect(report.findings).toEqual([]);
  for (const { write } of reportWriters)
    expect(write(report, { colors: false })).not.toContain(KEY);
  const trace = event && report.traceOf(event);
  expect(trace?.deliveries[0]?.recipients.join()).toMatch(shown);
  const place = { source: "aws.signin", detailType: "x", account: "1", region: "r" };
  expect(trace && traceText(place, trace, { colors: false })).not.toContain(KEY);
});

test("so do findings of it", () => {
  const changes = [
    { filter_policy: '{"kind":["other"]}' },
    { protocol: "email" },
    { topic_arn: "elsewhere" },
  ];
  for (const change of [...changes, { endpoint: `https//x/${KEY}` }, undefined]) {
    const found = foundIn(
      after("aws_sns_topic_subscription", /pagerduty/u, change, stacks),
      expected,
    );
    expect(found.length).toBeGreaterThan(0);
    expect(JSON.stringify(found)).not.toContain(KEY);
  }
  expect(JSON.stringify(foundIn(stacks))).not.toContain(KEY);
});

test("so do findings that quote an address where it does not belong", () => {
  const [address] = recipients;
  const changes = ["protocol", "topic_arn", "raw_message_delivery", "redrive_policy", "provider"];
  for (const name of changes) {
    const changed = after("aws_sns_topic_subscription", /pagerduty/u, { [name]: address }, stacks);
    const findings = foundIn(changed, expected);
    expect(JSON.stringify(findings)).toContain("events.pagerduty.com#");
    expect(JSON.stringify(findings)).not.toContain(KEY);
  }
});

test("so does the review of a change, where the address comes or goes", () => {
  const [without, present] = [versionOf(), versionOf({ recipients })];
  for (const [base, head] of [
    [without, present],
    [present, without],
  ] as const) {
    const review = reviewOf(base, head, []);
    expect(reviewMarkdown(review)).toMatch(/events\.pagerduty\.com/u);
    expect(reviewMarkdown(review) + JSON.stringify(reviewJson(review))).not.toContain(KEY);
  }
});

test("a subscription keeps its confirmation though its address in Terraform changes", () => {
  const former = /https-eventspagerdutycom\w+_/u;
  const text = JSON.stringify(stacks);
  expect(text).toMatch(/"to":"aws_sns_topic_subscription\.\w[\w-]*https-eventspagerdutycom-/u);
  expect(former.test(text)).toBe(false);
  // As an earlier version named it, and moved nothing.
  const earlier = rewriting((written) => {
    const moves = [...written.matchAll(/\{"from":"[\w]+\.([\w-]+)","to":"\w+\.([\w-]+)"\}/gu)];
    const restored = written.replace(/"moved":\[.*?\],/gu, "");
    return moves.reduce((all, [, from = "", to = ""]) => all.replaceAll(to, from), restored);
  });
  const [base, head] = [versionOf({ recipients }, earlier), versionOf({ recipients })];
  expect(JSON.stringify(base.inventory.resources)).toContain(`integration2F${KEY}`);
  const review = reviewMarkdown(reviewOf(base, head, []));
  expect(review).toContain("No coverage lost");
  expect(review).not.toContain("confirm");
});

test("the command shows the host alone where a file is not YAML, or accepts what does not exist", async () => {
  const folder = mkdtempSync(join(tmpdir(), "addresses-"));
  const address = recipients[0] ?? "";
  try {
    const file = join(folder, "file.yaml");
    for (const text of [
      `accept: [${address}: [`,
      `accept:\n  - rule: "${address}\n`,
      `accept:\n  - rule: ${address}\n    reason: a\n    until: 2027-01-01\n`,
      `recipients: !${address} [a]\n`,
      `recipients: *${address}\n`,
      `? [${address}]\n: a\n`,
    ]) {
      writeFileSync(file, text);
      for (const argv of [
        ["check", "-c", file],
        ["coverage", "--no-config", "--accept", file],
      ]) {
        const { code, out, err } = await capturedRun(argv);
        expect(code).toBe(2);
        expect(out + err).not.toContain(KEY);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the command shows the host alone, in what is valid and in errors", async () => {
  const folder = mkdtempSync(join(tmpdir(), "addresses-"));
  try {
    const file = join(folder, "signin-alerts.yaml");
    const written = (others: readonly string[]) => {
      writeFileSync(file, stringify(organizationWith({ recipients: [...recipients, ...others] })));
    };
    written([]);
    for (const format of ["table", "json"]) {
      const { code, out, err } = await capturedRun(["check", "-c", file, "-f", format]);
      expect([code, err]).toEqual([0, ""]);
      expect(out).toContain("events.pagerduty.com#");
      expect(out).not.toContain(KEY);
    }
    written([
      `https://hooks.slack.com/services/${KEY}`,
      `http://pager.example.com/${KEY}`,
      ` https://pager.example.com/${KEY} `,
      `https://pager.example.com/\${${KEY}}`,
      recipients[0] ?? "",
    ]);
    const { code, out, err } = await capturedRun(["check", "-c", file]);
    expect(code).toBe(2);
    expect(err).toContain("hooks.slack.com");
    expect(out + err).not.toContain(KEY);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
