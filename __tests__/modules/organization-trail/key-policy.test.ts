import { asker, MANAGEMENT, MEMBER, REGION } from "../one-stack";
import { cloudTrail, LOG_GROUP, TRAIL, trailContents } from "./own-trail";

const trailContext = "kms:EncryptionContext:aws:cloudtrail:arn";
const logContext = "kms:EncryptionContext:aws:logs:arn";
const key = trailContents().only("aws_kms_key");
const context = { "aws:SourceArn": TRAIL, [trailContext]: TRAIL };
const ask = asker(key.values["policy"], {
  principal: cloudTrail,
  action: "kms:GenerateDataKey",
  resource: `arn:aws:kms:${REGION}:${MANAGEMENT}:key/1`,
  context,
});

describe("the key of the trail", () => {
  test("lets the trail encrypt its log files", () => {
    expect(ask()).toBe("allow");
  });

  test("lets the trail look at the key, and use it for the bucket key", () => {
    const own = { "aws:SourceArn": TRAIL };
    expect(ask({ action: "kms:DescribeKey", context: own })).toBe("allow");
    expect(ask({ action: "kms:Decrypt", context: own })).toBe("allow");
  });

  test("refuses another trail", () => {
    for (const arn of [`${TRAIL}-2`, TRAIL.replace(MANAGEMENT, MEMBER)]) {
      expect(ask({ context: { ...context, "aws:SourceArn": arn } })).toBe("implicit-deny");
    }
  });

  test("refuses to encrypt for a trail of another account", () => {
    const foreign = { ...context, [trailContext]: TRAIL.replace(MANAGEMENT, MEMBER) };
    expect(ask({ context: foreign })).toBe("implicit-deny");
  });

  test("lets CloudWatch Logs of its region encrypt the trail's log group", () => {
    const principal = { service: `logs.${REGION}.amazonaws.com` };
    for (const action of ["kms:Encrypt", "kms:Decrypt", "kms:GenerateDataKey"]) {
      expect(ask({ principal, action, context: { [logContext]: LOG_GROUP } })).toBe("allow");
    }
  });

  test("refuses CloudWatch Logs for another log group and from another region", () => {
    const here = { service: `logs.${REGION}.amazonaws.com` };
    const there = { service: "logs.us-east-1.amazonaws.com" };
    const own = { [logContext]: LOG_GROUP };
    expect(ask({ principal: here, context: { [logContext]: `${LOG_GROUP}-2` } })).toBe(
      "implicit-deny",
    );
    expect(ask({ principal: there, context: own })).toBe("implicit-deny");
  });

  test("lets its account administer it, and no other account use it", () => {
    const action = "kms:Decrypt";
    expect(ask({ principal: { account: MANAGEMENT }, action })).toBe("allow");
    expect(ask({ principal: { account: MEMBER }, action })).toBe("implicit-deny");
  });

  test("rotates, and can be kept for 30 days after its deletion", () => {
    expect(key.values).toMatchObject({ enable_key_rotation: true, deletion_window_in_days: 30 });
  });
});
