import { trailContents } from "./own-trail";

const contents = trailContents();
const trail = contents.only("aws_cloudtrail");
const bucket = contents.only("aws_s3_bucket");

describe("an organization trail", () => {
  test("records every account and region, with files that cannot be altered unnoticed", () => {
    expect(trail.values).toMatchObject({
      is_organization_trail: true,
      is_multi_region_trail: true,
      include_global_service_events: true,
      enable_log_file_validation: true,
    });
  });

  test("records management events that write, as sign-ins do", () => {
    expect(trail.values["event_selector"]).toEqual([
      { include_management_events: true, read_write_type: "WriteOnly" },
    ]);
  });

  test("records events that read where an alert needs them", () => {
    const { values } = trailContents({ logReadEvents: true }).only("aws_cloudtrail");
    expect(values["event_selector"]).toMatchObject([{ read_write_type: "All" }]);
  });

  test("writes into its bucket, encrypted with its key", () => {
    expect(contents.referenced(trail.values["s3_bucket_name"], "bucket")).toBe(bucket);
    expect(contents.referenced(trail.values["kms_key_id"], "arn").type).toBe("aws_kms_key");
  });

  test("is created once it may write to bucket and log group", () => {
    expect(trail.values["depends_on"]).toEqual([
      contents.only("aws_s3_bucket_policy").address,
      contents.only("aws_iam_role_policy").address,
    ]);
  });
});

describe("the trail's bucket", () => {
  const settings = [
    "aws_s3_bucket_public_access_block",
    "aws_s3_bucket_ownership_controls",
    "aws_s3_bucket_versioning",
    "aws_s3_bucket_server_side_encryption_configuration",
    "aws_s3_bucket_lifecycle_configuration",
    "aws_s3_bucket_policy",
  ];

  test.each(settings)("has one %s", (type) => {
    const { values } = contents.only(type);
    expect(contents.referenced(values["bucket"], "bucket")).toBe(bucket);
  });

  test("is closed to the public in all four ways", () => {
    expect(contents.only("aws_s3_bucket_public_access_block").values).toMatchObject({
      block_public_acls: true,
      block_public_policy: true,
      ignore_public_acls: true,
      restrict_public_buckets: true,
    });
  });

  test("keeps versions, and encrypts with the trail's key", () => {
    expect(contents.only("aws_s3_bucket_versioning").values).toMatchObject({
      versioning_configuration: { status: "Enabled" },
    });
    const key = `\${${contents.only("aws_kms_key").address}.arn}`;
    expect(
      contents.only("aws_s3_bucket_server_side_encryption_configuration").values["rule"],
    ).toMatchObject([
      {
        apply_server_side_encryption_by_default: {
          sse_algorithm: "aws:kms",
          kms_master_key_id: key,
        },
        bucket_key_enabled: true,
      },
    ]);
  });

  test("deletes log files after a year unless set otherwise", () => {
    const days = (retentionDays?: number) =>
      trailContents(retentionDays === undefined ? {} : { retentionDays }).only(
        "aws_s3_bucket_lifecycle_configuration",
      ).values["rule"];
    expect(days()).toMatchObject([{ expiration: [{ days: 365 }] }]);
    expect(days(30)).toMatchObject([{ expiration: [{ days: 30 }] }]);
  });

  test("has the name that is asked for", () => {
    const named = trailContents({ bucketName: "my-logs" });
    expect(named.only("aws_s3_bucket").values["bucket"]).toBe("my-logs");
  });

  test("uses an existing bucket, key and log group, and creates none", () => {
    const own = trailContents({
      existingBucketName: "their-bucket",
      existingKeyArn: "arn:aws:kms:eu-central-1:111111111111:key/theirs",
      existingLogGroup: {
        arn: "arn:aws:logs:eu-central-1:111111111111:log-group:theirs",
        roleArn: "arn:aws:iam::111111111111:role/theirs",
      },
    });
    for (const type of ["aws_s3_bucket", "aws_kms_key", "aws_cloudwatch_log_group"]) {
      expect(own.ofType(type)).toEqual([]);
    }
    expect(own.only("aws_cloudtrail").values).toMatchObject({
      s3_bucket_name: "their-bucket",
      kms_key_id: "arn:aws:kms:eu-central-1:111111111111:key/theirs",
      cloud_watch_logs_group_arn: "arn:aws:logs:eu-central-1:111111111111:log-group:theirs:*",
      cloud_watch_logs_role_arn: "arn:aws:iam::111111111111:role/theirs",
    });
  });
});
