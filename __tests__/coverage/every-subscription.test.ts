import { after, foundIn, plain, replaced } from "./every-rule/raise";
import { originals } from "./mutation/mutant";
import { said } from "./said";

const SUBSCRIPTION = "aws_sns_topic_subscription";

const subscriptions = originals(plain).filter(({ type }) => type === SUBSCRIPTION);

test("alerts, what anybody can cause, operations and the trail have subscriptions each", () => {
  const topics = new Set(subscriptions.map(({ body }) => String(body["topic_arn"])));
  expect(topics.size).toBeGreaterThanOrEqual(4);
});

test.each(subscriptions.map(({ name, body }) => [name, String(body["endpoint"])] as const))(
  "a recipient of the configuration is missed at one topic, whatever other topics notify: %s",
  (name, endpoint) => {
    const found = foundIn(after(SUBSCRIPTION, new RegExp(`^${name}$`, "u"), undefined)).map(said);
    expect(found).toContainEqual(
      expect.stringMatching(`recipient-not-subscribed: ${endpoint.replace(/[+.]/gu, "\\$&")}`),
    );
  },
);

describe("an alarm that notifies the topic of what anybody can cause", () => {
  const inHub = originals(plain).filter(({ stack }) => stack === "signin-hub");
  const named = (type: string, part: RegExp): string =>
    inHub.find(
      (each) =>
        each.type === type && part.test(`${JSON.stringify(each.body["name"])} ${each.name}`),
    )?.name ?? "";
  const open = named("aws_sns_topic", /-open" /u);
  const redirected = after(
    "aws_cloudwatch_metric_alarm",
    new RegExp(`^${named("aws_cloudwatch_metric_alarm", /flood/iu)}$`, "u"),
    { alarm_actions: [`\${aws_sns_topic.${open}.arn}`] },
  );

  test("is silenced by the flood that it tells of", () => {
    expect(foundIn(redirected).map(said)).toContainEqual(
      expect.stringMatching(/^flood-silences-alerts: .*; it would be silent about alarms$/u),
    );
  });

  test("is not the one that is asked for, whatever that topic allows", () => {
    const allowing = (Action: string | readonly string[]) =>
      replaced(
        "policy",
        '"Statement":[',
        `"Statement":[${JSON.stringify({
          Effect: "Allow",
          Principal: { Service: "cloudwatch.amazonaws.com" },
          Action,
          Resource: "*",
        })},`,
      );
    const allowed = after(
      "aws_sns_topic",
      new RegExp(`^${open}$`, "u"),
      allowing("sns:Publish"),
      after("aws_kms_key", /./u, allowing(["kms:Decrypt", "kms:GenerateDataKey*"]), redirected),
    );
    expect(foundIn(allowed).map(said)).toContainEqual(
      expect.stringMatching(/^guard-differs: its alarm_actions do not name .*-operations$/u),
    );
  });
});
