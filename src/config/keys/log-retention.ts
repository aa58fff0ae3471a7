import { logRetentionDays, longestLogRetention } from "../../aws/log-retention";
import type { NumberKey } from "./key";

/** Days that a log group keeps events, and no log group for 0. */
export const logRetention = {
  limits: [0, ...logRetentionDays],
  unit: "days",
  zero: "no log group",
  fault: (days: number) => {
    const meant = logRetentionDays.find((offered) => offered > days) ?? longestLogRetention;
    return {
      problem: "CloudWatch Logs does not offer this retention",
      fix: `choose ${meant}`,
      meant,
    };
  },
} as const satisfies Partial<NumberKey>;
