import type { ArgumentLimits } from "./argument-form";

/** What the provider accepts of channels of chat, and of AWS User Notifications. */
export const channelLimits: Readonly<Record<string, ArgumentLimits>> = {
  aws_chatbot_slack_channel_configuration: {
    forms: { logging_level: ["ERROR", "INFO", "NONE"] },
  },
  aws_chatbot_teams_channel_configuration: {
    forms: { logging_level: ["ERROR", "INFO", "NONE"] },
  },
  aws_notifications_notification_configuration: {
    forms: {
      name: { shortest: 1, longest: 64 },
      description: { longest: 256 },
      aggregation_duration: ["LONG", "SHORT", "NONE"],
    },
  },
  aws_notifications_event_rule: {
    forms: {
      event_pattern: { longest: 4096 },
      event_type: { shortest: 1, longest: 128 },
    },
  },
  aws_notificationscontacts_email_contact: { forms: { name: { shortest: 1, longest: 64 } } },
};
