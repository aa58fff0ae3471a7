import { stationAt } from "../station";
import type { ResourceAddress } from "../trace-result";
import { BlockedError } from "./blocked-error";

/** Ends a way. @throws BlockedError */
export function stopAt(name: string, resource: ResourceAddress | undefined, reason: string): never {
  throw new BlockedError(stationAt(name, resource, reason));
}
