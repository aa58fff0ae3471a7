import {
  chatTransformerFor,
  formattedMessage,
  formatterInputFor,
  inputTransformerFor,
} from "../../../src/catalog";
import { compileInputTransformer, type InputTransformer } from "../../../src/aws/eventbridge";
import { drillEvent } from "../../../src/cli/drill/notified-topics";
import { kindNamed } from "../../../src/cli/kind-input";
import { isExpected, receivedAlert } from "../../../src/live/drill/arrival";
import { loadConfiguration, resolve } from "../../../src/plan";

const plan = resolve(loadConfiguration("signin-alerts.yaml"));
const place = { account: "555555555555", region: "ap-southeast-3" };
const session = {
  role: "signin-alerts-drill",
  session: "signin-alerts-drill-20261127015007-555555555555-ap-southeast-3",
};
const event = drillEvent(plan, place, session);
const kind = kindNamed("federated-sign-in");
const topic = { arn: "arn:aws:sns:eu-central-1:222222222222:a", routes: ["a"] };

function rendered(transformer: InputTransformer, what: object = event): string {
  return compileInputTransformer(transformer)({ ...what }, { ruleArn: "", ruleName: "" }).text;
}

const context = { partition: "aws" } as const;
const forms: readonly (readonly [string, (what?: object) => string])[] = [
  ["a mail", (what) => rendered(inputTransformerFor(kind, context), what)],
  [
    "a full mail",
    (what) => rendered(inputTransformerFor(kind, { ...context, style: "full" }), what),
  ],
  ["chat", (what) => rendered(chatTransformerFor(kind, context), what)],
  [
    "the function",
    (what) =>
      formattedMessage(JSON.parse(rendered(formatterInputFor(kind), what)), {
        ...context,
        accountNames: { "555555555555": "payments-dev" },
      }).text,
  ],
  ["the plain event", (what = event) => JSON.stringify(what)],
];

test.each(forms)(
  "the drill is recognized in %s, with the time and region of its record",
  (_, text) => {
    const message = {
      Type: "Notification",
      TopicArn: topic.arn,
      Message: text(),
      Timestamp: "2026-11-27T01:50:09.500Z",
    };
    const alert = receivedAlert({ body: JSON.stringify(message), sent: 0 });
    expect(alert).toMatchObject({
      hops: {
        event: event.detail["eventTime"],
        published: "2026-11-27T01:50:09.500Z",
        queued: "1970-01-01T00:00:00.000Z",
      },
      recordedIn: "ap-southeast-3",
    });
    const expected = { ...place, topic, mark: session.session };
    expect(alert && isExpected(expected, alert)).toBe(true);
    expect(alert && isExpected({ ...expected, mark: session.session.slice(0, -1) }, alert)).toBe(
      false,
    );
    expect(alert && isExpected({ ...expected, topic: { ...topic, arn: "b" } }, alert)).toBe(false);
  },
);

test.each([
  ["no JSON", "{"],
  ["a number", "1"],
  ["null", "null"],
  ["a list", "[]"],
  ["an envelope without a message", '{"TopicArn":"a"}'],
  ["a message that is no text", '{"TopicArn":"a","Message":{}}'],
])("%s is no alert", (_, body) => {
  expect(receivedAlert({ body })).toBeUndefined();
});

test("times that a message does not hold are absent", () => {
  const body = JSON.stringify({ TopicArn: "a", Message: "drill", Timestamp: "soon" });
  expect(receivedAlert({ body })).toEqual({ topicArn: "a", text: "drill", hops: {} });
});

test.each(forms)("the replay of a drill is recognized in %s", (_, text) => {
  const name = "REPLAY-drill-20261127015007";
  const message = text({ ...event, "replay-name": name });
  const body = JSON.stringify({ TopicArn: topic.arn, Message: message });
  const alert = receivedAlert({ body });
  expect(alert && isExpected({ ...place, topic, mark: name }, alert)).toBe(true);
});
