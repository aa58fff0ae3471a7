import { awsPage, error, type FindingRules, warning } from "./rule";

const keys = awsPage("sns/latest/dg/sns-key-management.html");
const subscriptions = awsPage("sns/latest/api/API_Subscribe.html");
const transformer = awsPage("eventbridge/latest/userguide/eb-transform-target-input.html");

/** What keeps an alert from a topic, over its key, to the recipients. */
export const deliveryRules = {
  "not-delivered": error({
    title: "The event reaches no recipient",
    text: "Nothing refuses the event, but no topic notifies anyone of it.",
    fix: "Add a rule whose target is a topic with recipients.",
    page: "docs/routes.md",
  }),
  "delivered-twice": warning({
    title: "The event arrives more than once at a topic",
    text: "Recipients get the same alert twice.",
    fix: "Remove one of the rules, or make their event patterns disjoint.",
    page: awsPage("eventbridge/latest/userguide/eb-rules-best-practices.html"),
  }),
  "route-not-notified": error({
    title: "A route of the configuration is not notified of the alert",
    text: "Other topics get the alert, the one that the configuration names does not.",
    fix: "Create the rule of the kind for this route.",
    page: "docs/routes.md#routes",
  }),
  "route-unexpected": error({
    title: "A topic is notified that the configuration does not name for the alert",
    text: "Recipients of another route get the alert.",
    fix: "Remove the rule, or name the topic in the configuration.",
    page: "docs/routes.md#routes",
  }),
  "different-place": error({
    title: "Two resources that work together are in different accounts or regions",
    text: "AWS refuses to connect them, so what is sent over them is lost.",
    fix: "Create both in the same account and region.",
    page: awsPage("eventbridge/latest/userguide/eb-targets.html"),
  }),
  "topic-missing": error({
    title: "The topic is missing",
    text: "What is published to a topic that does not exist notifies no one.",
    fix: "Create the topic, correct the ARN, or name the topic as existing in the configuration.",
    page: awsPage("sns/latest/dg/sns-create-topic.html"),
  }),
  "topic-fifo": error({
    title: "The topic is a FIFO topic",
    text: "A FIFO topic sends no e-mail, and EventBridge does not publish to one.",
    fix: "Use a standard topic.",
    page: awsPage("sns/latest/dg/sns-fifo-topics.html"),
  }),
  "topic-policy-denies": error({
    title: "The policy of the topic does not let the sender publish",
    text: "SNS refuses the message.",
    fix: "Allow sns:Publish for the service, or remove what denies it.",
    page: awsPage("sns/latest/dg/sns-access-policy-use-cases.html"),
  }),
  "key-missing": error({
    title: "The KMS key is not in the Terraform",
    text: "What its policy allows is not known; without a grant the service cannot use it.",
    fix: "Add the key to the stacks, or use one that is there.",
    page: keys,
  }),
  "key-disabled": error({
    title: "The KMS key is disabled",
    text: "What is encrypted with it can be neither written nor read: messages are lost.",
    fix: "Set is_enabled to true.",
    page: awsPage("kms/latest/developerguide/enabling-keys.html"),
  }),
  "key-managed-by-aws": error({
    title: "The KMS key is managed by AWS",
    text: "Its policy lets no service of EventBridge or CloudWatch use it: messages are lost.",
    fix: "Use a customer managed key whose policy allows the service.",
    page: awsPage("kms/latest/developerguide/concepts.html#aws-managed-cmk"),
  }),
  "key-policy-denies": error({
    title: "The policy of the KMS key does not let the service use it",
    text: "The service can neither encrypt nor decrypt, so messages are lost.",
    fix: "Allow the action for the service in the policy of the key.",
    page: awsPage("kms/latest/developerguide/key-policies.html"),
  }),
  "key-policy-locks-out": error({
    title: "The policy of the KMS key locks its account out",
    text: "KMS creates no key whose policy its own account could not change again.",
    fix: "Allow kms:PutKeyPolicy for the account of the key.",
    page: awsPage("kms/latest/APIReference/API_CreateKey.html"),
  }),
  "topic-without-recipients": error({
    title: "No one is subscribed to the topic",
    text: "Messages arrive at the topic and go nowhere.",
    fix: "Add recipients to the topic.",
    page: awsPage("sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html"),
  }),
  "recipient-not-subscribed": error({
    title: "A recipient of the configuration is not subscribed",
    text: "The recipient is notified of nothing, or not of what its route names.",
    fix: "Subscribe the recipient, or take it out of the configuration.",
    page: subscriptions,
  }),
  "subscription-filtered": error({
    title: "The subscription may keep messages back",
    text: "Filter and replay policies are not analyzed: whether each message passes is not known.",
    fix: "Remove filter_policy and replay_policy.",
    page: awsPage("sns/latest/dg/sns-message-filtering.html"),
  }),
  "subscription-protocol-not-analyzed": error({
    title: "The protocol of the subscription is not analyzed",
    text: "Whether messages arrive by this protocol is not known.",
    fix: "Use a protocol that the detail names.",
    page: awsPage("sns/latest/dg/sns-event-destinations.html"),
  }),
  "subscription-endpoint-invalid": error({
    title: "The endpoint is not a valid one of its protocol",
    text: "SNS refuses the subscription.",
    fix: "Correct the endpoint.",
    page: awsPage("sns/latest/api/API_Subscribe.html#API_Subscribe_RequestParameters"),
  }),
  "transformer-invalid": error({
    title: "The input transformer cannot write the message",
    text: "EventBridge refuses the transformer, or cannot deliver the text that it makes.",
    fix: "Use the transformer that the package generates.",
    page: transformer,
  }),
  "message-missing": error({
    title: "The target has no input transformer",
    text: "People get the event as raw JSON; a function does not learn the kind.",
    fix: "Add the input transformer of the kind.",
    page: awsPage("eventbridge/latest/userguide/eb-transform-input-examples.html"),
  }),
  "message-differs": error({
    title: "The message is not the catalog's for this target",
    text: "Values may be missing in it, or its reader cannot understand it.",
    fix: "Use the message that the package generates for the kind and the target.",
    page: awsPage("eventbridge/latest/userguide/eb-transform-input-issues.html"),
  }),
  "message-of-other-kind": error({
    title: "The message is that of another alert kind",
    text: "Recipients read that something else happened.",
    fix: "Give the target the message of the kinds of its rule.",
    page: "docs/routes.md",
  }),
} satisfies FindingRules;
