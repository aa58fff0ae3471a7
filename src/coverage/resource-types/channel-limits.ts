import { anyArn, word, type ArgumentLimits } from "./argument-form";

/** What the provider accepts of channels of chat, and of AWS User Notifications. */
export const channelLimits: Readonly<Record<string, ArgumentLimits>> = {
  aws_chatbot_slack_channel_configuration: {
    forms: { logging_level: ["ERROR", "INFO", "NONE", ""] },
  },
  aws_chatbot_teams_channel_configuration: {
    forms: { logging_level: ["ERROR", "INFO", "NONE", ""] },
  },
  aws_notifications_notification_configuration: {
    forms: {
      name: word(64, /[\w-]/u),
      description: { longest: 256 },
      aggregation_duration: ["LONG", "SHORT", "NONE", ""],
    },
  },
  aws_notifications_event_rule: {
    forms: {
      event_pattern: { longest: 4096 },
      event_type: word(128, /[a-zA-Z0-9 ()-]/u),
      notification_configuration_arn: anyArn,
      regions: { each: { allowed: /^/u }, least: 1 },
      source: word(36, /aws.[a-z0-9-]/u),
    },
  },
  aws_notifications_channel_association: {
    forms: { arn: anyArn, notification_configuration_arn: anyArn },
  },
  aws_notificationscontacts_email_contact: {
    forms: { email_address: word(254, /.@./u), name: word(64, /[\w.~-]/u) },
  },
};
