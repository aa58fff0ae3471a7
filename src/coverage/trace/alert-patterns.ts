import { compilePattern } from "../../aws/eventbridge";
import { catalog, isOfAnyService } from "../../catalog";
import { scheduledEvent } from "../../guards";
import { isJsonObject, jsonIn, type JsonObject } from "../../json/value";
import { blockersOf } from "../finding";
import type { Resource } from "../inventory";
import { optionalText } from "../resource-index";

/**
 * What rules of alerts match, as far as source and detail-type say it. A kind of any service tells no
 * rule of ours from one of a team for that service.
 */
const events: readonly JsonObject[] = [
  ...catalog.filter((kind) => !isOfAnyService(kind)).map(({ sample }) => sample),
  scheduledEvent,
].map(({ source, "detail-type": detailType }) => ({ source, "detail-type": detailType }));

/** Whether the pattern of a rule may match an event of the catalog or a heartbeat. */
export function mayMatchAlert(rule: Resource): boolean {
  let json: string | undefined;
  if (blockersOf(() => (json = optionalText(rule, "event_pattern"))).length > 0) return true;
  const pattern = jsonIn(json ?? "");
  if (!isJsonObject(pattern) || Object.hasOwn(pattern, "$or")) return true;
  const told = Object.entries(pattern).filter(([name]) => /^(?:source|detail-type)$/u.test(name));
  if (told.length === 0) return true;
  try {
    const admitted = compilePattern(Object.fromEntries(told));
    return events.some((event) => admitted.matches(event));
  } catch {
    // What is not analyzed may match anything.
    return true;
  }
}
