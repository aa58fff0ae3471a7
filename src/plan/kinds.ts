import { catalog, severities, type AlertKind, type Severity } from "../catalog";

/** What a configuration says of kinds; an entry may be missing where it could not be read. */
export interface KindChoices {
  readonly kinds?: Readonly<Record<string, string | undefined>> | undefined;
}

function isSeverity(choice: string): choice is Severity {
  return severities.some((severity) => severity === choice);
}

function chosen(kind: AlertKind, choice: string | undefined): readonly AlertKind[] {
  if (choice === undefined) return kind.onByDefault ? [kind] : [];
  if (choice === "off") return [];
  return [isSeverity(choice) ? { ...kind, severity: choice } : kind];
}

/** The kinds that are on, each with the severity that the organization gives it. */
export function enabledKinds({ kinds = {} }: KindChoices): readonly AlertKind[] {
  return catalog.flatMap((kind) => chosen(kind, kinds[kind.name]));
}

/** Names of the kinds that are on by default and switched off. */
export function switchedOff({ kinds = {} }: KindChoices): readonly string[] {
  return catalog
    .filter(({ name, onByDefault }) => onByDefault && kinds[name] === "off")
    .map(({ name }) => name);
}
