import {
  PutEventSelectorsCommand,
  StopLoggingCommand,
  UpdateTrailCommand,
} from "@aws-sdk/client-cloudtrail";
import * as eb from "@aws-sdk/client-eventbridge";
import * as iam from "@aws-sdk/client-iam";
import { DeleteBucketPolicyCommand } from "@aws-sdk/client-s3";
import * as sqs from "@aws-sdk/client-sqs";
import { bus, change, HUB, MANAGEMENT, nobody, queue, region, type ChangeByHand } from "./by-hand";
import { changeTarget } from "./targets";

/** How events get to the hub, and are recorded. */
export const changedSource: readonly ChangeByHand[] = [
  change(
    "the policy of a queue is replaced",
    "resource-policy-denies",
    ({ sqs: client }) =>
      client.send(
        new sqs.SetQueueAttributesCommand({
          QueueUrl: queue(`${bus}-forward-dead-letters`, MANAGEMENT),
          Attributes: {
            Policy: nobody(
              "sqs:ReceiveMessage",
              `arn:aws:sqs:${region}:${MANAGEMENT}:${bus}-forward-dead-letters`,
            ),
          },
        }),
      ),
    MANAGEMENT,
  ),
  change(
    "heartbeats are sent elsewhere",
    "heartbeat-missing",
    ({ events }) =>
      changeTarget(
        events,
        `${bus}-heartbeat`,
        (found) => ({ ...found, Arn: `arn:aws:events:${region}:${HUB}:event-bus/other` }),
        "default",
      ),
    MANAGEMENT,
  ),
  change(
    "a forwarding rule is disabled",
    "rule-disabled",
    ({ events }) => events.send(new eb.DisableRuleCommand({ Name: `${bus}-forward` })),
    MANAGEMENT,
  ),
  change("the policy of a role is deleted", "role-permission-denies", ({ iam: client }) =>
    client.send(
      new iam.DeleteRolePolicyCommand({
        RoleName: `${bus}-forward`,
        PolicyName: "put-events-on-hub",
      }),
    ),
  ),
  change("the policy of the event bus is deleted", "bus-policy-denies", ({ events }) =>
    events.send(new eb.RemovePermissionCommand({ EventBusName: bus, RemoveAllPermissions: true })),
  ),
  change(
    "the policy of the trail's bucket is deleted",
    "trail-bucket-policy-denies",
    ({ s3 }) =>
      s3.send(new DeleteBucketPolicyCommand({ Bucket: `${bus}-trail-${MANAGEMENT}-${region}` })),
    MANAGEMENT,
  ),
  change(
    "the selectors of the trail leave out what is written",
    "trail-selector-mismatch",
    ({ cloudtrail }) =>
      cloudtrail.send(
        new PutEventSelectorsCommand({
          TrailName: `${bus}-trail`,
          AdvancedEventSelectors: [
            {
              Name: "Management events selector",
              FieldSelectors: [
                { Field: "eventCategory", Equals: ["Management"] },
                { Field: "readOnly", Equals: ["true"] },
              ],
            },
          ],
        }),
      ),
    MANAGEMENT,
  ),
  change(
    "the trail is of one region",
    "trail-records-too-little",
    ({ cloudtrail }) =>
      cloudtrail.send(new UpdateTrailCommand({ Name: `${bus}-trail`, IsOrganizationTrail: false })),
    MANAGEMENT,
  ),
  change(
    "the trail is stopped",
    "trail-records-too-little",
    ({ cloudtrail }) => cloudtrail.send(new StopLoggingCommand({ Name: `${bus}-trail` })),
    MANAGEMENT,
  ),
];
