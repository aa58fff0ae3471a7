import { z } from "zod";
import { catalog, messageStyles, severities } from "../../catalog";
import { guards } from "./schema-guards";
import { slack, teams, userNotifications } from "./schema-channels";
import { account, backend, rollout, trail } from "./schema-parts";
import { accountId, text, texts } from "./schema-texts";
import { regionStrategies, type SignInAlertsProps } from "../props";

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
    rollout: rollout.optional(),
    regionStrategy: z
      .enum(regionStrategies)
      .describe(
        "provider-per-region (default), or region-argument: one provider for all regions of an account.",
      )
      .optional(),
    movedFrom: z
      .enum(regionStrategies)
      .describe("Strategy that the accounts were deployed with, while they change to another.")
      .optional(),
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
    recipients: texts(
      "Whoever is told of everything, in the forms of a route; or use `routes`.",
    ).optional(),
    routes: z
      .array(
        z.strictObject({
          name: text("Lower-case words with hyphens; part of resource names."),
          kinds: texts("Alert kinds; default: all that are on.").optional(),
          minSeverity: z
            .enum(severities)
            .describe("Kinds of less severity are left out; default: none is.")
            .optional(),
          accounts: texts(
            "Accounts by id, name with *, or tag such as env=prod; default: all.",
          ).optional(),
          recipients: texts(
            "E-mail and https addresses, ARNs of SQS queues and Lambda functions, phone numbers.",
          ).optional(),
          topicArn: text(
            "Instead of recipients: a topic that is there, in the hub's account and region.",
          ).optional(),
          slack: slack.optional(),
          teams: teams.optional(),
        }),
      )
      .describe("Who is told of what, instead of `recipients`.")
      .optional(),
    formatter: z
      .boolean()
      .describe("Whether a function writes the mails: subject, account names; default false.")
      .optional(),
    userNotifications: userNotifications.optional(),
    ignore: z
      .array(
        z.strictObject({
          principalArn: text("ARN of who signs in, * for any text.").optional(),
          accounts: texts("Accounts by id, name with *, or tag.").optional(),
          sourceCidr: text("IPv4 block that sign-ins come from, at least /8.").optional(),
          kinds: texts(
            "Alert kinds, none of root's; default: all on that say who acted.",
          ).optional(),
          until: text("Last day, such as 2027-06-30, at most 3 years ahead."),
          reason: text("Why."),
        }),
      )
      .describe("Sign-ins that nobody is told of, on purpose.")
      .optional(),
    ...guards,
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
