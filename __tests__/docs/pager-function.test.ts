import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codeBlocks, pages } from "./pages";

const folder = mkdtempSync(join(tmpdir(), "signin-alerts-pager-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const blocks = pages()
  .flatMap(codeBlocks)
  .filter(({ page, info }) => page.endsWith("pagers.md") && info === "js");

const mail = [
  "Root user signed in to 555555555555 — Success",
  "",
  "Alert: root-sign-in (critical)",
  "Account: 555555555555",
  "Event ID: 6f0f5c3e-2d1a-4b8e-9c7d-1e2f3a4b5c6d",
  "",
].join("\n");

/** Runs the function of the page with a message of SNS, and gives what it posts; or what it throws. */
function posted(sns: object, status = 202): unknown {
  writeFileSync(join(folder, "index.mjs"), blocks.map(({ code }) => code).join("\n"));
  const event = { Records: [{ Sns: { MessageId: "m-1", TopicArn: "arn:topic", ...sns } }] };
  const program = `
    let sent;
    globalThis.fetch = async (url, { body }) => {
      sent = { url, body: JSON.parse(body) };
      return { ok: ${status < 300}, status: ${status} };
    };
    const { handler } = await import("./index.mjs");
    try {
      await handler(${JSON.stringify(event)});
      process.stdout.write(JSON.stringify(sent));
    } catch (error) {
      process.stdout.write(JSON.stringify({ thrown: error.message }));
    }`;
  const output = execFileSync(process.execPath, ["--input-type=module", "--eval", program], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, ROUTING_KEY: "key" },
  });
  return JSON.parse(output);
}

test.each([
  ["of EventBridge, in quotes and with line breaks", { Message: `"${mail}"` }],
  ["of EventBridge, as a text of JSON", { Message: JSON.stringify(mail) }],
  ["of the formatter", { Message: mail, Subject: "Root user signed in to 555555555555 — Success" }],
])("the function for PagerDuty triggers an event for a message %s", (_, sns) => {
  expect(blocks).toHaveLength(1);
  expect(posted(sns)).toEqual({
    url: "https://events.pagerduty.com/v2/enqueue",
    body: {
      routing_key: "key",
      event_action: "trigger",
      dedup_key: "signin-alerts/root-sign-in/6f0f5c3e-2d1a-4b8e-9c7d-1e2f3a4b5c6d",
      payload: {
        summary: "Root user signed in to 555555555555 — Success",
        source: "555555555555",
        severity: "critical",
        class: "root-sign-in",
        custom_details: { text: mail },
      },
    },
  });
});

test("what it does not understand is critical, and has a key of its own", () => {
  expect(posted({ Message: '{"requestContext":{}}' })).toMatchObject({
    body: { dedup_key: "m-1", payload: { severity: "critical", source: "arn:topic" } },
  });
});

test("fails where PagerDuty refuses, so that Lambda tries again", () => {
  expect(posted({ Message: mail }, 429)).toEqual({ thrown: "PagerDuty answered 429" });
});
