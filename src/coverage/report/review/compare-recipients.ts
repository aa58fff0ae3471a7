import type { CoverageReport } from "../../coverage-report";
import { cellKey } from "./compare-coverage";

/** One recipient and the kinds that a change takes from it or brings to it. */
export interface RecipientChange {
  /** `protocol:endpoint`. */
  readonly recipient: string;
  /** In the order of the report. */
  readonly kinds: readonly string[];
  /** True where the recipient is notified of nothing at all on the other side. */
  readonly entirely: boolean;
}

/** Who is notified of less, and who of more. */
export interface AudienceChange {
  readonly removed: readonly RecipientChange[];
  readonly added: readonly RecipientChange[];
}

interface Audience {
  readonly kindOf: ReadonlyMap<string, string>;
  readonly recipientsOf: ReadonlyMap<string, ReadonlySet<string>>;
  readonly everybody: ReadonlySet<string>;
}

function audienceOf(report: CoverageReport): Audience {
  const covered = report.cells.filter((cell) => cell.covered);
  const recipientsOf = new Map(
    covered.map((cell) => [
      cellKey(cell),
      new Set(report.traceOf(cell).deliveries.flatMap(({ recipients }) => recipients)),
    ]),
  );
  return {
    kindOf: new Map(covered.map((cell) => [cellKey(cell), cell.kind])),
    recipientsOf,
    everybody: new Set([...recipientsOf.values()].flatMap((recipients) => [...recipients])),
  };
}

/** Who was notified in `from` of what `to` notifies others of, or who is not in `to` at all. */
function less(from: Audience, to: Audience): readonly RecipientChange[] {
  const kinds = new Map<string, Set<string>>();
  for (const [cell, recipients] of from.recipientsOf) {
    const others = to.recipientsOf.get(cell);
    for (const recipient of recipients) {
      const gone = !to.everybody.has(recipient) || (others && !others.has(recipient));
      if (!gone) continue;
      const known = kinds.get(recipient) ?? new Set();
      kinds.set(recipient, known.add(from.kindOf.get(cell) ?? ""));
    }
  }
  return [...kinds]
    .map(([recipient, names]) => ({
      recipient,
      kinds: [...names],
      entirely: !to.everybody.has(recipient),
    }))
    .sort((a, b) =>
      a.entirely === b.entirely ? (a.recipient < b.recipient ? -1 : 1) : a.entirely ? -1 : 1,
    );
}

/** Compares who would be notified, alert by alert; an alert that is lost for all counts elsewhere. */
export function compareRecipients(base: CoverageReport, head: CoverageReport): AudienceChange {
  const before = audienceOf(base);
  const after = audienceOf(head);
  return { removed: less(before, after), added: less(after, before) };
}
