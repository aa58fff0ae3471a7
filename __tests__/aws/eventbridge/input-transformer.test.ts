import fc from "fast-check";
import {
  type InputTransformer,
  InvalidInputTransformerError,
  type JsonObject,
  type JsonValue,
  mailText,
  renderInputTemplate,
} from "../../../src/aws/eventbridge";

const rule = { ruleArn: "arn:aws:events:us-east-1:111111111111:rule/r", ruleName: "r" };
const event: JsonObject = {
  "detail-type": "AWS Console Sign In via CloudTrail",
  time: "2026-05-01T10:00:00Z",
  resources: ["first", "second"],
  detail: { user: "ana", mfa: true, tries: 2, error: null, outcome: { ConsoleLogin: "Success" } },
};
const paths = {
  user: "$.detail.user",
  mfa: "$.detail.mfa",
  tries: "$.detail.tries",
  error: "$.detail.error",
  outcome: "$.detail.outcome",
  all: "$.resources",
  second: "$.resources[1]",
  kind: "$.detail-type",
  gone: "$.detail.gone.deeper",
};
const render = (inputTemplate: string, from = event) =>
  renderInputTemplate({ inputPaths: paths, inputTemplate }, from, rule);

describe("a quoted string", () => {
  test.each([
    ['"<user> (<kind>)"', '"ana (AWS Console Sign In via CloudTrail)"'],
    ['"tried <tries> times, MFA <mfa>"', '"tried 2 times, MFA true"'],
    ['"[<gone>]"', '"[]"'],
    ['"<outcome>"', '"{ConsoleLogin:Success}"'],
    ['"<all> <second>"', '"[first,second] second"'],
    ['"<error>"', '"null"'],
    ['"say \\"<user>\\""', '"say \\"ana\\""'],
    ['"one\\n<user>"', '"one\\nana"'],
    ['"1 < 2 <user>"', '"1 < 2 ana"'],
    ['"<user>"\n"<tries>"\n', '"ana"\n"2"'],
  ])("renders %s", (template, text) => {
    expect(render(template)).toEqual({ delivered: true, text });
  });

  test("reads the rule's name and ARN, and the time the event came in", () => {
    const template =
      '"<aws.events.rule-name> <aws.events.rule-arn> <aws.events.event.ingestion-time>"';
    expect(render(template).text).toBe(`"r ${rule.ruleArn} 2026-05-01T10:00:00Z"`);
    const late = { ...rule, ingestionTime: "2026-05-01T10:00:09Z" };
    expect(
      renderInputTemplate({ inputPaths: {}, inputTemplate: template }, event, late).text,
    ).toContain("10:00:09Z");
  });
});

describe("a JSON object", () => {
  test("gets quotes round strings, JSON for the rest, and loses its white space", () => {
    expect(
      render('{ "u": <user>, "n": [9, <tries>],\n "o": <outcome>, "t": "a b <user>" }'),
    ).toEqual({
      delivered: true,
      text: '{"u":"ana","n":[9,2],"o":{"ConsoleLogin":"Success"},"t":"a b ana"}',
    });
  });

  test("has an empty string for an absent path, and null for null", () => {
    expect(render('{"g": <gone>, "e": <error>}').text).toBe('{"g":"","e":null}');
  });

  test("reads the whole event, with and without its detail", () => {
    const { text } = render('{"all": <aws.events.event.json>, "head": <aws.events.event>}');
    const rest = { time: event["time"], resources: event["resources"] };
    expect(JSON.parse(text)).toEqual({
      all: event,
      head: { detailType: event["detail-type"], ...rest },
    });
  });
});

describe("a value the visitor controls", () => {
  const withUser = (user: JsonValue): JsonObject => ({ detail: { user } });

  test.each([
    ["<b>", true],
    ["${aws_iam_user.x.arn} %{ if }", true],
    ["<user> <aws.events.rule-arn>", true],
    ["\u202Egnp.exe\u200F", true],
    ["x".repeat(1000), true],
    ["C:\\new", true],
    ['say "hi"', false],
    ["ends with \\", false],
    ["C:\\users", false],
    ["two\nlines", false],
    ['a"\n"b', false],
    ["a\tb", false],
  ])("%j is delivered: %s", (user, delivered) => {
    const rendered = render('"User: <user>."', withUser(user));
    expect(rendered.delivered).toBe(delivered);
    expect(rendered.text).toBe(`"User: ${user}."`);
  });

  test("that breaks the JSON is reported with a reason", () => {
    const rendered = render('{"u": <user>}', withUser('"'));
    expect(rendered).toMatchObject({ delivered: false });
    expect(rendered).toHaveProperty("reason", expect.stringMatching(/not valid JSON/));
  });

  test("stands in the text as it is, whatever it is", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (user) => {
        const rendered = render('"User: <user>."', withUser(user));
        const isSafe = JSON.stringify(user) === `"${user}"`;
        expect(rendered.text).toBe(`"User: ${user}."`);
        if (isSafe) expect(mailText(rendered.text)).toBe(`"User: ${user}."`);
        if (isSafe) expect(rendered.delivered).toBe(true);
      }),
    );
  });
});

describe("the mail", () => {
  test.each([
    ['"Root signed in\\nRegion: us-east-1"', '"Root signed in\nRegion: us-east-1"'],
    ['"say \\"hi\\""', '"say "hi""'],
    ['"one"\n"two"', '"one"\n"two"'],
    ['{"a":"b\\n"}', '{"a":"b\\n"}'],
  ])("of %j keeps the outer quotes and breaks the lines", (rendered, mail) => {
    expect(mailText(rendered)).toBe(mail);
  });
});

describe("a transformer AWS would refuse or read in its own way", () => {
  const many = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`v${i}`, "$.id"]));
  const of = (inputPaths: Record<string, string>, inputTemplate = '"x"'): InputTransformer => ({
    inputPaths,
    inputTemplate,
  });

  test.each<readonly [string, InputTransformer, RegExp]>([
    ["101 variables", of(many(101)), /defines 101 variables, allowed: at most 100/],
    ["8,193 characters", of({}, `"${"x".repeat(8191)}"`), /has 8193 characters/],
    ["a name that begins with AWS", of({ AWSuser: "$.id" }), /names "AWSuser"/],
    ["a name with a dot", of({ "a.b": "$.id" }), /names "a\.b"/],
    ["an undefined variable", of({}, '"<user>"'), /uses the variable <user>/],
    ["the whole event in quotes", of({}, '"<aws.events.event>"'), /inside quotes/],
    ["text without quotes", of({}, "hello"), /quoted strings/],
    ["a variable without quotes", of({ a: "$.id" }, "<a>"), /quoted strings/],
    ["an empty template", of({}, " "), /quoted strings/],
    ["two strings in one line", of({}, '"a" "b"'), /quoted strings/],
    ["a variable as a key", of({ a: "$.id" }, '{"<a>": 1}'), /keys are not variables/],
    ["an open object", of({ a: "$.id" }, '{"a": <a>'), /JSON object/],
    ["a path without $", of({ a: "detail.user" }), /inputPaths\.a is "detail\.user"/],
    ["a path in brackets", of({ a: "$['detail']" }), /allowed: \$, \$\.key/],
    ["a wildcard path", of({ a: "$.resources[*]" }), /inputPaths\.a/],
    ["a deep scan", of({ a: "$..user" }), /inputPaths\.a/],
    ["a path of 257 characters", of({ a: `$.${"x".repeat(255)}` }), /256 characters/],
  ])("fails on %s", (_what, transformer, message) => {
    expect(() => renderInputTemplate(transformer, event, rule)).toThrow(
      InvalidInputTransformerError,
    );
    expect(() => renderInputTemplate(transformer, event, rule)).toThrow(message);
  });

  test("100 variables and 8,192 characters are allowed", () => {
    const transformer = of(many(100), `"${"x".repeat(8190)}"`);
    expect(renderInputTemplate(transformer, event, rule).delivered).toBe(true);
  });
});
