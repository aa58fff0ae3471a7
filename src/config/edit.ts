/** Where something is: keys and indices from the top of the configuration. */
export type ProblemPath = readonly (string | number)[];

/** A change of a configuration that a program can make. */
export type Edit =
  /** Puts a value there, with the groups around it where they are missing. */
  | { readonly path: ProblemPath; readonly set: unknown }
  /** Takes the key away, or the item out of its list. */
  | { readonly path: ProblemPath; readonly remove: true }
  /** Gives the key another name; where that one is taken, its value stays. */
  | { readonly path: ProblemPath; readonly rename: string };

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

function removeAt(value: unknown, path: ProblemPath): void {
  const container = valueAt(value, path.slice(0, -1));
  const step = path.at(-1) ?? "";
  if (Array.isArray(container)) container.splice(Number(step), 1);
  else if (isContainer(container)) Reflect.deleteProperty(container, step);
}

/** Makes a change to a value itself. */
export function applyEdit(value: unknown, edit: Edit): void {
  const { path } = edit;
  if ("set" in edit) {
    for (const [i] of path.entries()) {
      const around = path.slice(0, i);
      const missing = i > 0 && valueAt(value, around) === undefined;
      if (missing) setAt(value, around, typeof path[i] === "number" ? [] : {});
    }
    setAt(value, path, structuredClone(edit.set));
  } else if ("remove" in edit) {
    removeAt(value, path);
  } else {
    const meant = [...path.slice(0, -1), edit.rename];
    const moved = valueAt(value, path);
    removeAt(value, path);
    if (valueAt(value, meant) === undefined) setAt(value, meant, moved);
  }
}

/** A copy of a configuration with changes, made one after the other. */
export function edited<T>(configuration: T, edits: readonly Edit[]): T {
  const copy = structuredClone(configuration);
  for (const edit of edits) applyEdit(copy, edit);
  return copy;
}

/** Takes a key away, or an item out of its list, or the list where nothing would be left in it. */
export function removal(configuration: unknown, path: ProblemPath): Edit {
  const around = path.slice(0, -1);
  const list = valueAt(configuration, around);
  return { path: Array.isArray(list) && list.length === 1 ? around : path, remove: true };
}

/**
 * Takes an item out of its list, or, where nothing would be left in it, the group that the list is part of:
 * without the list it would be about everything.
 */
export function removalWithGroup(configuration: unknown, path: ProblemPath): Edit {
  const item = removal(configuration, path);
  return item.path.length < path.length ? removal(configuration, item.path.slice(0, -1)) : item;
}
