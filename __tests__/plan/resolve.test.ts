import { channelText, resolve, type SignInAlertsProps, type TopicPlan } from "../../src";
import { small } from "../terraform/organizations";

const queue = "arn:aws:sqs:eu-central-1:222222222222:archive";
const slack = { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" };

function planOf(change: Partial<SignInAlertsProps>) {
  const { organization, hub, accounts, recipients } = small;
  return resolve({
    organization,
    hub,
    accounts,
    ...(recipients && { recipients }),
    ...change,
  });
}

function subscribers(topic: TopicPlan | undefined) {
  return topic?.type === "created" ? topic.subscribed.map(channelText) : undefined;
}

test("a short configuration becomes a plan that leaves nothing open", () => {
  const plan = planOf({});
  expect(plan.namePrefix).toBe("signin-alerts");
  expect(plan.terraform).toEqual({
    backend: { type: "local" },
    providerVersion: ">= 6.25.0, < 7.0.0",
    regionStrategy: "provider-per-region",
  });
  expect(plan.hub).toMatchObject({
    stackName: "signin-hub",
    busName: "signin-alerts",
    messageStyle: "standard",
    archive: { name: "signin-alerts", days: 90 },
    logs: { logGroupName: "/aws/vendedlogs/events/event-bus/signin-alerts", days: 30 },
    heartbeats: { hours: 24 },
    retryPolicy: { maximumEventAgeInSeconds: 86_400, maximumRetryAttempts: 185 },
  });
  expect(plan.trail.created).toEqual({
    bucketName: expect.stringMatching(/^signin-alerts-trail-\d{12}-[a-z0-9-]+$/) as string,
    retentionDays: 365,
    logRetentionDays: 90,
    logReadEvents: false,
    deletionProtection: true,
  });
  expect(new Set(plan.hub.rules.map(({ kind }) => kind.name))).toEqual(
    new Set(plan.kinds.map(({ name }) => name)),
  );
});

test("an archive of 0 days is none, and another number of days is kept", () => {
  expect(planOf({ hub: { ...small.hub, archiveDays: 0 } }).hub).not.toHaveProperty("archive");
  const { archive } = planOf({ hub: { ...small.hub, archiveDays: 7 }, namePrefix: "alerts" }).hub;
  expect(archive).toEqual({ name: "alerts", days: 7 });
});

test("logs of 0 days are none, and another number of days is kept", () => {
  expect(planOf({ hub: { ...small.hub, logRetentionDays: 0 } }).hub).not.toHaveProperty("logs");
  expect(planOf({ hub: { ...small.hub, logRetentionDays: 7 } }).hub.logs?.days).toBe(7);
});

test("each short form of who is notified becomes one channel", () => {
  const recipients = ["a@example.com", "https://example.com/a", "+491701234567", queue];
  const topicArn = "arn:aws:sns:eu-central-1:222222222222:there";
  const { routes } = planOf({
    routes: [
      { name: "people", recipients },
      { name: "chat", slack },
      { name: "existing", topicArn },
    ],
  }).hub;
  const people = [
    { type: "email", address: "a@example.com" },
    { type: "https", url: "https://example.com/a" },
    { type: "sms", number: "+491701234567" },
    { type: "sqs", arn: queue },
  ];
  // One topic, and one of what anybody can cause.
  expect(routes.map(({ channels }) => channels)).toEqual([
    people,
    people,
    [{ type: "slack", slack }],
    [{ type: "topic", arn: topicArn }],
  ]);
  expect(routes.map(({ messages }) => messages)).toEqual(["mail", "mail", "chat", "mail"]);
  expect(routes.map(({ topic }) => topic.type)).toEqual([
    "created",
    "created",
    "created",
    "existing",
  ]);
});

test("alarms notify everybody whom some alert notifies, and a queue in its own account alone", () => {
  const { hub, trail } = planOf({ recipients: ["a@example.com", queue] });
  expect(subscribers(hub.operations)).toEqual(["a@example.com", queue]);
  const isOfTrail = trail.place.account === "222222222222";
  expect(subscribers(trail.logPath?.alarmTopic)).toEqual(
    isOfTrail ? ["a@example.com", queue] : ["a@example.com"],
  );
});

test("a function writes the mails of routes whose topic is created, and no others", () => {
  const recipients = ["a@example.com"];
  const topicArn = "arn:aws:sns:eu-central-1:222222222222:there";
  const routes = [
    { name: "people", recipients },
    { name: "chat", slack },
    { name: "existing", topicArn },
  ];
  const { hub } = planOf({ formatter: true, routes });
  expect(hub.routes.map(({ formatter }) => formatter)).toEqual([
    "signin-alerts-format-people",
    "signin-alerts-format-people-open",
    undefined,
    undefined,
  ]);
});
