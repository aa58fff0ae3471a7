import type { Problem } from "../problem";
import type { ConfigurationDraft } from "./draft";
import { checkWholeNumber } from "./whole-number";

/** How long delivery is tried. */
export function checkRetry({ retry }: ConfigurationDraft): readonly Problem[] {
  return [
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
