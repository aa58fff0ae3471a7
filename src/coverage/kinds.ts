import { kindsWith, type AlertKind } from "../catalog";
import type { ExpectedCoverage } from "./expected-coverage";

/** What a configuration says of kinds. */
type Expected = Pick<ExpectedCoverage, "watches"> | undefined;

/** Every kind that there may be: those of the catalog, then those of the configuration's watches. */
export function kindsOf(expected: Expected): readonly AlertKind[] {
  return kindsWith(expected?.watches ?? []);
}

/** The kind of that name, or undefined. */
export function kindNamed(name: string, expected: Expected): AlertKind | undefined {
  return kindsOf(expected).find((kind) => kind.name === name);
}
