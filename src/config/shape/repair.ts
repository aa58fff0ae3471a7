import type { ProblemPath } from "../problem";
import { removeAt, setAt, valueAt } from "./paths";

/** What to take a faulty part of a configuration for, so that the rest of it can be checked. */
export type Repair =
  /** The value was meant. */
  | { readonly value: unknown }
  /** The key of this name was meant. */
  | { readonly key: string }
  /** A list of this one item was meant. */
  | { readonly listOf: unknown }
  /** Nothing is known of it; a list may hold anything. */
  | { readonly unknown: "value" | "list" }
  /** It is nothing: an unknown key. */
  | "remove";

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

  public apply(path: ProblemPath, repair: Repair): void {
    if (repair === "remove") {
      removeAt(this.value, path);
    } else if ("key" in repair) {
      this.rename(path, repair.key);
    } else if ("listOf" in repair) {
      setAt(this.value, path, [repair.listOf]);
      this.madeLists.add(idOf(path));
    } else if ("unknown" in repair) {
      setAt(this.value, path, repair.unknown === "list" ? [undefined] : undefined);
      this.unknown.add(idOf(path));
    } else {
      setAt(this.value, path, repair.value);
    }
  }

  private rename(path: ProblemPath, key: string): void {
    const meant = [...path.slice(0, -1), key];
    const value = valueAt(this.value, path);
    removeAt(this.value, path);
    // Two keys may be near the same one; the first has it.
    if (valueAt(this.value, meant) !== undefined) return;
    setAt(this.value, meant, value);
    this.keysAsWritten.set(idOf(meant), String(path.at(-1)));
  }
}
