// The map: a grid of accounts and regions, of which only the rows in sight are in the document.
import { accountColumn, headCell, regionCell } from "./cells";
import { at, data, element, found, type Place } from "./content";
import { shownOf } from "./shown";
import { view, type View } from "./view";

export const map = found(document.querySelector<HTMLElement>("#map"));
const shown = found(document.querySelector<HTMLOutputElement>("#shown"));

/** Rows that are drawn above and below those in sight. */
const overscan = 8;

const heads = element("div", { className: "heads" });
const rows = element("div", { className: "rows" });
const drawn = new Map<number, HTMLElement>();
let seen: View = { accounts: [], regions: [] };
let active: Place | undefined;
let selected: Place | undefined;
let isWaiting = false;

function rowHeight(): number {
  return parseFloat(getComputedStyle(map).getPropertyValue("--row"));
}

export function currentView(): View {
  return seen;
}

/** The cell of a place, if it is drawn. */
function cellAt({ a, r }: Place): HTMLElement | null {
  return map.querySelector(`[data-a="${String(a)}"][data-r="${String(r)}"]`);
}

/** The cell in which something happened, if it was a cell. */
export function placeIn(event: Event): Place | undefined {
  const cell =
    event.target instanceof Element ? event.target.closest<HTMLElement>("[data-a]") : null;
  if (!cell) return undefined;
  return { a: Number(cell.dataset["a"]), r: Number(cell.dataset["r"]) };
}

function marked(): void {
  for (const cell of map.querySelectorAll<HTMLElement>('[tabindex="0"],[aria-selected]')) {
    cell.tabIndex = -1;
    cell.removeAttribute("aria-selected");
  }
  const inTabOrder = active && cellAt(active);
  if (inTabOrder) inTabOrder.tabIndex = 0;
  if (selected) cellAt(selected)?.setAttribute("aria-selected", "true");
}

function row(i: number): HTMLElement {
  const a = at(seen.accounts, i);
  const created = element(
    "div",
    { className: "row" },
    headCell(a),
    ...seen.regions.map((r) => regionCell({ a, r })),
  );
  created.role = "row";
  created.ariaRowIndex = String(i + 2);
  created.style.top = `${String(i * rowHeight())}px`;
  return created;
}

/** Draws the rows in sight, and keeps the one that has the focus. */
function drawRows(): void {
  isWaiting = false;
  const height = rowHeight();
  const first = Math.floor((map.scrollTop - heads.offsetHeight) / height) - overscan;
  const last = Math.ceil((map.scrollTop + map.clientHeight) / height) + overscan;
  const kept = active ? seen.accounts.indexOf(active.a) : -1;
  for (const [i, element] of drawn) {
    if ((i >= first && i <= last) || i === kept) continue;
    element.remove();
    drawn.delete(i);
  }
  const wanted = new Set([kept]);
  for (let i = first; i <= last; i++) wanted.add(i);
  for (const i of wanted) {
    if (i < 0 || i >= seen.accounts.length || drawn.has(i)) continue;
    const created = row(i);
    drawn.set(i, created);
    // In the order of the rows, as screen readers read them.
    const next = [...drawn.keys()]
      .filter((other) => other > i)
      .sort((one, other) => one - other)[0];
    rows.insertBefore(created, next === undefined ? null : (drawn.get(next) ?? null));
  }
  marked();
}

function drawHeads(): void {
  const regions = seen.regions.map((r) =>
    element("div", {}, element("span", { textContent: at(data.regions, r) })),
  );
  const account = element(
    "div",
    {},
    element("b", { textContent: "Account" }),
    " ",
    element("small", { textContent: "Covered regions" }),
  );
  heads.replaceChildren(account, ...regions);
  [...heads.children].forEach((cell, i) => {
    cell.role = "columnheader";
    cell.ariaColIndex = String(i + 1);
  });
}

/** Draws the map anew, after a choice of the reader. */
export function drawMap(): void {
  seen = view();
  const [a = 0] = seen.accounts;
  if (!active || !seen.accounts.includes(active.a)) active = { a, r: accountColumn };
  if (active.r >= 0 && !seen.regions.includes(active.r)) active = { a: active.a, r: accountColumn };
  map.ariaRowCount = String(seen.accounts.length + 1);
  map.ariaColCount = String(seen.regions.length + 1);
  map.style.setProperty("--regions", String(seen.regions.length));
  rows.style.height = `${String(seen.accounts.length * rowHeight())}px`;
  for (const element of drawn.values()) element.remove();
  drawn.clear();
  drawHeads();
  drawRows();
  shown.value = shownOf(seen);
}

/** Moves the focus to a cell, which becomes the only one in the order of the Tab key. */
export function focusCell(place: Place): void {
  const i = seen.accounts.indexOf(place.a);
  if (i < 0) return;
  active = seen.regions.includes(place.r) ? place : { a: place.a, r: accountColumn };
  reveal(i);
  drawRows();
  cellAt(active)?.focus();
}

/** Scrolls a row into sight, below the heads. */
function reveal(i: number): void {
  const [top, height] = [i * rowHeight(), rowHeight()];
  const room = map.clientHeight - heads.offsetHeight - height;
  if (top < map.scrollTop) map.scrollTop = top;
  else if (top > map.scrollTop + room) map.scrollTop = top - room;
}

/** Shows which place is open, where one sees it beside what is open. */
export function select(place: Place | undefined): void {
  selected = place;
  marked();
  if (place) cellAt(place)?.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Begins the map. */
export function beginMap(): void {
  const longest = Math.max(12, ...data.accounts.map(({ id }) => Array.from(id).length));
  map.style.setProperty("--id", `${String(longest)}ch`);
  map.classList.toggle("long-ids", longest > 24);
  const longestName = Math.max(0, ...data.accounts.map(({ name }) => Array.from(name).length));
  map.style.setProperty("--name", `${String(Math.min(Math.max(longestName, 10), 26))}ch`);
  heads.role = "row";
  heads.ariaRowIndex = "1";
  rows.role = "rowgroup";
  map.append(heads, rows);
  const later = () => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(drawRows);
  };
  map.addEventListener("scroll", later, { passive: true });
  // Rows are of another height on a phone.
  addEventListener("resize", drawMap);
  drawMap();
}
