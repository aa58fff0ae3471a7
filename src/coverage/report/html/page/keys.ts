import { accountColumn } from "./cells";
import type { Place } from "./content";
import type { View } from "./view";

/** Where a key leads from a cell of the map: to the same cell at an edge; undefined for other keys. */
export function keyTarget(
  { key, ctrlKey }: Pick<KeyboardEvent, "key" | "ctrlKey">,
  place: Place,
  { accounts, regions }: View,
): Place | undefined {
  const columns = [accountColumn, ...regions];
  const [row, column] = [accounts.indexOf(place.a), columns.indexOf(place.r)];
  const [lastRow, lastColumn] = [accounts.length - 1, columns.length - 1];
  const targets: Readonly<Record<string, readonly [row: number, column: number]>> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    PageUp: [row - 10, column],
    PageDown: [row + 10, column],
    Home: [ctrlKey ? 0 : row, 0],
    End: [ctrlKey ? lastRow : row, lastColumn],
  };
  const target = Object.hasOwn(targets, key) ? targets[key] : undefined;
  if (!target) return undefined;
  const within = (value: number, last: number) => Math.min(Math.max(value, 0), last);
  const a = accounts[within(target[0], lastRow)];
  const r = columns[within(target[1], lastColumn)];
  return a === undefined || r === undefined ? undefined : { a, r };
}
