import { asker, HUB, MANAGEMENT, MEMBER, ORGANIZATION, REGION } from "../one-stack";
import { cloudTrail, LOG_GROUP, TRAIL, trailContents } from "./own-trail";

const contents = trailContents();
const role = contents.only("aws_iam_role");

describe("the role that writes to the trail's log group", () => {
  const trust = asker(
    role.values["assume_role_policy"],
    {
      principal: cloudTrail,
      action: "sts:AssumeRole",
      resource: `arn:aws:iam::${MANAGEMENT}:role/alerts-trail-logs`,
      context: { "aws:SourceArn": TRAIL },
    },
    "trust",
  );
  const ask = asker(
    contents.only("aws_iam_role_policy").values["policy"],
    {
      principal: { account: MANAGEMENT },
      action: "logs:PutLogEvents",
      resource: `${LOG_GROUP}:log-stream:${ORGANIZATION}_${MEMBER}_CloudTrail_${REGION}`,
      context: {},
    },
    "identity",
  );

  test("is assumed by the trail, and by no other", () => {
    expect(trust()).toBe("allow");
    expect(trust({ context: { "aws:SourceArn": `${TRAIL}-2` } })).toBe("implicit-deny");
    expect(trust({ context: {} })).toBe("implicit-deny");
    expect(trust({ principal: { service: "events.amazonaws.com" } })).toBe("implicit-deny");
  });

  test("writes the streams of the organization's accounts", () => {
    expect(ask()).toBe("allow");
    expect(ask({ action: "logs:CreateLogStream" })).toBe("allow");
  });

  test("writes the streams of the management account in the home region", () => {
    const stream = `${LOG_GROUP}:log-stream:${MANAGEMENT}_CloudTrail_${REGION}_2`;
    expect(ask({ resource: stream })).toBe("allow");
  });

  test("writes no other stream and no other log group", () => {
    const stream = `log-stream:${ORGANIZATION}_x`;
    expect(ask({ resource: `${LOG_GROUP}:log-stream:other` })).toBe("implicit-deny");
    expect(ask({ resource: `${LOG_GROUP}-2:${stream}` })).toBe("implicit-deny");
    expect(ask({ resource: `${LOG_GROUP.replace(MANAGEMENT, HUB)}:${stream}` })).toBe(
      "implicit-deny",
    );
  });

  test("deletes nothing", () => {
    expect(ask({ action: "logs:DeleteLogStream" })).toBe("implicit-deny");
  });
});

describe("the trail's log group", () => {
  const group = contents.only("aws_cloudwatch_log_group");

  test("keeps events for 90 days, encrypted with the trail's key", () => {
    expect(group.values["retention_in_days"]).toBe(90);
    expect(contents.referenced(group.values["kms_key_id"], "arn").type).toBe("aws_kms_key");
  });

  test("is given to the trail with its role, in the form that CloudTrail asks for", () => {
    expect(contents.only("aws_cloudtrail").values).toMatchObject({
      cloud_watch_logs_group_arn: `\${${group.address}.arn}:*`,
      cloud_watch_logs_role_arn: `\${${role.address}.arn}`,
    });
  });

  test("is not created where it is not wanted", () => {
    const without = trailContents({ logRetentionDays: false });
    expect(without.ofType("aws_cloudwatch_log_group")).toEqual([]);
    expect(without.ofType("aws_iam_role")).toEqual([]);
    expect(without.only("aws_cloudtrail").values).not.toHaveProperty("cloud_watch_logs_group_arn");
  });

  test("keeps events for as long as asked", () => {
    const { values } = trailContents({ logRetentionDays: 30 }).only("aws_cloudwatch_log_group");
    expect(values["retention_in_days"]).toBe(30);
  });
});
