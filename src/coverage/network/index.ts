export * from "./attributes";
export { BlockedError } from "./blocked-error";
export { requireAllowed, verdict, type AttachedPolicy } from "./decide";
export { keyOf } from "./identity";
export { Network, networkOf, stopsOf } from "./network";
export { stopAt } from "./stop-at";
