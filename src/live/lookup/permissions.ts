import type { NeededPermission } from "../needed-permission";

/** Every permission that a backtest of the event history takes, in each account; a test compares it with the calls. */
export const lookupPermissions: readonly NeededPermission[] = [
  {
    action: "cloudtrail:LookupEvents",
    calls: "per account and region, one for each event source or name, and for every 50 events",
    purpose: "the records of sign-ins, and of what else the kinds in use are about",
  },
];
