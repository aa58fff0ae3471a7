import fc from "fast-check";
import { mailText, renderInputTemplate } from "../../src/aws/eventbridge";
import {
  catalog,
  chatTransformerFor,
  formattedMessage,
  inputTransformerFor,
  messageStyles,
  placeSample,
  plainParts,
  type AlertKind,
  type ChatNotification,
  type InputTransformer,
} from "../../src/catalog";
import type { JsonObject, JsonValue } from "../../src/json/value";
import { runs } from "../property-runs";

const rule = { ruleArn: "arn:aws:events:eu-central-1:222222222222:rule/b/r", ruleName: "r" };
const context = { partition: "aws", accountNames: {} } as const;
const NAME = "REPLAY-20261120T080000Z-20261120T090000Z";

function eventOf({ sample }: AlertKind, replayName?: JsonValue): JsonObject {
  const event = placeSample(sample, { account: "111111111111", region: "us-east-1" });
  return { ...event, ...(replayName !== undefined && { "replay-name": replayName }) };
}

function rendered(transformer: InputTransformer, event: JsonObject): string {
  const { delivered, text } = renderInputTemplate(transformer, event, rule);
  if (!delivered) throw new Error("it is not delivered");
  return text;
}

const parts = catalog.flatMap((kind) => plainParts(kind));

test.each(messageStyles)(
  "the second line of a %s mail names the replay, and is empty without",
  (style) => {
    for (const part of parts) {
      const transformer = inputTransformerFor(part, { partition: "aws", style });
      const linesOf = (replayName?: string) =>
        mailText(rendered(transformer, eventOf(part, replayName))).split("\n");
      const [plain, replayed] = [linesOf(), linesOf(NAME)];
      expect([plain[1], replayed[1]]).toEqual(["", NAME]);
      expect(replayed.toSpliced(1, 1)).toEqual(plain.toSpliced(1, 1));
    }
  },
);

test("the last line of a notification of chat names the replay, and is empty without", () => {
  for (const part of parts) {
    const transformer = chatTransformerFor(part, { partition: "aws" });
    const linesOf = (replayName?: string) =>
      (
        JSON.parse(rendered(transformer, eventOf(part, replayName))) as ChatNotification
      ).content.description.split("\n");
    const [plain, replayed] = [linesOf(), linesOf(NAME)];
    expect([plain.at(-1), replayed.at(-1)]).toEqual(["", NAME]);
    expect(replayed.slice(0, -1)).toEqual(plain.slice(0, -1));
  }
});

test("the function says it in the subject and in the second line", () => {
  for (const kind of catalog) {
    const of = (replayName?: string) =>
      formattedMessage({ kind: kind.name, event: eventOf(kind, replayName) }, context);
    const [plain, replayed] = [of(), of(NAME)];
    expect(plain.subject).toMatch(new RegExp(`^\\[${kind.severity}\\] `));
    expect(replayed.subject).toMatch(new RegExp(`^\\[replay\\] \\[${kind.severity}\\] `));
    expect(replayed.subject.length).toBeLessThanOrEqual(99);
    expect(plain.text.split("\n")[1]).toBe("");
    expect(replayed.text.split("\n")[1]).toBe(`Replay: ${NAME}`);
    expect(replayed.text.split("\n").toSpliced(1, 1)).toEqual(
      plain.text.split("\n").toSpliced(1, 1),
    );
  }
});

test("whatever name AWS accepts for a replay, every message is delivered", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...parts),
      fc.stringMatching(/^[.\-_A-Za-z0-9]{1,64}$/),
      (part, name) => {
        const mail = inputTransformerFor(part, { partition: "aws" });
        expect(mailText(rendered(mail, eventOf(part, name))).split("\n")[1]).toBe(name);
        const chat = rendered(chatTransformerFor(part, { partition: "aws" }), eventOf(part, name));
        expect((JSON.parse(chat) as ChatNotification).content.description.endsWith(name)).toBe(
          true,
        );
      },
    ),
    runs(100),
  );
});

test("a name of any other kind does the function's message no harm", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...catalog),
      fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue() as fc.Arbitrary<JsonValue>),
      (kind, name) => {
        const { subject, text } = formattedMessage(
          { kind: kind.name, event: eventOf(kind, name) },
          context,
        );
        expect(subject).toMatch(/^(?:\[replay\] )?\[\w+\] [\x20-\x7e]+$/u);
        expect(subject.length).toBeLessThan(100);
        const [, second, third] = text.split("\n");
        expect(second).toMatch(/^(?:Replay: .+)?$/u);
        expect(third).toBe(`Alert: ${kind.name} (${kind.severity})`);
      },
    ),
    runs(200),
  );
});
