import { renderInputTemplate } from "../../src/aws/eventbridge";
import {
  catalog,
  inputTransformerFor,
  placeSample,
  type AlertKind,
  type EventEnvelope,
  type MessageStyle,
  type SampleEvent,
} from "../../src/catalog";

const rule = { ruleArn: "arn:aws:events:eu-central-1:222222222222:rule/b/r", ruleName: "r" };

/** What a visitor can write into a sign-in: the name typed, and what the browser says it is. */
const visitorFields = ["userIdentity.userName", "userIdentity.arn", "userAgent", "errorMessage"];

const values: Readonly<Record<string, string>> = {
  "a quote": 'a"b',
  "a backslash at the end": "a\\",
  "a backslash before n": "a\\nb",
  "a new line": "a\nb",
  "an angle bracket": "<script>",
  "a template of Terraform": "${aws_sns_topic.x.arn}",
  "a right-to-left mark": "a\u202eb",
  "1,000 characters": "x".repeat(1000),
};

function replaced(
  detail: SampleEvent["detail"],
  path: string,
  value: string,
): SampleEvent["detail"] {
  const [key = "", ...rest] = path.split(".");
  const inner = detail[key];
  if (rest.length === 0) return { ...detail, [key]: value };
  const object = typeof inner === "object" && inner !== null ? inner : {};
  return { ...detail, [key]: replaced(object as SampleEvent["detail"], rest.join("."), value) };
}

function deliveredWith(kind: AlertKind, style: MessageStyle, path: string, value: string): boolean {
  const event = placeSample(kind.sample, { account: "111111111111", region: "us-east-1" });
  const hostile: EventEnvelope = { ...event, detail: replaced(event.detail, path, value) };
  const transformer = inputTransformerFor(kind, { partition: "aws", style });
  return renderInputTemplate(transformer, { ...hostile }, rule).delivered;
}

function undeliverable(style: MessageStyle): readonly string[] {
  return catalog.flatMap((kind) =>
    visitorFields.flatMap((path) => {
      const lost = Object.entries(values)
        .filter(([, value]) => !deliveredWith(kind, style, path, value))
        .map(([name]) => name);
      return lost.length === 0 ? [] : [`${kind.name}, ${path}: ${lost.join(", ")}`];
    }),
  );
}

describe("values that a visitor writes", () => {
  test("in the user agent never keep a standard message from being delivered", () => {
    expect(undeliverable("standard").filter((line) => line.includes("userAgent"))).toEqual([]);
  });

  test("end in the dead-letter queue only where these messages show them", () => {
    expect(undeliverable("standard")).toMatchSnapshot();
  });

  test("end in the dead-letter queue at more places where messages are full", () => {
    expect(undeliverable("full")).toMatchSnapshot();
  });

  test("never reach a message of the root user, whose words AWS writes", () => {
    expect(
      undeliverable("standard").filter((line) =>
        /^root-sign-in, user(Agent|Identity.userName)/.test(line),
      ),
    ).toEqual([]);
  });

  test("cannot make a template longer than EventBridge allows", () => {
    for (const kind of catalog) {
      for (const style of ["standard", "full"] as const) {
        const { inputTemplate, inputPaths } = inputTransformerFor(kind, {
          partition: "aws",
          style,
        });
        expect(inputTemplate.length).toBeLessThanOrEqual(8192);
        expect(Object.keys(inputPaths).length).toBeLessThanOrEqual(100);
      }
    }
  });
});
