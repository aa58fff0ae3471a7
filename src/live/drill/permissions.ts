import type { NeededPermission } from "../needed-permission";

/** Every permission that a drill takes; a test compares it with the calls that are made. */
export const drillPermissions: readonly NeededPermission[] = [
  {
    action: "sqs:CreateQueue",
    calls: "1",
    purpose: "the queue that listens, in the hub's account",
  },
  {
    action: "sns:Subscribe",
    calls: "1 for each topic",
    purpose: "the queue, to the routes' topics",
  },
  {
    action: "sqs:ReceiveMessage",
    calls: "1 every 20 seconds, and 1 for ten alerts",
    purpose: "the alerts, as the topics sent them",
  },
  {
    action: "sns:Unsubscribe",
    calls: "1 for each topic",
    purpose: "removes the subscriptions, whatever happens",
  },
  {
    action: "sns:ListSubscriptionsByTopic",
    calls: "0; 1 or more where SNS did not answer",
    purpose: "finds a subscription of which it is not known whether it exists",
  },
  { action: "sqs:DeleteQueue", calls: "1", purpose: "removes the queue, whatever happens" },
  {
    action: "sts:AssumeRole",
    calls: "1 for each account and region",
    purpose: "the role that signs in, by the credentials of the process itself; not with `--hub`",
  },
  {
    action: "sns:Publish",
    calls: "1 for each topic",
    purpose: "only with `--hub` where there is no archive",
  },
];
