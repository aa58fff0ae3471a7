import fc from "fast-check";
import { mailText, renderInputTemplate } from "../../src/aws/eventbridge";
import {
  chatTransformerFor,
  findKind,
  formattedMessage,
  formatterInputFor,
  inputTransformerFor,
  messageStyles,
  noteProblem,
  placeSample,
  type AlertKind,
  type ChatNotification,
} from "../../src/catalog";
import { runs } from "../property-runs";

const rule = { ruleArn: "arn:aws:events:eu-central-1:222222222222:rule/b/r", ruleName: "r" };
const note = "Runbook: https://wiki.example.com/root?a=1#who — 24×7";

function rootSignIn(): AlertKind {
  const kind = findKind("root-sign-in");
  if (!kind) throw new Error("the catalog has no kind root-sign-in");
  return kind;
}

const noted = (text: string): AlertKind => ({ ...rootSignIn(), note: text });
const event = placeSample(rootSignIn().sample, { account: "111111111111", region: "us-east-1" });

function mailWith(text: string, style: (typeof messageStyles)[number] = "standard"): string {
  const transformer = inputTransformerFor(noted(text), { partition: "aws", style });
  return mailText(renderInputTemplate(transformer, { ...event }, rule).text);
}

describe("the note of a kind", () => {
  test.each(messageStyles)("is a line of a %s mail, below the name of the kind", (style) => {
    expect(mailWith(note, style)).toContain(
      `Alert: root-sign-in (critical)\nNote: ${note}\nIdentity:`,
    );
  });

  test("is a line in chat, where its address is a link", () => {
    const transformer = chatTransformerFor(noted(note), { partition: "aws" });
    const { text } = renderInputTemplate(transformer, { ...event }, rule);
    const { content } = JSON.parse(text) as ChatNotification;
    expect(content.description.trimEnd().split("\n").at(-1)).toBe(`- Note: ${note}`);
  });

  test("is a line of a mail that a function writes", () => {
    const { inputTemplate } = formatterInputFor(noted(note));
    const input: unknown = JSON.parse(
      inputTemplate.replace("<aws.events.event.json>", () => JSON.stringify(event)),
    );
    const { text } = formattedMessage(input, { partition: "aws", accountNames: {} });
    expect(text).toContain(`\nAlert: root-sign-in (critical)\nNote: ${note}\n`);
  });

  test("is not shown by a function where it could not be the note of a kind", () => {
    for (const bad of ["a\nb", "<account>", "x".repeat(201), "", 7, {}]) {
      const input = { kind: "root-sign-in", severity: "high", note: bad, event };
      const { text } = formattedMessage(input, { partition: "aws", accountNames: {} });
      expect(text).not.toContain("Note:");
    }
  });

  test("is what was written, whatever may be written", () => {
    const texts = fc.string({ unit: "grapheme", minLength: 1, maxLength: 220 });
    fc.assert(
      fc.property(
        texts.filter((text) => noteProblem(text) === undefined),
        (text) => {
          expect(mailWith(text)).toContain(`\nNote: ${text}\n`);
        },
      ),
      runs(200),
    );
  });

  test.each([
    ["a quote", 'say "hello"', /has a "/],
    ["a backslash", "C:\\runbook", /has a \\/],
    ["a placeholder", "see <account>", /has a </],
    ["an expression of Terraform", "${var.runbook}", /has a \{/],
    ["a line break", "one\ntwo", /nobody sees/],
    ["a mark that turns the direction of writing", "a\u202eb", /nobody sees/],
    ["a separator of lines", "a\u2028b", /nobody sees/],
    ["a space that is not one", "a\u00a0b", /nobody sees/],
    ["half a character", "a\ud800", /nobody sees/],
    ["nothing", "  ", /is empty/],
    ["201 characters", "x".repeat(201), /has 201 characters/],
  ])("fails with %s", (_, text, problem) => {
    expect(noteProblem(text)).toMatch(problem);
  });

  test("may have 200 characters, however many bytes each has", () => {
    expect(noteProblem("🔑".repeat(200))).toBeUndefined();
  });
});
