import { awsPage, error, type FindingRules, warning } from "./rule";

const chat = awsPage("chatbot/latest/adminguide/custom-notifs.html");
const notifications = awsPage("notifications/latest/userguide/what-is-service.html");
const async = awsPage("lambda/latest/dg/invocation-async-retain-records.html");
const formatter = "docs/security.md#formatter";

/** What keeps alerts from chat, from AWS User Notifications, or from the function that writes mails. */
export const channelRules = {
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
  "chat-channel-differs": error({
    title: "The topic does not notify the chat channel of the configuration",
    text: "People read the alerts of the route in another channel, or nowhere.",
    fix: "Deploy the channel that the configuration names.",
    page: "docs/routes.md#slack-and-microsoft-teams",
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
    fix: "Route kinds that only read to a topic.",
    page: "docs/routes.md#aws-user-notifications",
  }),
  "notification-configuration-missing": error({
    title: "The notification configuration is missing",
    text: "AWS User Notifications notifies no one of what its rules match.",
    fix: "Create the notification configuration, or correct its ARN.",
    page: notifications,
  }),
  "notification-differs": error({
    title: "The notification configuration is not what the configuration asks for",
    text: "Notifications come later, or to others, than the configuration says.",
    fix: "Deploy the notification configuration again.",
    page: notifications,
  }),
  "notification-contact-missing": error({
    title: "The notification configuration has no contact that exists",
    text: "No one is notified.",
    fix: "Associate an e-mail contact of the account with the configuration.",
    page: awsPage("notifications/latest/userguide/managing-delivery-channels.html"),
  }),
  "notification-rule-missing": error({
    title: "The notification configuration lacks a rule",
    text: "Events of this type are notified to no one by AWS User Notifications.",
    fix: "Add an event rule of the source and event type.",
    page: awsPage("notifications/latest/userguide/managing-notifications.html"),
  }),
  "notification-regions-missing": error({
    title: "The notification rule leaves out regions",
    text: "Sign-ins of these regions are notified to no one by AWS User Notifications.",
    fix: "Add the regions to the rule.",
    page: notifications,
  }),
  "notification-pattern-differs": error({
    title: "The pattern of the notification rule is not the catalog's",
    text: "Some events of the kinds of its configuration may be left out.",
    fix: "Use the event pattern that the package generates.",
    page: notifications,
  }),
  "function-missing": error({
    title: "The function that writes messages is missing",
    text: "What is sent to a function that does not exist notifies no one.",
    fix: "Create the function, or correct the ARN of the target.",
    page: formatter,
  }),
  "function-permission-denies": error({
    title: "The function does not let the rule invoke it",
    text: "EventBridge is refused, and the event goes to the dead-letter queue.",
    fix: "Allow lambda:InvokeFunction for events.amazonaws.com and the ARN of the rule.",
    page: awsPage("lambda/latest/dg/access-control-resource-based.html"),
  }),
  "function-open-to-strangers": error({
    title: "The function lets other accounts invoke it",
    text: "They can forge alerts.",
    fix: "Set source_arn in the permission to the ARN of the rule.",
    page: awsPage("lambda/latest/api/API_AddPermission.html"),
  }),
  "function-setting-differs": error({
    title: "The function does not run with the settings that its code needs",
    text: "It may fail, time out, or not know its topic.",
    fix: "Use the settings that the package generates.",
    page: formatter,
  }),
  "function-code-unknown": error({
    title: "The code of the function cannot be judged",
    text: "Its package is not at hand, so what it writes and publishes is not known.",
    fix: "Check a folder of generated Terraform, with the package in the folder of the stack.",
    page: formatter,
  }),
  "function-code-differs": error({
    title: "The code of the function is not this package's",
    text: "What other code writes and publishes is not known.",
    fix: "Deploy the package that this version generates.",
    page: formatter,
  }),
  "function-fallback-missing": error({
    title: "No one is notified if the function fails",
    text: "Lambda drops an event that the function could not publish.",
    fix: "Set on_failure of the destination to the same topic.",
    page: async,
  }),
} satisfies FindingRules;
