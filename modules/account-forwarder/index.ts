export {
  AccountForwarder,
  type AccountForwarderProps,
  type ForwardedAccount,
  type ProviderPerRegion,
  type RegionArgument,
} from "./account-forwarder";
export { eachRegionId, forwarderName, forwarderQueueName } from "../names";
export type { Forwarded } from "./rules";
