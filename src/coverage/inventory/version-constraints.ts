import { shown } from "./block-arguments";

const CONSTRAINT =
  /^(?:=|!=|>=?|<=?|~>)?\s*v?\d+(?:\.\d+)*(?<prerelease>-[\w.-]+)?(?:\+[\w.-]+)?$/u;

/** What is wrong with a version constraint, if there is one. */
export function versionProblems(
  path: string,
  value: unknown,
  isOfTerraform: boolean,
): readonly string[] {
  if ((value ?? null) === null) return [];
  const isText = typeof value === "string" || typeof value === "number";
  const constraints = isText ? String(value).split(",") : [];
  const isRight = (constraint: string): boolean => {
    const match = CONSTRAINT.exec(constraint.trim());
    return match !== null && !(isOfTerraform && match.groups?.["prerelease"] !== undefined);
  };
  if (constraints.length > 0 && constraints.every(isRight)) return [];
  return [`${path} must be a version constraint such as ">= 1.10", not ${shown(value)}`];
}
