import { example, Organization } from "./example-organization";

const { trail } = new Organization();

describe("the trail's stack", () => {
  test("has one provider: the management account in the hub region, with the credentials at hand", () => {
    expect(trail.providers).toMatchObject([
      {
        alias: "eu-central-1",
        region: "eu-central-1",
        allowed_account_ids: ["111111111111"],
      },
    ]);
    expect(trail.providers[0]).not.toHaveProperty("assume_role");
  });

  test("creates everything there", () => {
    expect(trail.resources.filter(({ provider }) => provider !== "aws.eu-central-1")).toEqual([]);
  });

  test("names trail and bucket in its outputs", () => {
    expect(trail.outputs).toMatchObject({
      trail_arn: { value: `\${${trail.only("aws_cloudtrail").address}.arn}` },
      trail_bucket: { value: `\${${trail.only("aws_s3_bucket").address}.bucket}` },
    });
  });

  test("deletes log files after the days of the configuration", () => {
    const { values } = trail.only("aws_s3_bucket_lifecycle_configuration");
    expect(values["rule"]).toMatchObject([{ expiration: [{ days: 365 }] }]);
  });

  test("is not created where the trail exists already", () => {
    const organization = new Organization({ ...example, trail: { type: "existing" } });
    expect(organization.stackNames).not.toContain("signin-trail");
    expect(organization.stackNames).toHaveLength(7);
  });

  test("is created in a delegated administrator's account and another home region", () => {
    const delegated = new Organization({
      ...example,
      trail: { type: "create", account: "333333333333", homeRegion: "eu-west-1" },
    }).trail;
    expect(delegated.providers).toMatchObject([
      {
        alias: "eu-west-1",
        allowed_account_ids: ["333333333333"],
        assume_role: [{ role_arn: "arn:aws:iam::333333333333:role/OrganizationAccountAccessRole" }],
      },
    ]);
    expect(delegated.only("aws_s3_bucket").values["bucket"]).toBe(
      "signin-alerts-trail-333333333333-eu-west-1",
    );
  });

  test("has no log group where none is wanted", () => {
    const without = new Organization({
      ...example,
      trail: { type: "create", logRetentionDays: 0 },
    }).trail;
    expect(without.ofType("aws_cloudwatch_log_group")).toEqual([]);
    expect(without.ofType("aws_iam_role")).toEqual([]);
  });
});
