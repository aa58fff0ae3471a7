import type { EventPattern } from "../aws/eventbridge";
import type { AlertKind } from "./alert-kind";
import { valuesOf } from "./catalog";
import { toPattern, unite, type EventBox } from "./event-set";

/** Events of one source and detail-type, and which of them. */
export interface TypedPattern {
  readonly source: string;
  readonly detailType: string;
  /** On what is left of the event. @default - all events of the source and detail-type */
  readonly pattern?: EventPattern;
}

function has(box: EventBox, field: string, value: string): boolean {
  const condition = box[field];
  return condition === undefined || condition.values.includes(value) !== condition.negated;
}

function withoutType(box: EventBox): EventBox {
  return Object.fromEntries(
    Object.entries(box).filter(([field]) => field !== "source" && field !== "detail-type"),
  );
}

/**
 * The events of these kinds by source and detail-type, for services that want both apart from the
 * event pattern; those of any service are left out.
 */
export function patternsByType(kinds: readonly AlertKind[]): readonly TypedPattern[] {
  const boxes = kinds
    .flatMap(({ events }) => events)
    .filter(({ source }) => source && !source.negated);
  return valuesOf(kinds, "source").flatMap((source) =>
    valuesOf(kinds, "detail-type").flatMap((detailType): TypedPattern[] => {
      const inner = boxes
        .filter((box) => has(box, "source", source) && has(box, "detail-type", detailType))
        .map(withoutType);
      if (inner.length === 0) return [];
      const left = unite(inner);
      const all = left.some((box) => Object.keys(box).length === 0);
      return [{ source, detailType, ...(!all && { pattern: toPattern(left) }) }];
    }),
  );
}
