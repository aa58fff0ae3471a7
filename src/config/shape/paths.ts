import type { ProblemPath } from "../problem";

type Container = Record<string | number, unknown>;

function isContainer(value: unknown): value is Container {
  return typeof value === "object" && value !== null;
}

/** The value at a path, or undefined. What a value inherits, such as `constructor`, is not its own. */
export function valueAt(value: unknown, path: ProblemPath): unknown {
  return path.reduce<unknown>(
    (inner, step) => (isContainer(inner) && Object.hasOwn(inner, step) ? inner[step] : undefined),
    value,
  );
}

/** Puts a value at a path, where there is something to put it into. */
export function setAt(value: unknown, path: ProblemPath, replacement: unknown): void {
  const step = path.at(-1);
  const container = valueAt(value, path.slice(0, -1));
  if (step === undefined || !isContainer(container)) return;
  Object.defineProperty(container, step, {
    value: replacement,
    writable: true,
    enumerable: true,
    configurable: true,
  });
}

/** Takes a key away. */
export function removeAt(value: unknown, path: ProblemPath): void {
  const container = valueAt(value, path.slice(0, -1));
  if (isContainer(container)) Reflect.deleteProperty(container, path.at(-1) ?? "");
}
