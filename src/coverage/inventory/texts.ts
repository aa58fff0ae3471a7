import { isJsonObject, listIn } from "../../json/value";
import { mayBeTemplate } from "./hcl";

/** A text within JSON, or a key of it. */
export interface PlacedText {
  readonly text: string;
  /** The keys and places in lists that lead to it, parted by points; empty for the whole. */
  readonly path: string;
}

/** Where a part of JSON stands, from the inside out. */
interface Place {
  readonly name: string;
  readonly of: Place | undefined;
}

/** Every text within JSON, and every key. */
export function textsIn(json: unknown): readonly PlacedText[] {
  const found: PlacedText[] = [];
  // A list instead of calls: JSON of others may be nested deeply.
  const open: { readonly value: unknown; readonly place: Place | undefined }[] = [
    { value: json, place: undefined },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, place } = next;
    if (typeof value === "string") {
      // Most texts are no templates, and nobody asks where they stand.
      if (mayBeTemplate(value)) found.push({ text: value, path: shown(place) });
    } else if (typeof value === "object" && value !== null) {
      const parts = isJsonObject(value)
        ? Object.entries(value)
        : listIn(value).map((part, index) => [String(index), part] as const);
      for (const [name, part] of parts) {
        const inner = { name, of: place };
        open.push({ value: part, place: inner });
        if (isJsonObject(value)) open.push({ value: name, place: inner });
      }
    }
  }
  return found;
}

function shown(place: Place | undefined): string {
  const names: string[] = [];
  for (let at = place; at !== undefined && names.length < 20; at = at.of) names.unshift(at.name);
  return names.join(".");
}
