import { heartbeatHours } from "../../guards";
import type { Problem } from "../problem";
import type { ConfigurationDraft } from "./draft";

/** How often heartbeats are sent. */
export function checkHeartbeat({ heartbeat }: ConfigurationDraft): readonly Problem[] {
  const hours = heartbeat?.hours;
  const allowed: readonly number[] = [0, ...heartbeatHours];
  if (hours === undefined || allowed.includes(hours)) return [];
  const tooOften = hours > 0 && hours < 2;
  return [
    {
      path: ["heartbeat", "hours"],
      value: hours,
      problem: tooOften
        ? "heartbeats sent more often than every two hours could not be told from those before"
        : "heartbeats of all regions must fall into the same hours of each day",
      allowed: `${heartbeatHours.join(", ")}; 0 for no heartbeat`,
      fix: `choose ${tooOften ? "2" : "24"}`,
    },
  ];
}
