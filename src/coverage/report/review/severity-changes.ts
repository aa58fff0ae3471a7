import type { Severity } from "../../../catalog";
import { firstOf } from "../wording";
import type { OtherChange, Side } from "./side";

/** The severity that messages of each kind tell; of a kind that does not arrive it is not known. */
function severitiesOf({ coverage }: Side): ReadonlyMap<string, Severity> {
  const found = new Map<string, Severity>();
  for (const cell of coverage.cells) {
    if (!cell.covered || found.has(cell.kind)) continue;
    const severity = coverage.notifiedOf(cell).find(({ kind }) => kind === cell.kind)?.severity;
    if (severity !== undefined) found.set(cell.kind, severity);
  }
  return found;
}

/** Kinds that are of another severity: who is notified of less by it is said with the recipients. */
export function severityChanges(base: Side, head: Side): readonly OtherChange[] {
  const after = severitiesOf(head);
  const changed = [...severitiesOf(base)].flatMap(([kind, was]) => {
    const is = after.get(kind);
    return is === undefined || is === was ? [] : [`${kind} is ${is} instead of ${was}`];
  });
  if (changed.length === 0) return [];
  return [{ text: `Severities are others: ${firstOf(changed, 5)}.`, isLoss: false }];
}
