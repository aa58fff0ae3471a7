export * from "./account-forwarder";
export * from "./alert-hub";
export * from "./alert-topic";
export * from "./organization-trail";
