import { deliveryAlarms } from "../../src/guards";

const alarms = deliveryAlarms({
  namePrefix: "signin-alerts",
  busName: "signin-alerts",
  queueName: "signin-alerts-hub-dead-letters",
  topicNames: ["signin-alerts-pager", "signin-alerts-archive"],
});

test("one dead-letter message in the hub's queue raises an alarm", () => {
  expect(alarms[0]).toMatchObject({
    watched: {
      metric: {
        namespace: "AWS/SQS",
        name: "ApproximateNumberOfMessagesVisible",
        dimensions: { QueueName: "signin-alerts-hub-dead-letters" },
      },
      statistic: "Maximum",
    },
    threshold: 1,
    comparison: "GreaterThanOrEqualToThreshold",
  });
});

test.each(["FailedInvocations", "InvocationsSentToDlq", "InvocationsFailedToBeSentToDlq"])(
  "one alarm sums %s over all rules of the hub's bus, however many there are",
  (metric) => {
    const watching = alarms.filter(
      ({ watched }) => "query" in watched && watched.query.includes(`SUM(${metric})`),
    );
    expect(watching.map(({ watched }) => watched)).toEqual([
      {
        query: `SELECT SUM(${metric}) FROM SCHEMA("AWS/Events", EventBusName, RuleName) WHERE EventBusName = 'signin-alerts'`,
      },
    ]);
  },
);

test("each topic has an alarm on deliveries that failed", () => {
  const topics = alarms.flatMap(({ watched }) =>
    "metric" in watched && watched.metric.namespace === "AWS/SNS"
      ? [watched.metric.dimensions?.["TopicName"]]
      : [],
  );
  expect(topics).toEqual(["signin-alerts-pager", "signin-alerts-archive"]);
});

test("no alarm is raised by silence, and each says what to do", () => {
  for (const { missingData, description } of alarms) {
    expect(missingData).toBe("notBreaching");
    expect(description).toMatch(/operations\.md|Look at/);
    expect(description.length).toBeLessThanOrEqual(1024);
  }
});
