import { secretAddressOf } from "../../aws/secret-address";
import { isUnresolved } from "../inventory/value";

/**
 * What a subscription is to: its endpoint, or where an https address is kept that stands in no file, such
 * as `var.pagerduty`. Undefined where neither is known.
 */
export function endpointOf(attributes: Readonly<Record<string, unknown>>): string | undefined {
  const { protocol, endpoint } = attributes;
  if (typeof endpoint === "string") return endpoint;
  return protocol === "https" && isUnresolved(endpoint) ? endpoint.keptIn : undefined;
}

/** Whether an endpoint is the place of a secret address. A text that only looks like one is none. */
export function isKeptAddress({ endpoint }: Readonly<Record<string, unknown>>): boolean {
  return isUnresolved(endpoint) && secretAddressOf(endpoint.keptIn ?? "") !== undefined;
}
