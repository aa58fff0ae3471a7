import {
  catalog,
  kindsWith,
  severities,
  type AlertKind,
  type Severity,
  type Watch,
} from "../catalog";
import type { ConfigurationDraft } from "../config/draft";
import { defaults } from "./defaults";

/** What a configuration says of one kind; a part may be missing where it could not be read. */
type KindChoice = NonNullable<ConfigurationDraft["kinds"]>[string];

/** What a configuration says of kinds. */
export type KindChoices = Pick<ConfigurationDraft, "kinds" | "watch">;

/** The watches of a configuration, as far as they could be read. */
export function resolveWatches({
  watch = [],
}: Pick<ConfigurationDraft, "watch">): readonly Watch[] {
  return watch.flatMap((entry) => {
    if (entry?.name === undefined) return [];
    const { name, principals = [], severity = defaults.watchSeverity, note, programs } = entry;
    return [
      {
        name,
        principals: principals.filter((text) => text !== undefined),
        severity,
        ...(note !== undefined && { note }),
        programs: programs ?? defaults.watchesPrograms,
      },
    ];
  });
}

/** Whether a kind is written as on, whatever the catalog says. */
export function isSwitchedOn(choice: KindChoice): boolean {
  return choice !== undefined && choice !== "off";
}

function isSeverity(choice: string): choice is Severity {
  return severities.some((severity) => severity === choice);
}

function chosen(kind: AlertKind, choice: KindChoice): readonly AlertKind[] {
  if (choice === undefined) return kind.onByDefault ? [kind] : [];
  if (choice === "off") return [];
  if (typeof choice === "string") {
    return [isSeverity(choice) ? { ...kind, severity: choice } : kind];
  }
  const { severity = kind.severity, note } = choice;
  return [{ ...kind, severity, ...(note !== undefined && { note }) }];
}

/** The kinds that are on, each with the severity that the organization gives it. */
export function enabledKinds({ kinds = {}, watch = [] }: KindChoices): readonly AlertKind[] {
  return kindsWith(resolveWatches({ watch })).flatMap((kind) =>
    kind.parts ? [kind] : chosen(kind, kinds[kind.name]),
  );
}

/** Names of the kinds that are on by default and switched off. */
export function switchedOff({ kinds = {} }: KindChoices): readonly string[] {
  return catalog
    .filter(({ name, onByDefault }) => onByDefault && kinds[name] === "off")
    .map(({ name }) => name);
}
