import { forwarderName } from "../account-forwarder/names";

/** Name of the stack set in the account that administers it. */
export function forwarderStackSetName(namePrefix: string): string {
  return `${namePrefix}-forward`;
}

/** Name of the role of one region, where each region has its own. */
export function regionalForwarderName(namePrefix: string, region: string): string {
  return `${forwarderName(namePrefix)}-${region}`;
}
