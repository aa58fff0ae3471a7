import { z } from "zod";
import { catalog, messageStyles, severities } from "../../catalog";
import type { SignInAlertsProps } from "../props";

const text = (description: string) => z.string().describe(description);
const texts = (description: string) => z.array(z.string()).describe(description);
// A pattern guides editors; the check itself gives a better message than a pattern can.
const accountId = (description: string) => text(description).meta({ pattern: "^[0-9]{12}$" });

const account = z.strictObject({
  id: accountId("Account id: 12 digits, in quotes."),
  name: text("What people call the account. No resource depends on it."),
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
});

const trail = z
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

const backend = z
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

/** Shape of the configuration file. What values mean is checked by the stacks. */
export const configurationSchema = z
  .strictObject({
    organization: z
      .strictObject({
        id: text("Organization id, such as o-a1b2c3d4e5."),
        managementAccount: accountId("Id of the management account."),
      })
      .describe("The AWS organization."),
    hub: z
      .strictObject({
        account: accountId("Account where all events meet: usually security tooling."),
        region: text("Region where all events meet: one that needs no opt-in."),
      })
      .describe("Where all events meet."),
    accounts: z.array(account).describe("Every account, management and hub included."),
    regions: texts(
      "Regions to cover in every account; default: all that need no opt-in.",
    ).optional(),
    acceptMissingRegions: texts(
      "Regions where sign-ins are recorded that every account deliberately leaves uncovered.",
    ).optional(),
    roleName: text(
      "Role that Terraform assumes in each account; default OrganizationAccountAccessRole.",
    ).optional(),
    trail: trail.optional(),
    kinds: z
      .record(z.string(), z.enum(["on", "off", ...severities]))
      .describe("Alert kinds by name: on, off, or on with another severity.")
      .meta({ propertyNames: { enum: catalog.map(({ name }) => name) } })
      .optional(),
    message: z
      .enum(messageStyles)
      .describe("How much messages tell: standard (default), or full with the user agent.")
      .optional(),
    recipients: texts("E-mail addresses that are told of everything; or use `routes`.").optional(),
    routes: z
      .array(
        z.strictObject({
          name: text("Lower-case words with hyphens; part of resource names."),
          kinds: texts("Alert kinds; default: all that are on by default.").optional(),
          recipients: texts("E-mail addresses."),
        }),
      )
      .describe("Who is told of what, instead of `recipients`.")
      .optional(),
    operations: z
      .strictObject({
        recipients: texts(
          "E-mail addresses; default: everybody who is told of some alert.",
        ).optional(),
        topicArn: text(
          "Instead: a topic that is there, in the hub's account and region.",
        ).optional(),
      })
      .describe("Who is told that the path of alerts itself is broken.")
      .optional(),
    heartbeat: z
      .strictObject({
        hours: z
          .number()
          .describe("Hours between two: 2, 3, 4, 6, 8, 12 or 24; 0 for none; default 24.")
          .optional(),
      })
      .describe("Every region sends an event now and then, and one alarm counts them.")
      .optional(),
    retry: z
      .strictObject({
        seconds: z.number().describe("60 to 86400 seconds; default 86400.").optional(),
        attempts: z.number().describe("0 to 185 attempts; default 185.").optional(),
      })
      .describe("How long delivery is tried before an event goes to a dead-letter queue.")
      .optional(),
    logAlarms: z
      .strictObject({
        signIns: z
          .number()
          .describe("Sign-ins in five minutes that raise the alarm; 0 for none; default 1.")
          .optional(),
        failures: z
          .number()
          .describe("Failures in five minutes that raise the alarm; 0 for none; default 5.")
          .optional(),
        users: z
          .array(
            z.strictObject({
              name: text("Lower-case words with hyphens; part of resource names."),
              userNames: texts("Names of IAM users, the same in every account."),
            }),
          )
          .describe("IAM users whose every sign-in raises an alarm of their own.")
          .optional(),
        topicArn: text(
          "A topic that is there, in the trail's account and home region; default: one is made.",
        ).optional(),
      })
      .describe("The second path: what the trail's log group is searched for.")
      .optional(),
    tags: z.record(z.string(), z.string()).describe("Tags of every resource.").optional(),
    namePrefix: text("Begins the name of every resource; default signin-alerts.").optional(),
    stackPrefix: text("Begins the name of every stack; default signin.").optional(),
    providerVersion: text(
      'Versions of the AWS provider that may be used; default ">= 6.25.0, < 7.0.0".',
    ).optional(),
    backend: backend.optional(),
  })
  .describe("Sign-in alerts of an AWS organization.");

/** Fails to compile when the shape of the file and the properties of the construct part ways. */
type Assert<T extends true> = T;
type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
export type SchemaMatchesProps = Assert<
  z.output<typeof configurationSchema> extends MaybeUndefined<Mutable<SignInAlertsProps>>
    ? true
    : false
>;
type MaybeUndefined<T> = T extends readonly (infer Item)[]
  ? MaybeUndefined<Item>[]
  : T extends object
    ? { [K in keyof T]: MaybeUndefined<T[K]> | (undefined extends T[K] ? undefined : never) }
    : T;
