import { compilePattern, patternLength } from "../../src/aws/eventbridge";
import { catalog, formattedMessage, forwarderPattern } from "../../src/catalog";
import { chatOf, kindsIn, mailOf } from "./mail-of-kind";
import { otherRecords, signInRecords } from "./records";

const kindsOf = kindsIn(catalog);
const defaultPattern = forwarderPattern(catalog.filter(({ onByDefault }) => onByDefault));
const forwarder = compilePattern(defaultPattern);

test("the pattern of the kinds that are on by default fits into a rule, and is by name", () => {
  expect(patternLength(defaultPattern)).toBeLessThanOrEqual(2048);
  expect(JSON.stringify(defaultPattern)).toContain("IntrospectOAuth2TokenWithIAM");
});

describe("the records of sign-ins", () => {
  test.each(signInRecords)("$name is of exactly one kind", ({ event }) => {
    expect(kindsOf(event).map(({ name }) => name)).toHaveLength(1);
  });

  test.each(otherRecords)("$name is of no kind", ({ event }) => {
    expect(kindsOf(event)).toEqual([]);
  });

  test.each(signInRecords)("$name is forwarded by default iff its kind is on", ({ event }) => {
    const [kind] = kindsOf(event);
    expect(forwarder.matches({ ...event })).toBe(kind?.onByDefault);
  });

  test("show every kind of the catalog", () => {
    const shown = signInRecords.flatMap(({ event }) => kindsOf(event).map(({ name }) => name));
    expect(catalog.map(({ name }) => name).filter((name) => !shown.includes(name))).toEqual([]);
  });

  test("read as a table, each with its kind, severity, mail, subject and chat text", () => {
    const table = signInRecords.map(({ name, event }) => {
      const [kind] = kindsOf(event);
      if (!kind) return `${name}: no kind`;
      const { name: of, severity } = kind;
      const { subject } = formattedMessage(
        { kind: of, severity, event },
        { partition: "aws", accountNames: {} },
      );
      const { title, description } = chatOf(kind, event);
      return [
        `## ${name}: ${of} (${severity})\n`,
        mailOf(kind, event),
        `Subject: ${subject}\n`,
        `Chat: ${title}\n\n${description}\n`,
      ].join("\n");
    });
    expect(table.join("\n")).toMatchSnapshot();
  });
});

describe("every mail", () => {
  const mails = signInRecords.flatMap(({ name, event }) =>
    kindsOf(event).map((kind) => ({ name, text: mailOf(kind, event) })),
  );

  test.each(mails)("of $name has no undefined, empty label or placeholder", ({ text }) => {
    expect(text).not.toMatch(/undefined|\[object|<\w+>|\$\{/);
    expect(text).not.toMatch(/^[\w ()']+: *$/m);
  });

  test.each(mails)("of $name stands between one pair of quotes", ({ text }) => {
    expect(text.match(/"/g)).toHaveLength(2);
    expect(text).toMatch(/^"[^]*\n"$/);
  });
});
