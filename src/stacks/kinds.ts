import { catalog, severities, type AlertKind, type Severity } from "../catalog";
import type { SignInAlertsProps } from "./props";

function isSeverity(choice: string): choice is Severity {
  return severities.some((severity) => severity === choice);
}

function chosen(kind: AlertKind, choice: string | undefined): readonly AlertKind[] {
  if (choice === undefined) return kind.onByDefault ? [kind] : [];
  if (choice === "off") return [];
  return [isSeverity(choice) ? { ...kind, severity: choice } : kind];
}

/** The kinds that are on, each with the severity that the organization gives it. */
export function enabledKinds({ kinds = {} }: Partial<SignInAlertsProps>): readonly AlertKind[] {
  return catalog.flatMap((kind) => chosen(kind, kinds[kind.name]));
}

/** True where an alert needs events that only read, which a trail must log. */
export function needsReadEvents(props: Partial<SignInAlertsProps>): boolean {
  return enabledKinds(props).some(({ readOnly }) => readOnly);
}
