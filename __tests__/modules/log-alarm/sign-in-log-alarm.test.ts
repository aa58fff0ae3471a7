import { SignInLogAlarm, type SignInLogAlarmProps } from "../../../modules";
import { contentsOf, MANAGEMENT, REGION } from "../one-stack";

const place = { account: MANAGEMENT, region: REGION };
const topicArn = `arn:aws:sns:${REGION}:${MANAGEMENT}:security`;

function alarmsOf(props: Partial<SignInLogAlarmProps> = {}) {
  return contentsOf((stack, provider) => {
    new SignInLogAlarm(stack, "alarms", {
      provider,
      place,
      topicArn,
      namePrefix: "own",
      logGroupName: "aws-controltower/CloudTrailLogs",
      ...props,
    });
  });
}

test("works on an existing log group, and creates none", () => {
  const contents = alarmsOf();
  expect(contents.ofType("aws_cloudwatch_log_group")).toEqual([]);
  const groups = contents
    .ofType("aws_cloudwatch_log_metric_filter")
    .map(({ values }) => values["log_group_name"]);
  expect(new Set(groups)).toEqual(new Set(["aws-controltower/CloudTrailLogs"]));
});

test("every alarm notifies the topic and is raised in one period; only a silent trail is bad", () => {
  const alarms = alarmsOf().ofType("aws_cloudwatch_metric_alarm");
  expect(alarms).toHaveLength(8);
  for (const { values } of alarms) {
    expect(values).toMatchObject({
      alarm_actions: [topicArn],
      evaluation_periods: 1,
      datapoints_to_alarm: 1,
      treat_missing_data:
        values["alarm_name"] === "own-trail-silent" ? "breaching" : "notBreaching",
    });
  }
});

test("every metric that an alarm watches is fed by a filter", () => {
  const contents = alarmsOf({ covered: [{ account: MANAGEMENT, regions: ["us-east-1"] }] });
  const fed = contents
    .ofType("aws_cloudwatch_log_metric_filter")
    .map(({ values }) => (values["metric_transformation"] as { name: string }).name);
  const watched = JSON.stringify(
    contents.ofType("aws_cloudwatch_metric_alarm").map(({ values }) => values),
  );
  const names = [...watched.matchAll(/"metric_name":"([^"]+)"/g)].map(([, name]) => name);
  expect(names.length).toBeGreaterThan(4);
  expect(names.filter((name) => !fed.includes(name ?? ""))).toEqual(["IncomingLogEvents"]);
});

test.each([
  ["another region", `arn:aws:sns:us-east-1:${MANAGEMENT}:security`],
  ["another account", `arn:aws:sns:${REGION}:999999999999:security`],
  ["another service", `arn:aws:sqs:${REGION}:${MANAGEMENT}:security`],
])("fails for a topic of %s, and says which account and region it must be in", (_, arn) => {
  expect(() => alarmsOf({ topicArn: arn })).toThrow(
    `the topic of an alarm must be an SNS topic in account ${MANAGEMENT}, region ${REGION}, got: ${arn}`,
  );
});
