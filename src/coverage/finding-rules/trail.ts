import { awsPage, error, type FindingRules } from "./rule";

const creating = awsPage("awscloudtrail/latest/userguide/creating-trail-organization.html");
const regions = awsPage("awscloudtrail/latest/userguide/cloudtrail-multi-region-trails.html");
const selectors = awsPage(
  "awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html",
);

/** What keeps CloudTrail from recording sign-ins. */
export const trailRules = {
  "trail-missing": error({
    title: "There is no trail",
    text: "CloudTrail hands sign-ins to EventBridge only where a trail logs them.",
    fix: "Create the organization trail, or set `trail` to an existing one.",
    page: creating,
  }),
  "trail-off": error({
    title: "The trail does not log",
    text: "A trail with enable_logging = false records nothing, so no sign-in becomes an event.",
    fix: "Set enable_logging to true.",
    page: creating,
  }),
  "trail-of-one-account": error({
    title: "The trail is not an organization trail",
    text: "It records one account only; sign-ins of the others become no events.",
    fix: "Set is_organization_trail to true, in the management account or a delegated administrator.",
    page: creating,
  }),
  "trail-of-one-region": error({
    title: "The trail is not a multi-region trail",
    text: "It records one region only; sign-ins in the others become no events.",
    fix: "Set is_multi_region_trail to true.",
    page: regions,
  }),
  "trail-without-global-events": error({
    title: "The trail leaves out events of global services",
    text: "Events of IAM and of sign-in are among those with include_global_service_events = false.",
    fix: "Set include_global_service_events to true.",
    page: regions,
  }),
  "trail-selector-mismatch": error({
    title: "The event selectors of the trail leave out management events",
    text: "Sign-ins are management events; what no selector asks for is not recorded.",
    fix: "Add a selector for management events, read-only events included.",
    page: selectors,
  }),
  "trail-bucket-missing": error({
    title: "The bucket of the trail, or its policy, is missing",
    text: "CloudTrail creates no trail that may not write its log files.",
    fix: "Create the bucket and its policy in the stack of the trail.",
    page: awsPage("awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html"),
  }),
  "trail-bucket-policy-denies": error({
    title: "The policy of the trail's bucket does not let CloudTrail write",
    text: "CloudTrail refuses to create a trail that may not write for the account and the organization.",
    fix: "Allow cloudtrail.amazonaws.com what AWS's page asks for, for this trail and organization.",
    page: awsPage(
      "awscloudtrail/latest/userguide/create-s3-bucket-policy-for-cloudtrail.html#org-trail-bucket-policy",
    ),
  }),
  "trail-log-role-denies": error({
    title: "The log role of the trail may not write to the log group",
    text: "CloudTrail creates no trail whose role it cannot use to write to the log group.",
    fix: "Let cloudtrail.amazonaws.com assume the role, and the role write to the streams of the trail.",
    page: awsPage(
      "awscloudtrail/latest/userguide/cloudtrail-required-policy-for-cloudwatch-logs.html",
    ),
  }),
} satisfies FindingRules;
