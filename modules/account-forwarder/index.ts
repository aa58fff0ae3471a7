export { AccountForwarder, type AccountForwarderProps } from "./account-forwarder";
export { forwarderName, forwarderQueueName } from "./names";
