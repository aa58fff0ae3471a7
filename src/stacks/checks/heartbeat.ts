import { heartbeatHours } from "../../guards";
import type { Problem } from "../problem";
import type { ConfigurationDraft } from "./draft";
import { checkWholeNumber } from "./numbers";

function checkHours(hours: number | undefined): readonly Problem[] {
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

/** How often heartbeats are sent, and how long delivery is tried. */
export function checkHeartbeat({ heartbeat, retry }: ConfigurationDraft): readonly Problem[] {
  return [
    ...checkHours(heartbeat?.hours),
    ...checkWholeNumber(["retry", "seconds"], retry?.seconds, {
      least: 60,
      most: 86_400,
      unit: "seconds",
      problem: "EventBridge does not keep trying for this long",
      fix: "leave the key out for 86400, the most there is",
    }),
    ...checkWholeNumber(["retry", "attempts"], retry?.attempts, {
      least: 0,
      most: 185,
      unit: "attempts",
      problem: "EventBridge does not try this often",
      fix: "leave the key out for 185, the most there is",
    }),
  ];
}
