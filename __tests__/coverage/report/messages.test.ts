import { traceJson, traceMarkdown, traceText } from "../../../src/coverage/report";
import { pageData } from "../../../src/coverage/report/html/page-data";
import type { Delivery } from "../../../src/coverage/trace-result";
import { sampleReport, smallOrganization } from "./sample-report";

const place = { source: "aws.signin", detailType: "x", account: "1", region: "us-east-1" };
const hub = { name: "event bus policy", reason: "it lets the account send" };

function delivery(route: string, text: string, recipients = [`email:${route}@example.com`]) {
  const hops = [hub, { name: "alert rule", reason: `the rule of ${route} matches` }];
  const topic = `arn:aws:sns:eu-central-1:222222222222:${route}`;
  return { kind: "root-sign-in", topic, recipients, text, hops } satisfies Delivery;
}

const deliveries = [
  delivery("security", "Root user sign-in"),
  delivery("chat", "{}"),
  delivery("pager", "Root user sign-in", ["sms:+491701234567", "email:security@example.com"]),
];
const trace = { deliveries, blockers: [], findings: [] };

function times(text: string, part: string): number {
  return text.split(part).length - 1;
}

test.each([
  ["text", traceText(place, trace, { colors: false })],
  ["Markdown", traceMarkdown(place, trace)],
])("a message that several routes send is in the %s once, with each of its ways", (_, said) => {
  expect(times(said, "Root user sign-in")).toBe(1);
  for (const { recipients, hops } of deliveries) {
    for (const { reason } of hops) expect(times(said, reason)).toBe(1);
    for (const recipient of recipients) expect(said).toContain(recipient);
  }
});

test("all recipients of one message are named above it, each once", () => {
  const said = traceText(place, trace, { colors: false });
  const everybody = "email:security@example.com, sms:+491701234567";
  expect(said).toContain(`The same message to ${everybody}:\n\n  │ Root user sign-in`);
  expect(times(said, "The same message")).toBe(1);
  expect(traceMarkdown(place, trace)).toContain(
    "To `email:security@example.com`, `sms:+491701234567`:\n",
  );
});

test("messages that differ in their subject alone are not the same", () => {
  const first = delivery("security", "Root user sign-in");
  const differing = [
    { ...first, subject: "one" },
    { ...first, subject: "two" },
  ];
  const said = traceText(place, { ...trace, deliveries: differing }, { colors: false });
  expect(times(said, "Subject: ")).toBe(2);
  expect(times(said, "Root user sign-in")).toBe(2);
});

test("JSON has every delivery with its own message, as before", () => {
  expect(traceJson(place, trace).deliveries).toEqual(deliveries);
});

test("the page has one message with each of its ways", () => {
  const report = { ...sampleReport(smallOrganization), traceOf: () => trace };
  const { traces, strings } = pageData(report);
  const messages = traces[0]?.messages.map(({ text, deliveries: ways }) => [
    strings[text],
    ways.map(({ recipients }) => recipients.map((index) => strings[index])),
  ]);
  expect(messages).toEqual([
    [
      "Root user sign-in",
      [["email:security@example.com"], ["sms:+491701234567", "email:security@example.com"]],
    ],
    ["{}", [["email:chat@example.com"]]],
  ]);
});
