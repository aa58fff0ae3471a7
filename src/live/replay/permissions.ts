import type { NeededPermission } from "../needed-permission";

/** Every permission that a replay takes, in the account of the hub; a test compares it with the calls that are made. */
export const replayPermissions: readonly NeededPermission[] = [
  { action: "events:StartReplay", calls: "1", purpose: "starts the replay" },
  {
    action: "events:DescribeReplay",
    calls: "1 every ten seconds",
    purpose: "how far it is, and how it ended; of one that exists already, whether it is the same",
  },
];
