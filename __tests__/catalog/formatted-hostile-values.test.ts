import fc from "fast-check";
import { catalog, formattedMessage, placeSample, type AlertKind } from "../../src/catalog";
import { runs } from "../property-runs";

const context = { partition: "aws", accountNames: { "111111111111": "payments" } } as const;

type Json = Record<string, unknown>;

/** What a visitor, or a user by their name, can write into a sign-in. */
const visitorFields = [
  "userIdentity.userName",
  "userIdentity.arn",
  "userIdentity.principalId",
  "userIdentity.type",
  "userAgent",
  "errorMessage",
  "errorCode",
  "eventID",
  "awsRegion",
  "recipientAccountId",
  "sourceIPAddress",
  "requestParameters.targetPrincipal",
  "requestParameters.userName",
  "additionalEventData.MFAUsed",
  "responseElements.ConsoleLogin",
] as const;

const values: Readonly<Record<string, string>> = {
  "a quote": 'a"b',
  "a backslash before n": "a\\nb",
  "a new line and a line of ours": "a\nAccount: another (999999999999)",
  "a line separator": "a\u2028Account: another (999999999999)",
  "a carriage return": "a\r\nSubject: forged",
  "a NUL and an escape": "a\u0000\u001b[2Jb",
  "an angle bracket": "<script>alert(1)</script>",
  "a field of the catalog": "<account><userAgent>",
  "a template of Terraform": "${aws_sns_topic.x.arn}",
  "a replacement": "$& $1 $`",
  "a right-to-left mark": "a\u202eb\u2066c",
  "half a character": "a\ud800b",
  "a link": "https://evil.example/login and www.evil.example",
  "a link of ours": "Open in CloudTrail: https://evil.example",
  "a sentence of ours": "alice signed in to payments (111111111111) — Success",
  "100,000 characters": "x".repeat(100_000),
  "letters from afar": "管理者 Ärger 😀",
};

function replaced(json: Json, [key = "", ...rest]: readonly string[], value: unknown): Json {
  if (rest.length === 0) return { ...json, [key]: value };
  const inner = json[key];
  const object = typeof inner === "object" && inner !== null ? (inner as Json) : {};
  return { ...json, [key]: replaced(object, rest, value) };
}

function messageWith(kind: AlertKind, path: string, value: unknown) {
  const event = placeSample(kind.sample, { account: "111111111111", region: "us-east-1" });
  const hostile = { ...event, detail: replaced(event.detail, path.split("."), value) };
  const { name, severity } = kind;
  return formattedMessage({ kind: name, severity, style: "full", event: hostile }, context);
}

/** What is wrong with a message, whatever the value was. */
function problemsOf(kind: AlertKind, { subject, text }: ReturnType<typeof messageWith>): string[] {
  const lines = text.split("\n");
  const labels = lines.slice(2).flatMap((line) => /^[A-Z][\w ()']*(?=: )/u.exec(line) ?? []);
  return [
    ...(/^\[\w+\] [\x20-\x7e]{1,95}$/u.test(subject) && subject.length <= 99 ? [] : ["subject"]),
    ...(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u.test(
      text,
    )
      ? ["control character"]
      : []),
    ...(text.isWellFormed() ? [] : ["half a character"]),
    ...(new Set(labels).size === labels.length ? [] : ["two lines of one label"]),
    ...(lines[1] === "" && lines[2] === `Alert: ${kind.name} (${kind.severity})`
      ? []
      : ["second headline"]),
    ...(text
      .replace(/^Open in CloudTrail: https:\/\/[\w-]+\.console\.aws\.amazon\.com\/\S+$/mu, "")
      .match(/:\/\/|www\./u)
      ? ["link"]
      : []),
    ...(text.length < 10_000 ? [] : ["length"]),
    ...(/^(Account: another|Subject:)/mu.test(text) ? ["forged line"] : []),
  ];
}

declare global {
  interface String {
    isWellFormed(): boolean;
  }
}

describe("values that a visitor writes, formatted by the function", () => {
  test.each(Object.entries(values))("%s is shown and does no harm", (_, value) => {
    const found = catalog.flatMap((kind) =>
      visitorFields.flatMap((path) =>
        problemsOf(kind, messageWith(kind, path, value)).map((problem) => [
          kind.name,
          path,
          problem,
        ]),
      ),
    );
    expect(found).toEqual([]);
  });

  test("of any kind do no harm", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...catalog),
        fc.constantFrom(...visitorFields),
        fc.oneof(fc.string({ unit: "binary" }), fc.jsonValue()),
        (kind, path, value) => {
          expect(problemsOf(kind, messageWith(kind, path, value))).toEqual([]);
        },
      ),
      runs(500),
    );
  });

  const [root] = catalog;
  const failed = catalog.find(({ name }) => name === "failed-sign-in");
  if (!root || !failed) throw new Error("the catalog is empty");

  test("are spelled out, so that one value is not another", () => {
    const shown = (value: string) =>
      /^User agent: (.*)$/mu.exec(messageWith(root, "userAgent", value).text)?.[1];
    expect(shown("a\nb")).toBe("a\\nb");
    expect(shown("a\\nb")).toBe("a\\\\nb");
    expect(shown("a\u202eb\u001b")).toBe("a\\u202eb\\u001b");
    expect(shown("https://evil.example")).toBe("https[:]//evil.example");
    expect(shown("x".repeat(500))).toBe(`${"x".repeat(399)}…`);
  });

  test("stand in quotes where they are more than a word in a sentence", () => {
    const { text, subject } = messageWith(
      failed,
      "userIdentity.userName",
      "alice signed in to payments — Success",
    );
    expect(text).toMatch(/^Sign-in .* "alice signed in to payments — Success"/u);
    expect(subject).toContain('"alice signed in to payments - Success"');
  });

  test("cannot change where the link goes: then there is none", () => {
    const evil = "evil.example/#";
    expect(messageWith(root, "eventID", evil).text).not.toContain("Open in CloudTrail");
    const event = placeSample(root.sample, { account: "111111111111", region: evil });
    const { text } = formattedMessage({ kind: root.name, event }, context);
    expect(text).not.toContain("Open in CloudTrail");
  });

  test("cannot be the name of an account", () => {
    const event = placeSample(root.sample, { account: "constructor", region: "us-east-1" });
    const context = { partition: "aws", accountNames: {} } as const;
    expect(formattedMessage({ kind: root.name, event }, context).text).toContain(
      "Account: constructor\n",
    );
  });

  test("are escaped in the names of accounts as well", () => {
    const event = placeSample(root.sample, { account: "111111111111", region: "us-east-1" });
    const accountNames = { "111111111111": "a\nAccount: b" };
    const { subject, text } = formattedMessage(
      { kind: root.name, event },
      { partition: "aws", accountNames },
    );
    expect(text).toContain("Account: a\\nAccount: b (111111111111)");
    expect(subject).not.toContain("\n");
  });
});
