import { z } from "zod";
import { text, texts } from "./schema-texts";

/** A channel of Slack. */
export const slack = z
  .strictObject({
    workspaceId: text("Id of the workspace, such as T07EA123LEP."),
    channelId: text("Id of the channel, such as C07EZ1ABC23."),
  })
  .describe("Instead of recipients: a channel of Slack.");

/** A channel of Microsoft Teams. */
export const teams = z
  .strictObject({
    tenantId: text("Id of the tenant, a uuid."),
    teamId: text("Id of the team, a uuid."),
    channelId: text("Id of the channel as in its link, such as 19%3aabc%40thread.tacv2."),
  })
  .describe("Instead of recipients: a channel of Microsoft Teams.");

/** AWS User Notifications. */
export const userNotifications = z
  .strictObject({
    emails: z
      .array(
        z.strictObject({
          name: text("1 to 64 letters, digits, - _ . ~"),
          address: text("E-mail address, confirmed by hand."),
        }),
      )
      .describe("Who is told, 1 to 50."),
    accounts: texts("Accounts by id, name with * or tag; default: all with a stack.").optional(),
    hubRegions: texts(
      "At most 3 regions of notification hubs; default: the hub region.",
    ).optional(),
    aggregation: z
      .enum(["NONE", "SHORT", "LONG"])
      .describe("Gathered into one mail: NONE (default), SHORT (5 minutes) or LONG (12 hours).")
      .optional(),
  })
  .describe("AWS User Notifications, a channel that shares nothing with the hub.");
