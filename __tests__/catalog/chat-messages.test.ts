import { compilePattern, renderInputTemplate } from "../../src/aws/eventbridge";
import {
  catalog,
  chatNotification,
  chatTransformerFor,
  patternOf,
  type ChatNotification,
  type EventEnvelope,
} from "../../src/catalog";
import { chatReading } from "../../src/coverage/trace/chat";
import { hostileEvents } from "./hostile-events";
import { partFor } from "./mail-of-kind";
import { signInRecords } from "./records";

const rule = { ruleArn: "arn:aws:events:eu-central-1:222222222222:rule/b/r", ruleName: "r" };

const kinds = catalog.map((kind) => ({ kind, pattern: compilePattern(patternOf([kind])) }));

function kindOf(event: EventEnvelope): (typeof catalog)[number] {
  const [found] = kinds.filter(({ pattern }) => pattern.matches({ ...event }));
  if (found === undefined) throw new Error("the event is of no kind");
  return found.kind;
}

function rendered(event: EventEnvelope): string {
  const part = partFor(kindOf(event), event);
  const transformer = chatTransformerFor(part, { partition: "aws" });
  const { delivered, text } = renderInputTemplate(transformer, { ...event }, rule);
  return delivered ? text : "";
}

test.each(signInRecords.map(({ name, event }) => [name, event] as const))(
  "the recorded event %s is a custom notification that chat shows",
  (_, event) => {
    const text = rendered(event);
    const notification = JSON.parse(text) as ChatNotification;
    expect(notification).toMatchObject({
      version: "1.0",
      source: "custom",
      content: { textType: "client-markdown" },
      metadata: { eventType: kindOf(event).name },
    });
    expect(notification.id).toMatch(/^[\w-]{8,}$/);
    expect(notification.content.title.length).toBeLessThanOrEqual(250);
    expect(text).not.toMatch(/<\w+>/);
    expect(chatReading(text)).toHaveProperty("text");
  },
);

test("a title says severity, what happened, and how it ended", () => {
  const root = signInRecords.find(({ name }) => name.startsWith("root-sign-in-with"));
  const { content } = JSON.parse(root ? rendered(root.event) : "{}") as ChatNotification;
  expect(content.title).toMatch(/^\[critical\] Root user sign-in to \d{12} — Success/);
  expect(content.description).toMatch(/^- Identity: `arn:aws:iam::\d{12}:root`$/m);
  expect(content.nextSteps?.[0]).toMatch(/^Open in CloudTrail: https:\/\/\S+#\/events\/\S+$/);
});

test("no title shows a name that a user chose", () => {
  for (const kind of catalog) {
    const { title } = chatNotification(kind, { partition: "aws" }).content;
    expect(title).not.toMatch(/<(userName|principalId|requestedUser|errorMessage|identityArn)>/);
  }
});

test("the link leads to the console of the partition", () => {
  for (const kind of catalog) {
    const [step] = chatNotification(kind, { partition: "aws-cn" }).content.nextSteps ?? [];
    if (step !== undefined) expect(step).toContain("console.amazonaws.cn/");
  }
});

test("the severity is the one that the kind is given", () => {
  const [kind] = catalog;
  const lowered = kind && chatNotification({ ...kind, severity: "low" }, { partition: "aws" });
  expect(lowered?.content.title).toContain("[low]");
  expect(lowered?.content.keywords).toContain("low");
});

test("templates and paths are within EventBridge's limits", () => {
  for (const kind of catalog) {
    const { inputPaths, inputTemplate } = chatTransformerFor(kind, { partition: "aws" });
    expect(inputTemplate.length).toBeLessThanOrEqual(8192);
    expect(Object.keys(inputPaths).length).toBeLessThanOrEqual(100);
  }
});

test("only characters that AWS lets no name have keep a message from chat", () => {
  for (const kind of catalog) {
    const transformer = chatTransformerFor(kind, { partition: "aws" });
    for (const { name, value, event } of hostileEvents(kind)) {
      const { delivered } = renderInputTemplate(transformer, { ...event }, rule);
      // IAM allows letters, digits and _+=,.@- in names.
      if (!/["\\\n]/.test(value)) expect([name, delivered]).toEqual([name, true]);
    }
  }
});

test("the user agent is in no message, and a hostile one changes nothing", () => {
  for (const kind of catalog) {
    const transformer = chatTransformerFor(kind, { partition: "aws" });
    const texts = hostileEvents(kind)
      .filter(({ path }) => path === "userAgent")
      .map(({ event }) => renderInputTemplate(transformer, { ...event }, rule).text);
    expect(new Set(texts).size).toBe(1);
  }
});

test("a value that needs no escaping cannot become another member of the notification", () => {
  for (const kind of catalog) {
    const transformer = chatTransformerFor(kind, { partition: "aws" });
    const plain = keysOf(chatNotification(kind, { partition: "aws" }));
    for (const { value, event } of hostileEvents(kind)) {
      if (/["\\\n]/.test(value)) continue;
      const { text } = renderInputTemplate(transformer, { ...event }, rule);
      expect(keysOf(JSON.parse(text))).toEqual(plain);
    }
  }
});

function keysOf(json: unknown): readonly string[] {
  if (typeof json !== "object" || json === null || Array.isArray(json)) return [];
  return Object.entries(json).flatMap(([key, value]) => [key, ...keysOf(value)]);
}
