import { findKind, severities, type Severity } from "../../catalog";

/** Severity of a kind by the catalog; one that the catalog does not know is taken for the worst. */
export function severityOf(kind: string): Severity {
  return findKind(kind)?.severity ?? "critical";
}

/** Place of a severity in the order of severities: the higher, the worse. */
export function severityRank(severity: Severity): number {
  return severities.indexOf(severity);
}

/** The worst severity among kinds, or undefined where there is none. */
export function worstSeverity(kinds: readonly string[]): Severity | undefined {
  return kinds
    .map(severityOf)
    .reduce<Severity | undefined>(
      (worst, next) =>
        worst === undefined || severityRank(next) > severityRank(worst) ? next : worst,
      undefined,
    );
}
