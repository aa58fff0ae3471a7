import { awsPage, error, warning, type FindingRules } from "./rule";

/** What only AWS knows: the state of what exists. */
export const liveRules = {
  "live-not-known": error({
    title: "AWS did not say something that decides whether alerts arrive",
    text: "What was not answered is never taken for covered.",
    fix: "Give the reading role the permission that the detail names, or run the command again.",
    page: "docs/live.md",
  }),
  "subscription-unconfirmed": error({
    title: "A subscription is not confirmed, or was deleted",
    text: "The recipient is not notified. AWS deletes a subscription that is not confirmed within 48 hours.",
    fix: "Let the recipient confirm the mail of AWS, or subscribe the recipient again by an apply.",
    page: awsPage("sns/latest/dg/sns-email-notifications.html"),
  }),
  "service-control-policy-denies": error({
    title: "A service control policy denies what a role of the path has to do",
    text: "Whatever the role's own policies allow, AWS refuses it: events of the account do not reach the hub, or go no further.",
    fix: "Leave the role out in the policy, by a condition on aws:PrincipalArn, or detach the policy.",
    page: awsPage("organizations/latest/userguide/orgs_manage_policies_scps.html"),
  }),
  "resource-control-policy-denies": error({
    title:
      "A resource control policy denies what a service has to do with a queue, a key, a bucket or a role",
    text: "Whatever its own policy allows, AWS refuses it: alerts, undelivered events or log files are lost.",
    fix: "Leave AWS's services out in the policy, by a condition on aws:PrincipalIsAWSService, or detach the policy.",
    page: awsPage("organizations/latest/userguide/orgs_manage_policies_rcps.html"),
  }),
  "trusted-access-disabled": error({
    title: "CloudTrail may not act in the organization",
    text: "Organization trails remain, and record no member account: their sign-ins reach nobody.",
    fix: "Run aws organizations enable-aws-service-access --service-principal cloudtrail.amazonaws.com in the management account.",
    page: awsPage("organizations/latest/userguide/services-that-can-integrate-cloudtrail.html"),
  }),
  "trail-delivery-failing": error({
    title: "The trail cannot write what it records",
    text: "Sign-ins are missing from the log files or from the log group.",
    fix: "Correct what CloudTrail reports: the policy of the bucket, the key, or the role of the log group.",
    page: awsPage("awscloudtrail/latest/APIReference/API_GetTrailStatus.html"),
  }),
  "alarm-raised": error({
    title: "An alarm of the path is raised",
    text: "What it watches is wrong now: see its description.",
    fix: "Follow the description of the alarm.",
    page: "docs/operations.md#alarms",
  }),
  "alarm-without-data": warning({
    title: "An alarm has no data, or does not say its state",
    text: "It is new, or what it counts is not written any more.",
    fix: "Wait for the first data; after a day, see whether its metric exists.",
    page: awsPage("AmazonCloudWatch/latest/monitoring/alarm-evaluation.html"),
  }),
  "alarm-muted": error({
    title: "An alarm of the path is muted",
    text: "A mute rule of CloudWatch is active: the alarm changes its state and notifies no one.",
    fix: "Take the alarm out of the mute rule that the detail names, or wait until its window ends.",
    page: awsPage("AmazonCloudWatch/latest/APIReference/API_GetAlarmMuteRule.html"),
  }),
  "archive-not-enabled": error({
    title: "The archive of the hub's event bus keeps no events",
    text: "It is disabled, or AWS could not create or change it: what was not delivered cannot be replayed.",
    fix: "Delete the archive and deploy the hub again; where it fails again, see the reason that describe-archive gives.",
    page: awsPage("eventbridge/latest/APIReference/API_DescribeArchive.html"),
  }),
  "function-not-active": error({
    title: "The function that formats messages does not run as it is configured",
    text: "Lambda cannot invoke it, or its last update failed and an older state of it runs.",
    fix: "Correct the reason that the detail names, such as a key that is disabled, then update the function or deploy the hub again.",
    page: awsPage("lambda/latest/dg/functions-states.html"),
  }),
  "dead-letter-messages-waiting": error({
    title: "Messages wait in a dead-letter queue",
    text: "Events were not delivered: nobody was notified of them by this path.",
    fix: "Read them, correct the cause, and replay them.",
    page: "docs/operations.md#reading-dead-letter-messages",
  }),
} as const satisfies FindingRules;
