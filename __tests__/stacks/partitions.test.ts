import { consoleDomain } from "../../src/aws";
import { decide } from "../coverage/policy/sample-policies";
import { exampleIn, Organization } from "./example-organization";

const partitions = [
  {
    partition: "aws",
    hubRegion: "eu-west-1",
    roleRegion: "us-east-1",
    console: "console.aws.amazon.com",
    logs: "logs.eu-west-1.amazonaws.com",
    regions: 17,
  },
  {
    partition: "aws-us-gov",
    hubRegion: "us-gov-east-1",
    roleRegion: "us-gov-west-1",
    console: "console.amazonaws-us-gov.com",
    logs: "logs.us-gov-east-1.amazonaws.com",
    regions: 1,
  },
  {
    partition: "aws-cn",
    hubRegion: "cn-northwest-1",
    roleRegion: "cn-north-1",
    console: "console.amazonaws.cn",
    logs: "logs.cn-northwest-1.amazonaws.com.cn",
    regions: 1,
  },
] as const;

describe.each(partitions)("an organization in the partition $partition", (expected) => {
  const { partition, hubRegion } = expected;
  const organization = new Organization(exampleIn(hubRegion));
  const account = organization.account("333333333333");

  test("is covered in the regions of that partition", () => {
    const covered = account.ofType("aws_cloudwatch_event_rule").map(({ provider }) => provider);
    expect(new Set(covered).size).toBe(expected.regions);
  });

  test("has no ARN of another partition", () => {
    const everything = JSON.stringify(organization.stacks);
    const found = [...everything.matchAll(/arn:(aws[\w-]*):/g)].map(([, name]) => name);
    expect(new Set(found)).toEqual(new Set([partition]));
  });

  test("creates an account's role where IAM is at home", () => {
    expect(account.only("aws_iam_role").provider).toBe(`aws.${expected.roleRegion}`);
  });

  test("forwards to the hub's bus", () => {
    const bus = `arn:${partition}:events:${hubRegion}:222222222222:event-bus/signin-alerts`;
    for (const { values } of account.ofType("aws_cloudwatch_event_target")) {
      expect(values["arn"]).toBe(bus);
    }
  });

  test("links to the console of the partition", () => {
    expect(consoleDomain(partition)).toBe(expected.console);
    const link = `https://<region>.${expected.console}/cloudtrailv2/home?region=<region>#/events/<eventId>`;
    const messages = organization.hub
      .ofType("aws_cloudwatch_event_target")
      .filter(({ values }) => values["target_id"] === "topic")
      .map(({ values }) => JSON.stringify(values["input_transformer"]))
      .filter((message) => message.includes("CloudTrail"));
    expect(messages.length).toBeGreaterThan(5);
    for (const message of messages) expect(message).toContain(link);
  });

  test("lets CloudWatch Logs of the partition encrypt the trail's log group", () => {
    const arn = `arn:${partition}:logs:${hubRegion}:111111111111:log-group:signin-alerts-trail`;
    const { trail } = organization;
    const keyArn = trail.only("aws_cloudtrail").values["kms_key_id"];
    const decision = decide(trail.referenced(keyArn, "arn").values["policy"], {
      principal: { service: expected.logs },
      action: "kms:Encrypt",
      resource: `arn:${partition}:kms:${hubRegion}:111111111111:key/1`,
      context: { "kms:EncryptionContext:aws:logs:arn": arn },
    });
    expect(decision.effect).toBe("allow");
  });
});
