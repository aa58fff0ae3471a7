import { chatConfigurationArn, emailContactArn, notificationConfigurationArn } from "../../aws/arn";
import type { Grant, TypeGrants } from "../grant";
import { named, passing, serviceLinkedRole } from "./targets";

const chatRoles: readonly Grant[] = [
  passing("iam_role_arn", "chatbot.amazonaws.com"),
  serviceLinkedRole("management.chatbot.amazonaws.com", "AWSServiceRoleForAWSChatbot"),
];

const chatConfiguration = named(({ place, text }) =>
  chatConfigurationArn(place, text("configuration_name")),
);

const chatTags: Grant = {
  on: "anything",
  plan: ["chatbot:ListTagsForResource"],
  deploy: ["chatbot:TagResource", "chatbot:UntagResource"],
};

const configuration = named(({ place }) => notificationConfigurationArn(place, "*"));

/**
 * Amazon Q Developer in chat applications, and AWS User Notifications: neither is in a region.
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awschatbot.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsusernotifications.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_awsusernotificationscontacts.html
 */
export const people: TypeGrants = {
  aws_chatbot_slack_channel_configuration: [
    {
      on: "anything",
      plan: ["chatbot:DescribeSlackChannelConfigurations"],
      deploy: ["chatbot:CreateSlackChannelConfiguration"],
    },
    {
      on: chatConfiguration,
      deploy: [
        "chatbot:DeleteSlackChannelConfiguration",
        "chatbot:UpdateSlackChannelConfiguration",
      ],
    },
    chatTags,
    ...chatRoles,
  ],
  aws_chatbot_teams_channel_configuration: [
    {
      on: "anything",
      plan: ["chatbot:ListMicrosoftTeamsChannelConfigurations"],
      deploy: ["chatbot:CreateMicrosoftTeamsChannelConfiguration"],
    },
    {
      on: chatConfiguration,
      deploy: [
        "chatbot:DeleteMicrosoftTeamsChannelConfiguration",
        "chatbot:UpdateMicrosoftTeamsChannelConfiguration",
      ],
    },
    chatTags,
    ...chatRoles,
  ],
  aws_notifications_notification_hub: [
    {
      on: "anything",
      plan: ["notifications:ListNotificationHubs"],
      deploy: ["notifications:DeregisterNotificationHub", "notifications:RegisterNotificationHub"],
    },
    serviceLinkedRole("notifications.amazonaws.com", "AWSServiceRoleForAwsUserNotifications"),
  ],
  aws_notifications_notification_configuration: [
    {
      on: "anything",
      plan: ["notifications:ListTagsForResource"],
      deploy: ["notifications:CreateNotificationConfiguration"],
    },
    {
      on: configuration,
      plan: ["notifications:GetNotificationConfiguration"],
      deploy: [
        "notifications:DeleteNotificationConfiguration",
        "notifications:TagResource",
        "notifications:UntagResource",
        "notifications:UpdateNotificationConfiguration",
      ],
    },
  ],
  aws_notifications_event_rule: [
    { on: "anything", deploy: ["notifications:CreateEventRule"] },
    {
      on: named(({ place }) => notificationConfigurationArn(place, "*/rule/*")),
      plan: ["notifications:GetEventRule"],
      deploy: ["notifications:DeleteEventRule", "notifications:UpdateEventRule"],
    },
  ],
  aws_notifications_channel_association: [
    {
      on: configuration,
      plan: ["notifications:ListChannels"],
      deploy: ["notifications:AssociateChannel", "notifications:DisassociateChannel"],
    },
  ],
  aws_notificationscontacts_email_contact: [
    {
      on: "anything",
      plan: ["notifications-contacts:ListTagsForResource"],
      deploy: ["notifications-contacts:CreateEmailContact"],
    },
    {
      on: named(({ place }) => emailContactArn(place, "*")),
      plan: ["notifications-contacts:GetEmailContact"],
      deploy: [
        "notifications-contacts:DeleteEmailContact",
        "notifications-contacts:SendActivationCode",
        "notifications-contacts:TagResource",
        "notifications-contacts:UntagResource",
      ],
    },
  ],
};
