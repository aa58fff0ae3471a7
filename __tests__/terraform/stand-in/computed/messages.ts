import { arn, configured, nameOf, uuid, type ComputedValues } from "./new-resource";

/** Queues, topics and the ways to a person: Amazon SQS, SNS, User Notifications, chat. */
export const messages: Readonly<Record<string, ComputedValues>> = {
  aws_sqs_queue: (queue) => {
    const name = nameOf(queue);
    const domain = queue.partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com";
    const url = `https://sqs.${queue.region}.${domain}/${queue.account}/${name}`;
    return { arn: arn(queue, "sqs", name), id: url, url, name };
  },
  aws_sqs_queue_policy: (policy) => ({ id: configured(policy, "queue_url") }),
  aws_sns_topic: (topic) => {
    const name = nameOf(topic);
    const topicArn = arn(topic, "sns", name);
    return { arn: topicArn, id: topicArn, name, owner: topic.account };
  },
  aws_sns_topic_policy: (policy) => ({ id: configured(policy, "arn"), owner: policy.account }),
  aws_sns_topic_subscription: (subscription) => {
    const id = `${configured(subscription, "topic_arn")}:${uuid(subscription)}`;
    // The recipient has to click before an address receives anything.
    const pending = /^(email|http)/.test(configured(subscription, "protocol"));
    return {
      arn: id,
      id,
      owner_id: subscription.account,
      pending_confirmation: pending,
      confirmation_was_authenticated: !pending,
      filter_policy_scope: "MessageAttributes",
    };
  },
  aws_notifications_notification_configuration: (configuration) => ({
    arn: arn(configuration, "notifications", `configuration/${uuid(configuration)}`, {
      region: "",
    }),
  }),
  aws_notifications_event_rule: (rule) => ({
    arn: `${configured(rule, "notification_configuration_arn")}/rule/${uuid(rule)}`,
  }),
  aws_notificationscontacts_email_contact: (contact) => ({
    arn: arn(contact, "notifications-contacts", `emailcontact/${uuid(contact)}`, { region: "" }),
  }),
  aws_chatbot_slack_channel_configuration: (channel) => {
    const name = configured(channel, "configuration_name");
    return {
      chat_configuration_arn: arn(channel, "chatbot", `chat-configuration/slack-channel/${name}`, {
        region: "",
      }),
    };
  },
  aws_chatbot_teams_channel_configuration: (channel) => {
    const name = configured(channel, "configuration_name");
    const path = `chat-configuration/microsoft-teams-channel/${name}`;
    return { chat_configuration_arn: arn(channel, "chatbot", path, { region: "" }) };
  },
  aws_lambda_function: (lambda) => {
    const name = configured(lambda, "function_name");
    const own = arn(lambda, "lambda", `function:${name}`);
    const path = `lambda:path/2015-03-31/functions/${own}/invocations`;
    return {
      arn: own,
      id: name,
      version: "$LATEST",
      qualified_arn: `${own}:$LATEST`,
      invoke_arn: `arn:${lambda.partition}:apigateway:${lambda.region}:${path}`,
    };
  },
  aws_lambda_function_event_invoke_config: (config) => ({
    id: configured(config, "function_name"),
  }),
  aws_lambda_permission: (permission) => {
    const id = nameOf(permission, "statement_id");
    return { id, statement_id: id };
  },
};
