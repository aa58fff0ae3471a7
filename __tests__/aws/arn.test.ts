import {
  accountRootArn,
  bucketArn,
  emailContactArn,
  eventBusArn,
  eventRuleArn,
  keyAliasArn,
  keyArn,
  logGroupArn,
  notificationConfigurationArn,
  parseArn,
  queueArn,
  roleArn,
  topicArn,
  trailArn,
} from "../../src/aws/arn";

const place = { account: "111111111111", region: "eu-central-1" };

describe("ARNs", () => {
  test.each([
    [
      "an event bus",
      eventBusArn(place, "b"),
      "arn:aws:events:eu-central-1:111111111111:event-bus/b",
    ],
    ["a queue", queueArn(place, "q"), "arn:aws:sqs:eu-central-1:111111111111:q"],
    ["a topic", topicArn(place, "t"), "arn:aws:sns:eu-central-1:111111111111:t"],
    ["a trail", trailArn(place, "t"), "arn:aws:cloudtrail:eu-central-1:111111111111:trail/t"],
    ["a log group", logGroupArn(place, "g"), "arn:aws:logs:eu-central-1:111111111111:log-group:g"],
    ["a role, without region", roleArn(place, "r"), "arn:aws:iam::111111111111:role/r"],
    ["an account", accountRootArn(place), "arn:aws:iam::111111111111:root"],
    ["a bucket, without account and region", bucketArn("aws", "b"), "arn:aws:s3:::b"],
    ["a key", keyArn(place, "k"), "arn:aws:kms:eu-central-1:111111111111:key/k"],
    ["an alias", keyAliasArn(place, "alias/a"), "arn:aws:kms:eu-central-1:111111111111:alias/a"],
    [
      "a notification configuration, without region",
      notificationConfigurationArn(place, "n"),
      "arn:aws:notifications::111111111111:configuration/n",
    ],
    [
      "an e-mail contact, without region",
      emailContactArn(place, "e"),
      "arn:aws:notifications-contacts::111111111111:emailcontact/e",
    ],
  ])("are written as AWS does for %s", (_, written, expected) => {
    expect(written).toBe(expected);
  });

  test("name the bus of a rule unless it is the default one", () => {
    const start = "arn:aws:events:eu-central-1:111111111111:rule/";
    expect(eventRuleArn(place, "r")).toBe(`${start}r`);
    expect(eventRuleArn(place, "r", "default")).toBe(`${start}r`);
    expect(eventRuleArn(place, "r", "b")).toBe(`${start}b/r`);
  });

  test("begin with the partition", () => {
    const gov = { ...place, partition: "aws-us-gov", region: "us-gov-west-1" } as const;
    expect(topicArn(gov, "t")).toBe("arn:aws-us-gov:sns:us-gov-west-1:111111111111:t");
    expect(roleArn({ account: place.account, partition: "aws-cn" }, "r")).toBe(
      "arn:aws-cn:iam::111111111111:role/r",
    );
  });

  test("are read back into their parts, colons in the resource included", () => {
    expect(parseArn(logGroupArn(place, "g"))).toEqual({
      partition: "aws",
      service: "logs",
      region: "eu-central-1",
      account: "111111111111",
      resource: "log-group:g",
    });
    expect(parseArn("arn:aws:s3:::b")).toMatchObject({ region: "", account: "", resource: "b" });
  });

  test.each(["", "b", "arn:aws", "urn:aws:s3:::b", "arn::s3:::b", "arn:aws:s3::"])(
    "are not found in %j",
    (words) => {
      expect(parseArn(words)).toBeUndefined();
    },
  );
});
