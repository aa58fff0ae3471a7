export type { EmailContact, NotificationAggregation } from "../../src/aws/notification-contacts";
export { UserNotifications, type UserNotificationsProps } from "./user-notifications";
