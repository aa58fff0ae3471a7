import type { PolicyRequest } from "../../../src/coverage/policy";
import { asker, HUB, MANAGEMENT, MEMBER, ORGANIZATION, REGION } from "../one-stack";
import { cloudTrail, TRAIL, trailContents } from "./own-trail";

const bucket = `arn:aws:s3:::alerts-trail-${MANAGEMENT}-${REGION}`;
const written = {
  "aws:SourceArn": TRAIL,
  "s3:x-amz-acl": "bucket-owner-full-control",
  "aws:SecureTransport": "true",
};
const put: PolicyRequest = {
  principal: cloudTrail,
  action: "s3:PutObject",
  resource: `${bucket}/AWSLogs/${ORGANIZATION}/${MEMBER}/CloudTrail/${REGION}/2026/01/15/a.json.gz`,
  context: written,
};
const ask = asker(trailContents().only("aws_s3_bucket_policy").values["policy"], put);

describe("the policy of the trail's bucket", () => {
  test("lets the trail write the log files of the organization", () => {
    expect(ask()).toBe("allow");
  });

  test("lets the trail write those of the management account, from before the organization", () => {
    expect(ask({ resource: `${bucket}/AWSLogs/${MANAGEMENT}/CloudTrail/a.json.gz` })).toBe("allow");
  });

  test("lets the trail read the bucket itself, a request without object and so without its ACL", () => {
    const context = { "aws:SourceArn": TRAIL, "aws:SecureTransport": "true" };
    expect(ask({ action: "s3:GetBucketAcl", resource: bucket, context })).toBe("allow");
  });

  test("refuses to be written elsewhere", () => {
    expect(ask({ resource: `${bucket}/AWSLogs/${MEMBER}/a.json.gz` })).toBe("implicit-deny");
    expect(ask({ resource: `${bucket}/a.json.gz` })).toBe("implicit-deny");
  });

  test("refuses an object that the bucket's owner would not control", () => {
    expect(ask({ context: { ...written, "s3:x-amz-acl": "private" } })).toBe("implicit-deny");
  });

  test("refuses another trail, also one of another account", () => {
    const other = (arn: string) => ask({ context: { ...written, "aws:SourceArn": arn } });
    expect(other(`${TRAIL}-2`)).toBe("implicit-deny");
    expect(other(TRAIL.replace(MANAGEMENT, MEMBER))).toBe("implicit-deny");
  });

  test("refuses the trail to read what it wrote", () => {
    expect(ask({ action: "s3:GetObject" })).toBe("implicit-deny");
  });

  test("denies every principal a connection without TLS", () => {
    const context = { ...written, "aws:SecureTransport": "false" };
    expect(ask({ context })).toBe("deny");
    for (const resource of [bucket, `${bucket}/AWSLogs/x`]) {
      const asOwner = { principal: { account: MANAGEMENT }, resource, context };
      expect(ask({ ...asOwner, action: "s3:GetObject" })).toBe("deny");
      expect(ask({ ...asOwner, action: "s3:ListBucket" })).toBe("deny");
    }
  });
});

describe("the bucket of a trail that a delegated administrator created", () => {
  const delegated = trailContents({ place: { account: HUB, region: REGION }, bucketName: "logs" });
  const askDelegated = asker(delegated.only("aws_s3_bucket_policy").values["policy"], {
    ...put,
    resource: `arn:aws:s3:::logs/AWSLogs/${ORGANIZATION}/a.json.gz`,
  });

  test("is written by a trail that carries the management account's id", () => {
    expect(askDelegated()).toBe("allow");
  });

  test("refuses a trail that carries the administrator's own id", () => {
    const context = { ...written, "aws:SourceArn": TRAIL.replace(MANAGEMENT, HUB) };
    expect(askDelegated({ context })).toBe("implicit-deny");
  });
});
