import { decide, policyOf, publishRequest, topicStatement, TOPIC } from "./sample-policies";

function allowsAction(Action: unknown, action: string): boolean {
  return (
    decide(policyOf(topicStatement({ Action })), publishRequest({ action })).effect === "allow"
  );
}

function allowsResource(Resource: unknown, resource: string): boolean {
  const policy = policyOf(topicStatement({ Resource }));
  return decide(policy, publishRequest({ resource })).effect === "allow";
}

test.each([
  ["sns:Publish", "sns:Publish", true],
  ["SNS:publish", "sns:Publish", true],
  ["sns:Pub*", "sns:Publish", true],
  ["sns:Publis?", "sns:Publish", true],
  ["sns:Publish?", "sns:Publish", false],
  ["*", "sns:Publish", true],
  ["sns:*", "sqs:SendMessage", false],
  ["sns:Publish", "sns:PublishBatch", false],
  [["sqs:SendMessage", "sns:Publish"], "sns:Publish", true],
  ["kms:GenerateDataKey*", "kms:GenerateDataKey", true],
])("the action %j, in any case, takes %s: %s", (pattern, action, expected) => {
  expect(allowsAction(pattern, action)).toBe(expected);
});

test.each([
  [TOPIC, TOPIC, true],
  [TOPIC, TOPIC.toUpperCase().replace("ARN:AWS:SNS", "arn:aws:sns"), false],
  ["*", TOPIC, true],
  [TOPIC.replace("eu-central-1", "*"), TOPIC, true],
  [TOPIC.replace("eu-central-1", "eu-*-1"), TOPIC, true],
  [TOPIC.replace("signin", "signi?"), TOPIC, true],
  [`${TOPIC}?`, TOPIC, false],
  ["arn:aws:s3:::logs/AWSLogs/*", "arn:aws:s3:::logs/AWSLogs/1/a:b/c.gz", true],
  ["arn:aws:s3:::logs/**", "arn:aws:s3:::logs/x", true],
  ["arn:aws:s3:::logs.a", "arn:aws:s3:::logsXa", false],
])("the resource %s, in its case, takes %s: %s", (pattern, resource, expected) => {
  expect(allowsResource(pattern, resource)).toBe(expected);
});

test("a star at the end of a segment reaches past a colon, one inside a segment does not", () => {
  const group = "arn:aws:logs:eu-central-1:111111111111:log-group:trail:log-stream:a";
  expect(allowsResource("arn:aws:logs:*:log-stream:a", group)).toBe(true);
  expect(allowsResource("arn:aws:logs:*", group)).toBe(true);
  expect(allowsResource("arn:aws:logs:eu-*l-1:log-stream:a", group)).toBe(false);
  expect(allowsResource("arn:aws:logs:e*a", group)).toBe(false);
});

test.each([
  ["an action with a wildcard", { action: "sns:*" }, /the action must be one action/],
  ["an action without a service", { action: "Publish" }, /the action must be one action/],
  ["a resource that is no ARN", { resource: "*" }, /the resource must be the ARN/],
  [
    "a role of another account",
    { principal: { account: "222222222222", arn: "arn:aws:iam::333333333333:role/a" } },
    /must be of its account 222222222222/,
  ],
])("fails on a request for %s", (_, replaced, message) => {
  expect(() => decide(policyOf(topicStatement()), publishRequest(replaced))).toThrow(message);
});
