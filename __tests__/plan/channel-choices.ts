import fc from "fast-check";
import type { Route } from "../../src/stacks";
import { HUB } from "./accounts";

const mails = ["security@example.com", "oncall@example.com", "audit@example.com"];
const recipients = fc.uniqueArray(
  fc.constantFrom(
    ...mails,
    "https://events.example.com/Alerts",
    "https://events.example.com/alerts",
    "var.pager_url",
    `arn:aws:ssm:eu-central-1:${HUB}:parameter/signin-alerts/pager`,
    "+491701234567",
    `arn:aws:sqs:eu-central-1:${HUB}:archive`,
    `arn:aws:lambda:eu-central-1:${HUB}:function:Notify`,
  ),
  { maxLength: 3 },
);
// A mailbox always, so that the alarms of the trail's account have a recipient to notify.
export const people = fc
  .tuple(fc.constantFrom(...mails), recipients)
  .map(([mail, others]) => [...new Set([mail, ...others])]);

/** Who a route notifies. */
export const channel: fc.Arbitrary<Partial<Route>> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ recipients: people }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom("theirs", "theirs-open").map((open) => ({
      topicArn: `arn:aws:sns:eu-central-1:${HUB}:theirs`,
      openTopicArn: `arn:aws:sns:eu-central-1:${HUB}:${open}`,
    })),
  },
  {
    weight: 1,
    arbitrary: fc.constant({ slack: { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" } }),
  },
  {
    weight: 1,
    arbitrary: fc.constant({
      teams: {
        tenantId: "0a1b2c3d-0000-1111-2222-333344445555",
        teamId: "0a1b2c3d-0000-1111-2222-333344446666",
        channelId: "19%3aabcdef%40thread.tacv2",
      },
    }),
  },
);
