import { awsPage, error, warning, type FindingRules } from "./rule";

const chat = awsPage("chatbot/latest/adminguide/custom-notifs.html");
const routing = "docs/routes.md#not-routed-on-purpose";
const formatter = "docs/security.md#formatter";

/** What keeps an alert from a topic, over its key, channel or function, to the recipients. */
export const deliveryRules = {
  "kind-not-routed": error({
    title: "An alert kind is on, and no route takes it",
    text: "It is not forwarded, and no one is notified of it.",
    fix: "Name the kind in a route, switch it off, or give the reason in acceptUnrouted.",
    page: routing,
  }),
  "account-not-routed": error({
    title: "No route takes anything of an account",
    text: "No one is notified of any sign-in to the account.",
    fix: "Name the account in a route, or give the reason in acceptUnrouted.",
    page: routing,
  }),
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
  "flood-silences-alerts": error({
    title: "A flood that anybody can cause would silence this subscription",
    text: "SNS suspends mail that is offered more than ten messages a second, and deletes the subscription two days later. Failed sign-ins and requests to recover a password need no credentials: whoever floods them is not noticed when a sign-in succeeds.",
    fix: "Send the kinds that anybody can cause to a topic of their own, with a subscription of its own.",
    page: "docs/security.md#flooding",
  }),
  "different-place": error({
    title: "Two resources that work together are in different accounts or regions",
    text: "AWS refuses to connect them, so what is sent over them is lost.",
    fix: "Create both in the same account and region.",
    page: awsPage("eventbridge/latest/userguide/eb-targets.html"),
  }),
  "fifo-unsupported": error({
    title: "The topic or queue is a FIFO one",
    text: "EventBridge does not publish to a FIFO topic and keeps nothing in a FIFO queue; a FIFO topic sends no e-mail.",
    fix: "Use a standard topic or queue.",
    page: awsPage("sns/latest/dg/sns-fifo-topics.html"),
  }),
  "key-missing": error({
    title: "The KMS key is not in the Terraform",
    text: "What its policy allows is not known; without a grant the service cannot use it.",
    fix: "Add the key to the stacks, or use one that is there.",
    page: awsPage("sns/latest/dg/sns-key-management.html"),
  }),
  "key-in-other-region": error({
    title: "The KMS key is in another region than what it encrypts",
    text: "KMS knows a key in its own region only: messages are lost, and no trail or log group is created.",
    fix: "Use a key of the region of the topic, queue or log group, for a trail of that of its bucket.",
    page: awsPage("kms/latest/developerguide/multi-region-keys-overview.html"),
  }),
  "key-disabled": error({
    title: "The KMS key is disabled",
    text: "What is encrypted with it can be neither written nor read: messages are lost.",
    fix: "Set is_enabled to true.",
    page: awsPage("kms/latest/developerguide/enabling-keys.html"),
  }),
  "key-policy-denies": error({
    title: "The policy of the KMS key does not let the service use it",
    text: "The service can neither encrypt nor decrypt, so messages are lost; the policy of a key of AWS lets no such service in.",
    fix: "Allow the action for the service in the policy of a customer managed key.",
    page: awsPage("kms/latest/developerguide/key-policies.html"),
  }),
  "key-policy-locks-out": error({
    title: "The policy of the KMS key locks its account out",
    text: "KMS creates no key whose policy its own account could not change again.",
    fix: "Allow kms:PutKeyPolicy for the account of the key.",
    page: awsPage("kms/latest/APIReference/API_CreateKey.html"),
  }),
  "recipients-missing": error({
    title: "No recipient is subscribed or associated",
    text: "Messages arrive at the topic or notification configuration and go nowhere.",
    fix: "Add recipients to the topic, or an e-mail contact of the account to the configuration.",
    page: awsPage("sns/latest/dg/sns-create-subscribe-endpoint-to-topic.html"),
  }),
  "recipient-not-subscribed": error({
    title: "A recipient or channel of the configuration is not subscribed",
    text: "It is notified of nothing, or not of what its route names.",
    fix: "Subscribe it, or take it out of the configuration.",
    page: awsPage("sns/latest/api/API_Subscribe.html"),
  }),
  "subscription-endpoint-invalid": error({
    title: "The endpoint is not a valid one of its protocol, or never confirms",
    text: "SNS refuses the subscription, or waits for its confirmation and delivers nothing.",
    fix: "Correct the endpoint, or use one that confirms.",
    page: awsPage("sns/latest/api/API_Subscribe.html#API_Subscribe_RequestParameters"),
  }),
  "transformer-invalid": error({
    title: "The input transformer cannot write the message",
    text: "EventBridge refuses the transformer, or cannot deliver the text that it makes.",
    fix: "Use the transformer that the package generates.",
    page: awsPage("eventbridge/latest/userguide/eb-transform-target-input.html"),
  }),
  "message-differs": error({
    title: "The message is not the catalog's for this kind and target",
    text: "Values may be missing in it, its reader cannot understand it, or reads that something else happened.",
    fix: "Use the input transformer that the package generates for the kind and the target.",
    page: awsPage("eventbridge/latest/userguide/eb-transform-input-issues.html"),
  }),
  "chat-channel-without-topic": error({
    title: "The chat channel lists no topic",
    text: "The channel shows nothing.",
    fix: "Add the topic of the route to sns_topic_arns.",
    page: "docs/routes.md#slack-and-microsoft-teams",
  }),
  "chat-channel-invalid": error({
    title: "The chat channel cannot be created",
    text: "AWS refuses ids of another form, and topics of another account are not analyzed.",
    fix: "Correct the ids of the workspace and channel, and use a topic of the same account.",
    page: awsPage("chatbot/latest/adminguide/slack-setup.html"),
  }),
  "chat-message-dropped": error({
    title: "Chat drops the message",
    text: "Chat shows nothing but custom notifications of its schema, and says nothing of the others.",
    fix: "Use the chat message that the package generates for the kind.",
    page: chat,
  }),
  "chat-message-without-channel": error({
    title: "The message is for chat, but no channel lists its topic",
    text: "No one reads the message in chat.",
    fix: "List the topic in a channel, or use the message for mail.",
    page: chat,
  }),
  "chat-message-for-others": warning({
    title: "The message is for chat, but others are subscribed to its topic",
    text: "They get it as raw JSON.",
    fix: "Subscribe them to a topic of their own.",
    page: chat,
  }),
  "notification-rule-without-read-only-events": error({
    title: "AWS User Notifications gets no read-only events",
    text: "The rules that AWS creates for it do not ask for read-only events.",
    fix: "Route kinds of read-only events to a topic.",
    page: "docs/routes.md#aws-user-notifications",
  }),
  "notification-differs": error({
    title: "The notification configuration or one of its rules is not as it should be",
    text: "AWS User Notifications leaves out some events or regions, or notifies later, or others.",
    fix: "Deploy the notification configuration that the package generates.",
    page: awsPage("notifications/latest/userguide/what-is-service.html"),
  }),
  "function-code-unknown": error({
    title: "The code of the function cannot be judged",
    text: "Its package is not at hand, so what it writes and publishes is not known.",
    fix: "Check a folder of generated Terraform, with the package in the folder of the stack.",
    page: formatter,
  }),
  "function-differs": error({
    title: "The function is not this package's",
    text: "With other code or settings it may fail, time out, not know its topic, or write something else.",
    fix: "Deploy the function that this version generates.",
    page: formatter,
  }),
  "format-differs": error({
    title: "Recipients get another format than the configuration says",
    text: "Who reads JSON cannot read the text, or makes no alert of it; who reads text gets JSON.",
    fix: "Deploy the function and the subscriptions that the configuration generates.",
    page: "docs/routes.md#json-for-programs",
  }),
  "function-fallback-missing": error({
    title: "No one is notified if the function fails",
    text: "Lambda drops an event that the function could not publish.",
    fix: "Set on_failure of the destination to the same topic.",
    page: awsPage("lambda/latest/dg/invocation-async-retain-records.html"),
  }),
} satisfies FindingRules;
