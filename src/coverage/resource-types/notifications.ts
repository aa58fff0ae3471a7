import { emailContactArn, notificationConfigurationArn } from "../../aws/arn";
import type { ResourceTypes } from "./resource-type";

/** AWS User Notifications. */
export const notifications: ResourceTypes = {
  aws_notifications_notification_hub: {
    isGlobal: true,
    key: "{place}/{notification_hub_region}",
    unique: "{place}/{notification_hub_region}",
    loss: "notifications are not kept in its region",
  },
  aws_notifications_notification_configuration: {
    isGlobal: true,
    key: "{arn}",
    unique: "{place}/{name}",
    computed: { arn: ({ place, id }) => notificationConfigurationArn(place, id) },
    loss: "its event rules and channels go with it",
  },
  aws_notifications_event_rule: {
    isGlobal: true,
    key: "{place}",
    replacedBy: ["notification_configuration_arn"],
    loss: "no recipient is notified of the events that it matches",
  },
  aws_notifications_channel_association: {
    isGlobal: true,
    key: "{notification_configuration_arn}",
    replacedBy: ["arn", "notification_configuration_arn"],
    loss: "the channel is no longer notified",
  },
  aws_notificationscontacts_email_contact: {
    isGlobal: true,
    key: "{arn}",
    unique: "{place}/{email_address}",
    computed: { arn: ({ place, id }) => emailContactArn(place, id) },
    loss: "the recipient must confirm by mail again",
  },
};
