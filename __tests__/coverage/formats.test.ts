import { findKind, placeSample, type JsonMessage } from "../../src/catalog";
import { coverageOf, inventoryOfStacks, traceEvent, type StackDocument } from "../../src/coverage";
import { traceJson, traceMarkdown, traceText } from "../../src/coverage/report";
import { expectationsOf, resolve } from "../../src/plan";
import type { Route, SignInAlertsProps } from "../../src/stacks";
import { after, type Change } from "./every-rule/raise";
import { said } from "./said";
import { HUB, HUB_REGION, MEMBER, organizationWith, stacksOf } from "./small-organization";

const QUEUE = `arn:aws:sqs:${HUB_REGION}:${HUB}:archive`;
const PAGER = "https://events.example.com/alerts";
const MAIL = "security@example.com";
const LAMBDA = "aws_lambda_function";

function organization(formats: Route["formats"], recipients: readonly string[]) {
  const change: Partial<SignInAlertsProps> = {
    formatter: true,
    operations: { recipients: [MAIL] },
    routes: [{ name: "pager", recipients, ...(formats && { formats }) }],
  };
  return { stacks: stacksOf(change), expected: expectationsOf(resolve(organizationWith(change))) };
}

function signIn() {
  const kind = findKind("root-sign-in");
  if (kind === undefined) throw new Error("no kind root-sign-in");
  return placeSample(kind.sample, { account: MEMBER, region: "us-east-2" });
}

const { accounts } = expectationsOf(resolve(organizationWith({})));
const accountNames = Object.fromEntries(accounts.map(({ id, name = id }) => [id, name]));
const traceOf = (stacks: readonly StackDocument[]) =>
  traceEvent(inventoryOfStacks(stacks), signIn(), { accountNames });
const place = { source: "aws.signin", detailType: "x", account: MEMBER, region: "us-east-2" };

describe("a route whose https addresses get JSON", () => {
  const { stacks, expected } = organization({ https: "json" }, [PAGER, QUEUE, MAIL]);
  const trace = traceOf(stacks);
  const [delivery] = trace.deliveries;

  test("gives them JSON, and all others the text", () => {
    expect(trace.blockers).toEqual([]);
    expect(trace.deliveries).toHaveLength(1);
    expect(delivery?.recipients).toHaveLength(3);
    expect(delivery?.json?.recipients).toEqual([
      expect.stringMatching(/^https:events\.example\.com|^https:https:\/\/events\.example\.com/u),
    ]);
    const json = JSON.parse(delivery?.json?.text ?? "") as JsonMessage;
    expect(json).toMatchObject({
      kind: "root-sign-in",
      severity: "critical",
      subject: delivery?.subject,
      text: delivery?.text,
      account: MEMBER,
    });
  });

  test("has functions that are told so, and others that are told nothing of formats", () => {
    const told = (from: readonly StackDocument[]) =>
      JSON.stringify(from).match(/"JSON_PROTOCOLS":"[^"]*"/gu) ?? [];
    const both = organization({ sqs: "json", https: "json", lambda: "text" }, [PAGER, QUEUE, MAIL]);
    expect(told(both.stacks)).toEqual(Array(2).fill('"JSON_PROTOCOLS":"https,sqs"'));
    expect(told(organization({ https: "text" }, [PAGER, MAIL]).stacks)).toEqual([]);
  });

  test("is traced with both messages, each to its readers", () => {
    const text = traceText(place, trace, { colors: false });
    const markdown = traceMarkdown(place, trace);
    for (const shown of [text, markdown]) {
      expect(shown).toContain('{"version":1,"deduplicationKey":"signin-alerts/root-sign-in/');
      expect(shown).toContain("Alert: root-sign-in (critical)");
    }
    const [mail = "", json = ""] = text.split('{"version":1');
    expect(mail).toContain(`email:${MAIL}`);
    expect(mail.lastIndexOf("https:")).toBeGreaterThan(mail.indexOf("Alert: root-sign-in"));
    expect(json).not.toContain(MAIL);
    expect(traceJson(place, trace).deliveries[0]?.json?.text).toBe(delivery?.json?.text);
  });

  test("is covered, and nothing is wrong", () => {
    const { cells, findings } = coverageOf(inventoryOfStacks(stacks), { expected });
    expect(cells.filter(({ covered }) => !covered)).toEqual([]);
    expect(findings.map(said)).toEqual([]);
  });

  test("tells the mailbox of what anybody can cause by a function that knows of JSON, too", () => {
    expect(expected.routes.map(({ json }) => json)).toEqual([["https"], ["https"]]);
  });
});

test("a route whose only recipient gets JSON shows no text that nobody reads", () => {
  const { stacks } = organization({ https: "json" }, [PAGER]);
  const text = traceText(place, traceOf(stacks), { colors: false });
  expect(text).toContain('{"version":1');
  expect(text).not.toMatch(/│ Alert: root-sign-in/u);
});

describe("formats that are not those of the configuration", () => {
  const wrong = (
    formats: Route["formats"],
    of: Route["formats"],
    change?: Change,
  ): readonly string[] => {
    const { stacks } = organization(formats, [PAGER, QUEUE, MAIL]);
    const { expected } = organization(of, [PAGER, QUEUE, MAIL]);
    const changed = change === undefined ? stacks : after(LAMBDA, /./, change, stacks);
    return coverageOf(inventoryOfStacks(changed), { expected }).findings.map(said);
  };

  test.each<[string, Route["formats"], Route["formats"], string]>([
    [
      "JSON instead of text",
      { https: "json" },
      { https: "text" },
      "it writes JSON for https, the configuration says none",
    ],
    [
      "text instead of JSON",
      undefined,
      { sqs: "json" },
      "it writes JSON for none, the configuration says sqs",
    ],
    [
      "JSON for others",
      { https: "json" },
      { sqs: "json" },
      "it writes JSON for https, the configuration says sqs",
    ],
  ])("fails on %s", (_, formats, of, detail) => {
    expect(wrong(formats, of).join("\n")).toContain(`format-differs: ${detail}`);
  });

  test("fails where people who are to get mail get JSON", () => {
    const { stacks, expected } = organization(undefined, [PAGER, QUEUE, MAIL]);
    const toJson: Change = (body) =>
      body["protocol"] === "email" ? { ...body, protocol: "email-json" } : body;
    const json = after("aws_sns_topic_subscription", /./, toJson, stacks);
    const found = coverageOf(inventoryOfStacks(json), { expected }).findings.map(said);
    const detail = "it sends JSON by email-json, the configuration says mail";
    expect([...new Set(found)]).toEqual([`format-differs: ${detail}`]);
  });

  test.each(["sqs,https", "https,http", "email"])("fails on the list %p", (list) => {
    const { stacks } = organization({ https: "json" }, [PAGER, QUEUE, MAIL]);
    const changed = after(
      LAMBDA,
      /./,
      (body) => {
        const { variables } = body["environment"] as { variables: Record<string, unknown> };
        return { ...body, environment: { variables: { ...variables, JSON_PROTOCOLS: list } } };
      },
      stacks,
    );
    expect(traceOf(changed).blockers[0]).toMatchObject({
      rule: "function-differs",
      detail: `its variable JSON_PROTOCOLS is ${list}`,
    });
  });
});
