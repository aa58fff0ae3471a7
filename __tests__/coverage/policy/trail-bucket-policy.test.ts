import type { PolicyRequest } from "../../../src/coverage/policy";
import { decide, HUB, MEMBER, ORGANIZATION, policyOf } from "./sample-policies";

const CLOUDTRAIL = { service: "cloudtrail.amazonaws.com" };

describe("the trail's bucket", () => {
  const bucket = "arn:aws:s3:::signin-trail";
  const trail = `arn:aws:cloudtrail:eu-central-1:${HUB}:trail/signin-trail`;
  const only = { "aws:SourceArn": trail };
  const writing = {
    Effect: "Allow",
    Principal: { Service: "cloudtrail.amazonaws.com" },
    Action: "s3:PutObject",
    Condition: { StringEquals: { ...only, "s3:x-amz-acl": "bucket-owner-full-control" } },
  };
  const policy = policyOf(
    {
      Sid: "ReadAcl",
      Effect: "Allow",
      Principal: { Service: "cloudtrail.amazonaws.com" },
      Action: "s3:GetBucketAcl",
      Resource: bucket,
      Condition: { StringEquals: only },
    },
    { Sid: "WriteOwn", ...writing, Resource: `${bucket}/AWSLogs/${HUB}/*` },
    { Sid: "WriteMembers", ...writing, Resource: `${bucket}/AWSLogs/${ORGANIZATION}/*` },
  );
  const put = (path: string, context: PolicyRequest["context"]): string =>
    decide(policy, {
      principal: CLOUDTRAIL,
      action: "s3:PutObject",
      resource: `${bucket}/${path}`,
      context: { ...only, "s3:x-amz-acl": "bucket-owner-full-control", ...context },
    }).effect;

  test("can be read and written by its own trail", () => {
    const request = {
      principal: CLOUDTRAIL,
      action: "s3:GetBucketAcl",
      resource: bucket,
      context: only,
    };
    expect(decide(policy, request).effect).toBe("allow");
    expect(put(`AWSLogs/${HUB}/CloudTrail/a.json.gz`, {})).toBe("allow");
    expect(put(`AWSLogs/${ORGANIZATION}/${MEMBER}/CloudTrail/a.json.gz`, {})).toBe("allow");
  });

  test("refuses another place, another trail and another access control list", () => {
    expect(put(`AWSLogs/${MEMBER}/a.json.gz`, {})).toBe("implicit-deny");
    expect(put(`AWSLogs/${HUB}/a.json.gz`, { "aws:SourceArn": `${trail}-2` })).toBe(
      "implicit-deny",
    );
    expect(put(`AWSLogs/${HUB}/a.json.gz`, { "s3:x-amz-acl": "private" })).toBe("implicit-deny");
  });
});
