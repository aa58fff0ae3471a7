import { applyEdit, setAt, valueAt, type Edit, type ProblemPath } from "./edit";
import type { Problem } from "./problem";

/** What to take a faulty part of a configuration for, so that the rest of it can be checked. */
export type Repair =
  | Edit
  /** Nothing is known of it; a list may hold anything. */
  | { readonly path: ProblemPath; readonly unknown: "value" | "list" };

const idOf = (path: ProblemPath): string => JSON.stringify(path);

/** A configuration under repair, which still knows how each part was written. */
export class RepairedConfiguration {
  public readonly value: unknown;
  private readonly keysAsWritten = new Map<string, string>();
  private readonly madeLists = new Set<string>();
  private readonly unknown = new Set<string>();

  constructor(value: unknown) {
    this.value = structuredClone(value);
  }

  /** Whether nothing is known of what stands at the path. */
  public isUnknown(path: ProblemPath): boolean {
    return [...path.keys(), path.length].some((end) => this.unknown.has(idOf(path.slice(0, end))));
  }

  /** The path as the person wrote it who wrote the file. */
  public asWritten(path: ProblemPath): ProblemPath {
    return path.flatMap((step, i) => {
      if (this.madeLists.has(idOf(path.slice(0, i)))) return [];
      return [this.keysAsWritten.get(idOf(path.slice(0, i + 1))) ?? step];
    });
  }

  /** A problem, with its paths as the person wrote them. */
  public problemAsWritten<T extends Problem>(problem: T): T {
    const edits = problem.edits?.map((edit) => ({ ...edit, path: this.asWritten(edit.path) }));
    return { ...problem, path: this.asWritten(problem.path), ...(edits && { edits }) };
  }

  public apply(repair: Repair): void {
    const { path } = repair;
    if ("unknown" in repair) {
      setAt(this.value, path, repair.unknown === "list" ? [undefined] : undefined);
      this.unknown.add(idOf(path));
      return;
    }
    if ("set" in repair && Array.isArray(repair.set)) this.madeLists.add(idOf(path));
    if ("rename" in repair) {
      const meant = [...path.slice(0, -1), repair.rename];
      // Two keys may be near the same one; the first has it.
      const isFree = valueAt(this.value, meant) === undefined;
      if (isFree) this.keysAsWritten.set(idOf(meant), String(path.at(-1)));
    }
    applyEdit(this.value, repair);
  }
}
