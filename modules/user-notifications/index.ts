export {
  UserNotifications,
  type EmailContact,
  type NotificationAggregation,
  type UserNotificationsProps,
} from "./user-notifications";
