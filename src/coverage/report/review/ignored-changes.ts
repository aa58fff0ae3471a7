import { ignoredEvents, type AlertKind, type IgnoredEvents } from "../../../catalog";
import { subtract } from "../../../catalog/event-set";
import { kindNamed } from "../../kinds";
import { ignoredText } from "../coverage-summary";
import { firstOf } from "../wording";
import type { OtherChange, Side } from "./side";

/** Whether some events that an entry ignores, of a kind that there was, were not ignored by others. */
function ignoresMore(entry: IgnoredEvents, kinds: ReadonlySet<string>, others: Side): boolean {
  return entry.kinds.some((name) => {
    const kind = kinds.has(name) ? kindNamed(name, undefined) : undefined;
    return kind !== undefined && isMore(kind, entry, others.coverage.ignored);
  });
}

function isMore(kind: AlertKind, entry: IgnoredEvents, others: readonly IgnoredEvents[]): boolean {
  return subtract(ignoredEvents(kind, [entry]), ignoredEvents(kind, others)).length > 0;
}

/** What one side ignores and the other does not, each entry in words; nothing where it is not known of both. */
function ignoredBeside(from: Side, others: Side): readonly string[] {
  if (!from.isConfigured || !others.isConfigured) return [];
  const kinds = new Set(others.coverage.cells.map(({ kind }) => kind));
  return from.coverage.ignored
    .filter((entry) => ignoresMore(entry, kinds, others))
    .map(ignoredText);
}

/** Whether the head ignores sign-ins of which the base notifies. */
export function isMoreIgnored(base: Side, head: Side): boolean {
  return ignoredBeside(head, base).length > 0;
}

/** Which sign-ins are ignored from now on, and which no longer. */
export function ignoredChanges(base: Side, head: Side): readonly OtherChange[] {
  const [more, less] = [ignoredBeside(head, base), ignoredBeside(base, head)];
  return [
    ...(more.length === 0
      ? []
      : [
          {
            text: `No recipient is notified any more of sign-ins that are ignored from now on: ${firstOf(more, 3)}.`,
            isLoss: true,
          },
        ]),
    ...(less.length === 0
      ? []
      : [
          {
            text: `No longer ignored, so recipients are notified of them: ${firstOf(less, 3)}.`,
            isLoss: false,
          },
        ]),
  ];
}
