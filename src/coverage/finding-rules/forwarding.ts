import { awsPage, error, warning, type FindingRules } from "./rule";

const creating = awsPage("awscloudtrail/latest/userguide/creating-trail-organization.html");
const targets = awsPage("eventbridge/latest/userguide/eb-targets.html");
const crossAccount = awsPage("eventbridge/latest/userguide/eb-cross-account.html");

/** What keeps events from being recorded, from the rules, and over the hub's event bus from the targets. */
export const forwardingRules = {
  "trail-missing": error({
    title: "There is no trail",
    text: "CloudTrail hands sign-ins to EventBridge only where a trail logs them.",
    fix: "Create the organization trail, or set `trail` to an existing one.",
    page: creating,
  }),
  "trail-records-too-little": error({
    title: "The trail does not record all sign-ins",
    text: "What no trail logs becomes no event: each account, each region and the events of global services count.",
    fix: "Set the argument to what the detail names, in the management account or a delegated administrator.",
    page: creating,
  }),
  "trail-selector-mismatch": error({
    title: "The event selectors of the trail leave out management events",
    text: "Sign-ins are management events; what no selector asks for is not recorded.",
    fix: "Add a selector for management events, read-only events included.",
    page: awsPage("awscloudtrail/latest/userguide/logging-management-events-with-cloudtrail.html"),
  }),
  "trail-bucket-policy-denies": error({
    title: "The trail's bucket or its policy is missing, or does not let CloudTrail write",
    text: "CloudTrail creates no trail that may not write for the account and the organization.",
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
  "forwarding-rule-missing": error({
    title: "No rule forwards sign-ins",
    text: "Sign-ins of this account and region stay on its default event bus: no one is notified.",
    fix: "Deploy the forwarder in this account and region, or take them out of the configuration.",
    page: crossAccount,
  }),
  "forwarding-rule-mismatch": error({
    title: "No forwarding rule matches the event",
    text: "The event stays on the default event bus of its account and region.",
    fix: "Give the rule the event pattern of the enabled kinds.",
    page: awsPage("eventbridge/latest/userguide/eb-event-patterns.html"),
  }),
  "alert-rule-missing": error({
    title: "No rule of the hub handles the event",
    text: "The event arrives at the bus of the hub and goes nowhere.",
    fix: "Create the rule of the kind with the event pattern of the catalog, or disable the kind.",
    page: awsPage("eventbridge/latest/userguide/eb-rules.html"),
  }),
  "wildcard-rules-over-quota": error({
    title: "More than 30 rules of an event bus have wildcards",
    text: "AWS refuses the rules over the quota, which it raises for no one.",
    fix: "Write patterns without wildcards, or join rules.",
    page: awsPage("eventbridge/latest/userguide/eb-quota.html"),
  }),
  "rule-disabled": error({
    title: "The rule is disabled",
    text: "A disabled rule matches no event.",
    fix: "Set state to ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS for a rule that forwards, or that matches read-only events; to ENABLED for any other rule.",
    page: awsPage("eventbridge/latest/userguide/eb-delete-rule.html"),
  }),
  "rule-without-read-only-events": error({
    title: "The rule does not get read-only events",
    text: "EventBridge gives read-only events only to rules that ask for all management events.",
    fix: "Set state to ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS.",
    page: awsPage("eventbridge/latest/userguide/eb-service-event-cloudtrail.html"),
  }),
  "pattern-differs": error({
    title: "The event pattern is not the catalog's for its kinds",
    text: "The sample events match, but other events of the kinds may be left out.",
    fix: "Use the event pattern that the package generates.",
    page: awsPage("eventbridge/latest/userguide/eb-event-patterns-content-based-filtering.html"),
  }),
  "pattern-too-long": error({
    title: "The event pattern is longer or more complex than AWS allows",
    text: "EventBridge refuses the rule. Only the length is a quota that can be raised.",
    fix: "Divide the rule, or use fewer wildcards and alternatives.",
    page: awsPage("eventbridge/latest/userguide/eb-quota.html"),
  }),
  "target-missing": error({
    title: "The rule has no target",
    text: "What the rule matches goes nowhere.",
    fix: "Add the target, or remove the rule.",
    page: targets,
  }),
  "destination-missing": error({
    title: "What is sent to does not exist",
    text: "What is sent to a bus, topic, function or log group that does not exist is lost.",
    fix: "Create it, correct its ARN, or name it as existing in the configuration.",
    page: targets,
  }),
  "target-third-bus": error({
    title: "An event from another bus is sent on to a third",
    text: "EventBridge delivers across event buses once; it drops the event at the second hop.",
    fix: "Send to the bus of the hub directly.",
    page: awsPage("eventbridge/latest/userguide/eb-bus-to-bus.html"),
  }),
  "target-alters-event": error({
    title: "The target alters the event",
    text: "An event bus or a log group that counts events must get the event as it is.",
    fix: "Remove input, input_path and input_transformer from the target.",
    page: awsPage("eventbridge/latest/APIReference/API_Target.html"),
  }),
  "target-role-missing": error({
    title: "The target has no role",
    text: "EventBridge sends to a bus of another account or region only with a role.",
    fix: "Set role_arn to the role of the forwarder.",
    page: awsPage(
      "eventbridge/latest/userguide/eb-cross-account.html#eb-cross-account-permissions",
    ),
  }),
  "target-role-unneeded": error({
    title: "The target has a role, which is not analyzed here",
    text: "With a role EventBridge asks what the role may do instead of the policy of what it sends to.",
    fix: "Remove role_arn: the policy of what it sends to is enough.",
    page: awsPage("eventbridge/latest/userguide/eb-use-resource-based.html"),
  }),
  "bus-policy-denies": error({
    title: "The policy of the event bus does not let the sender in",
    text: "EventBridge refuses the event, which goes to the dead-letter queue of the sender.",
    fix: "Allow events:PutEvents for the organization, the source and the detail-type.",
    page: awsPage("eventbridge/latest/userguide/eb-event-bus-perms.html"),
  }),
  "resource-policy-denies": error({
    title: "The policy of what is sent to does not let the sender in",
    text: "What is sent to the topic, queue, function or log group is refused.",
    fix: "Allow the action that the detail names for the service, or remove what denies it.",
    page: awsPage("eventbridge/latest/userguide/eb-use-resource-based.html"),
  }),
  "open-to-strangers": error({
    title: "Accounts outside the organization may use what alerts pass through",
    text: "They can forge alerts, bury a true one in a flood, read alerts or take them away.",
    fix: "Add StringEquals on aws:PrincipalOrgID to every Allow for accounts, and source_arn to the permission of a function.",
    page: awsPage("IAM/latest/UserGuide/reference_policies_condition-keys.html"),
  }),
  "bus-rules-changeable": error({
    title: "Other accounts may change the rules of the event bus",
    text: "Any of them can disable a rule of alerts, or send its events elsewhere.",
    fix: "Allow other accounts events:PutEvents only.",
    page: awsPage("eventbridge/latest/userguide/eb-event-bus-perms.html"),
  }),
  "changeable-by-members": error({
    title: "Another account of the organization may change the topic, or empty the queue",
    text: "Whoever has that account can let alerts go nowhere, or lose what could not be delivered.",
    fix: "Allow other accounts neither to change topics nor to purge queues.",
    page: awsPage("sns/latest/dg/sns-access-policy-language-api-permissions-reference.html"),
  }),
  "bus-accepts-any-source": error({
    title: "The event bus accepts events of any source",
    text: "An account of the organization can forge sign-ins.",
    fix: "Add conditions on events:source and events:detail-type to the Allow.",
    page: awsPage("eventbridge/latest/userguide/eb-use-conditions.html"),
  }),
  "role-missing": error({
    title: "The role is missing",
    text: "Without the role nothing is sent.",
    fix: "Create the role in the account, or correct the ARN.",
    page: awsPage("eventbridge/latest/userguide/eb-use-identity-based.html"),
  }),
  "policy-of-other-resource": error({
    title: "The policy is not about the resource that it is attached to",
    text: "It allows no one anything on the bus or bucket whose policy it is.",
    fix: "Name the bus or bucket of the stack in the policy.",
    page: awsPage("IAM/latest/UserGuide/access_policies_identity-vs-resource.html"),
  }),
  "policy-refused": error({
    title: "AWS would refuse the policy",
    text: "The plan succeeds and the apply fails, so that a part of the path is missing.",
    fix: "Shorten or correct the policy as the detail says.",
    page: awsPage("IAM/latest/UserGuide/reference_iam-quotas.html"),
  }),
  "unused-resource": warning({
    title: "Nothing uses the resource",
    text: "It gets no events and notifies no one.",
    fix: "Deploy what uses it, or remove it.",
    page: crossAccount,
  }),
  "role-trust-denies": error({
    title: "The trust policy does not let the service assume the role",
    text: "The service is refused before it can send anything.",
    fix: "Allow sts:AssumeRole for the service, with the conditions that it meets.",
    page: awsPage("IAM/latest/UserGuide/id_roles_update-role-trust-policy.html"),
  }),
  "role-permission-denies": error({
    title: "The policies of the role do not allow the action",
    text: "The service assumes the role and is refused.",
    fix: "Allow the action on the resource in a policy of the role.",
    page: awsPage("IAM/latest/UserGuide/reference_policies_evaluation-logic.html"),
  }),
  "role-boundary-denies": error({
    title: "The permissions boundary of the role does not allow the action",
    text: "The policies of the role allow it, and the service is refused all the same.",
    fix: "Allow the action on the resource in the policy that bounds the role.",
    page: awsPage("IAM/latest/UserGuide/access_policies_boundaries.html"),
  }),
  "organization-differs": error({
    title: "The policy is for another organization",
    text: "Accounts of the organization in use are refused, and those of another may be let in.",
    fix: "Use one organization id everywhere.",
    page: awsPage("IAM/latest/UserGuide/reference_policies_condition-keys.html"),
  }),
} satisfies FindingRules;
