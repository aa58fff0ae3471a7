import { accountName, at, data, element, found, kindsAt, outlookOf, type Place } from "./content";
import { signs, worstFirst } from "./data";

export const map = found(document.querySelector<HTMLElement>("#map"));

function stateOf(place: Place) {
  const kinds = kindsAt(place);
  const gaps = kinds.filter((k) => outlookOf(place)?.states[k] === 0);
  const severities = gaps.map((k) => at(data.kinds, k).severity);
  const worst = worstFirst.find((severity) => severities.includes(severity));
  return { kinds: kinds.length, gaps: gaps.length, worst };
}

function describe({ kinds, gaps, worst }: ReturnType<typeof stateOf>): string {
  if (worst !== undefined) {
    return `${String(gaps)} of ${String(kinds)} kinds would not arrive, worst ${worst}`;
  }
  if (kinds === 0) return "none expected";
  return `covered, ${String(kinds)} ${kinds === 1 ? "kind" : "kinds"}`;
}

/** The cell in which something happened, if it was a cell. */
export function cellOf(event: Event): HTMLTableCellElement | null {
  return event.target instanceof Element ? event.target.closest("td") : null;
}

export function placeOf({ dataset }: HTMLTableCellElement): Place {
  return { a: Number(dataset["a"]), r: Number(dataset["r"]) };
}

export function cellAt({ a, r }: Place): HTMLTableCellElement | null {
  return map.querySelector(`td[data-a="${String(a)}"][data-r="${String(r)}"]`);
}

function paint(cell: HTMLTableCellElement): void {
  const place = placeOf(cell);
  const state = stateOf(place);
  const { kinds, gaps, worst } = state;
  cell.className = worst ?? (kinds > 0 ? "covered" : "");
  const covered = kinds > 0 ? "✓" : "·";
  cell.textContent = worst ? signs[worst] + (kinds > 1 ? String(gaps) : "") : covered;
  const label = `${accountName(place.a)}, ${at(data.regions, place.r)}: ${describe(state)}`;
  cell.setAttribute("aria-label", label);
  cell.title = label;
}

/** Paints every cell again, after the filter changed. */
export function paintMap(): void {
  map.querySelectorAll("td").forEach(paint);
}

/** Moves the focus to a cell, which becomes the only one in the order of the Tab key. */
export function focusCell(place: Place): void {
  const cell = cellAt(place);
  if (!cell) return;
  for (const other of map.querySelectorAll<HTMLElement>('td[tabindex="0"]')) other.tabIndex = -1;
  cell.tabIndex = 0;
  cell.focus();
}

function cellFor(a: number, r: number): HTMLTableCellElement {
  const cell = element("td", { tabIndex: a + r === 0 ? 0 : -1 });
  cell.setAttribute("role", "gridcell");
  Object.assign(cell.dataset, { a, r });
  paint(cell);
  return cell;
}

export function drawMap(): void {
  const regions = data.regions.map((region) =>
    element("th", { scope: "col" }, element("span", { textContent: region })),
  );
  const account = element("th", { scope: "col", textContent: "Account" });
  const rows = data.accounts.map((_, a) => {
    const name = accountName(a);
    const head = element("th", { scope: "row", textContent: name, title: name });
    return element("tr", {}, head, ...data.regions.map((_region, r) => cellFor(a, r)));
  });
  const head = element("thead", {}, element("tr", {}, account, ...regions));
  map.append(head, element("tbody", {}, ...rows));
}

/** Where a key leads from a cell, if it leads anywhere: off the map too, where no cell takes the focus. */
export function keyTarget({ key, ctrlKey }: KeyboardEvent, { a, r }: Place): Place | undefined {
  const lastA = data.accounts.length - 1;
  const lastR = data.regions.length - 1;
  const targets: Readonly<Record<string, Place | undefined>> = {
    ArrowUp: { a: a - 1, r },
    ArrowDown: { a: a + 1, r },
    ArrowLeft: { a, r: r - 1 },
    ArrowRight: { a, r: r + 1 },
    PageUp: { a: Math.max(0, a - 10), r },
    PageDown: { a: Math.min(lastA, a + 10), r },
    Home: { a: ctrlKey ? 0 : a, r: 0 },
    End: { a: ctrlKey ? lastA : a, r: lastR },
  };
  return targets[key];
}
