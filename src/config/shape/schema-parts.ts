import { z } from "zod";
import { accountId, text, texts } from "./schema-texts";

/** An account. */
export const account = z.strictObject({
  id: accountId("Account id: 12 digits, in quotes."),
  name: text("What people call the account. No resource depends on it."),
  tags: z
    .record(z.string(), z.string())
    .describe("What the account is, such as env: prod, for routes to choose by.")
    .optional(),
  regions: texts(
    "Regions without opt-in to cover in this account, instead of the organization's.",
  ).optional(),
  optInRegions: texts(
    "Opt-in regions that are enabled in this account, covered as well.",
  ).optional(),
  roleName: text(
    "Role that Terraform assumes in this account, or `none` for the credentials it is started with.",
  ).optional(),
  acceptMissingRegions: texts(
    "Regions where sign-ins are recorded that this account deliberately leaves uncovered.",
  ).optional(),
  organizationalUnit: text(
    "Unit of the rollout that holds the account: it gets no stack of its own.",
  ).optional(),
  retiredRegions: texts(
    "Regions that were covered before: Terraform keeps a provider there until all is destroyed.",
  ).optional(),
});

/** The trail, made or existing. */
export const trail = z
  .discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("create").describe("Make an organization trail."),
      account: accountId(
        "Account that makes the trail: management (default) or delegated administrator.",
      ).optional(),
      homeRegion: text("Home region of the trail; default: the hub region.").optional(),
      bucketName: text(
        "Name of the bucket to make; default: name prefix, account and region.",
      ).optional(),
      retentionDays: z.number().describe("Days that log files are kept; default 365.").optional(),
      logReadEvents: z
        .boolean()
        .describe("Whether it logs events that only read; default: where a kind needs them.")
        .optional(),
      logRetentionDays: z
        .number()
        .describe("Days that CloudWatch Logs keeps events; default 90; 0 for no log group.")
        .optional(),
      objectLockDays: z
        .number()
        .describe("Days in which nobody can delete a log file; default: they can be deleted.")
        .optional(),
      deletionProtection: z
        .boolean()
        .describe("Whether Terraform refuses to destroy trail, bucket and key; default true.")
        .optional(),
      logDeadLetters: z
        .boolean()
        .describe("Whether it records dead letters of all regions; default true with a log group.")
        .optional(),
    }),
    z.strictObject({
      type: z.literal("existing").describe("A trail is there already; nothing is made."),
      logsReadEvents: z
        .boolean()
        .describe("Whether it logs events that only read; default false.")
        .optional(),
      logsDeadLetters: z
        .boolean()
        .describe("Whether it records messages to dead-letter queues; default false.")
        .optional(),
      account: accountId("Account of the trail; default: the management account.").optional(),
      homeRegion: text("Home region of the trail; default: the hub region.").optional(),
      logGroupArn: text(
        "ARN of the trail's log group, to look for sign-ins in; default: no second path.",
      ).optional(),
    }),
  ])
  .describe("The organization trail; default: one is made.");

/** How accounts are reached. */
export const rollout = z
  .discriminatedUnion("type", [
    z.strictObject({
      type: z.literal("terraform").describe("Each account that is listed has its own stack."),
    }),
    z.strictObject({
      type: z
        .literal("stack-set")
        .describe("CloudFormation covers organizational units, new accounts included."),
      organizationalUnits: texts("Ids of 1 to 50 units, such as ou-ab12-c3d4e5f6, or of the root."),
      account: accountId("Delegated administrator; default: the management account.").optional(),
      optInRegions: texts(
        "Opt-in regions that every account of the units has enabled, covered as well.",
      ).optional(),
      accounts: z
        .number()
        .describe("Accounts that the units hold, for counting heartbeats; default: those listed.")
        .optional(),
    }),
  ])
  .describe("How accounts get their forwarders; default: a stack for each.");

/** Where state is kept. */
export const backend = z
  .discriminatedUnion("type", [
    z.strictObject({ type: z.literal("local").describe("State files beside `cdktf.out`.") }),
    z.strictObject({
      type: z.literal("s3").describe("State in an S3 bucket, locked by a file beside it."),
      bucket: text("Bucket of the state."),
      region: text("Region of that bucket."),
      keyPrefix: text("Folder of the state files; default: the name prefix.").optional(),
    }),
    z.strictObject({
      type: z.literal("cloud").describe("HCP Terraform: one workspace per stack."),
      organization: text("Organization in HCP Terraform."),
      hostname: text("Host name of Terraform Enterprise; default app.terraform.io.").optional(),
    }),
  ])
  .describe("Where Terraform keeps its state; default: local.");
