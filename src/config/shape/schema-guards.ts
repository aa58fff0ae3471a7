import { z } from "zod";
import { text, texts } from "./schema-texts";

/** What watches the path. */
export const guards = {
  operations: z
    .strictObject({
      recipients: texts(
        "Recipients in the forms of a route; default: everybody who is told of some alert.",
      ).optional(),
      topicArn: text("Instead: a topic that is there, in the hub's account and region.").optional(),
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
      uncovered: z
        .boolean()
        .describe("Whether a sign-in where none is forwarded raises an alarm; default true.")
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
};
