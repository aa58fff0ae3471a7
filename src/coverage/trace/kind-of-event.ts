import { compilePattern, type CompiledPattern, type JsonObject } from "../../aws/eventbridge";
import { catalog, patternOf, type AlertKind } from "../../catalog";

let compiled: readonly (readonly [AlertKind, CompiledPattern])[] | undefined;

/** The one kind that an event is of; undefined for an event that is no sign-in. */
export function kindOfEvent(event: JsonObject): AlertKind | undefined {
  compiled ??= catalog.map((kind) => [kind, compilePattern(patternOf([kind]))] as const);
  return compiled.find(([, pattern]) => pattern.matches(event))?.[0];
}
