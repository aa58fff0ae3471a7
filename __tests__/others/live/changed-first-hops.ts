import * as eb from "@aws-sdk/client-eventbridge";
import * as iam from "@aws-sdk/client-iam";
import * as kms from "@aws-sdk/client-kms";
import { bus, change, MANAGEMENT, type ChangeByHand } from "./by-hand";

const rolePolicy = (Effect: string): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect, Action: "*", Resource: "*" }] });

/** What every event passes first, or all of an account: changed early it would hide the rest. */
export const changedFirstHops: readonly ChangeByHand[] = [
  change("the schedule of the heartbeats is changed", "heartbeat-missing", ({ events }) =>
    events.send(
      new eb.PutRuleCommand({ Name: `${bus}-heartbeat`, ScheduleExpression: "rate(7 days)" }),
    ),
  ),
  change(
    "the policy of the role that writes to the log group is replaced",
    "trail-log-role-denies",
    ({ iam: client }) =>
      client.send(
        new iam.PutRolePolicyCommand({
          RoleName: `${bus}-trail-logs`,
          PolicyName: "write-log-streams",
          PolicyDocument: rolePolicy("Deny"),
        }),
      ),
    MANAGEMENT,
  ),
  change(
    "the key of the trail waits for its deletion",
    "key-disabled",
    async ({ kms: client }) => {
      const { KeyMetadata } = await client.send(
        new kms.DescribeKeyCommand({ KeyId: `alias/${bus}-trail` }),
      );
      await client.send(
        new kms.ScheduleKeyDeletionCommand({ KeyId: KeyMetadata?.KeyId, PendingWindowInDays: 7 }),
      );
    },
    MANAGEMENT,
  ),
  change(
    "the trust policy of a role is replaced",
    "role-trust-denies",
    ({ iam: client }) =>
      client.send(
        new iam.UpdateAssumeRolePolicyCommand({
          RoleName: `${bus}-forward`,
          PolicyDocument: JSON.stringify({
            Version: "2012-10-17",
            Statement: [
              {
                Effect: "Allow",
                Action: "sts:AssumeRole",
                Principal: { Service: "ec2.amazonaws.com" },
              },
            ],
          }),
        }),
      ),
    MANAGEMENT,
  ),
];
