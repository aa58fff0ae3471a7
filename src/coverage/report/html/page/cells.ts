// One row of the map, as elements.
import { accountName, at, data, element, mark, type Place } from "./content";
import { signs } from "./data";
import { describe, states, type AccountState, type State } from "./states";

/** The first cell of a row is its account, the others are regions. */
export const accountColumn = -1;

/** What stands for a state. */
export function signOf({ kinds, gaps, worst }: State): { className: string; text: string } {
  if (worst !== undefined) {
    return { className: worst, text: signs[worst] + (kinds > 1 ? String(gaps) : "") };
  }
  return kinds > 0 ? { className: "covered", text: "✓" } : { className: "none", text: "·" };
}

/** How many regions of an account are covered. */
export function regionsText({ regions, open }: AccountState): string {
  return regions === 0 ? "none expected" : `${String(regions - open)} of ${String(regions)}`;
}

function cell(role: string, { a, r }: Place): HTMLElement {
  const created = element("div", { tabIndex: -1 });
  created.role = role;
  created.ariaColIndex = String(r + 2);
  Object.assign(created.dataset, { a, r });
  return created;
}

export function headCell(a: number): HTMLElement {
  const { id, name } = at(data.accounts, a);
  const state = at(states().accounts, a);
  const { className } = signOf(state);
  const created = cell("rowheader", { a, r: accountColumn });
  const sign = state.worst ? signs[state.worst] : signOf(state).text;
  created.append(
    mark(className, sign),
    element("span", { className: "name", textContent: name, title: name }),
    element("code", { textContent: id }),
    element("small", { textContent: regionsText(state) }),
  );
  created.ariaLabel = `${accountName(a)}: ${regionsText(state)} regions covered, ${describe(state, "alert")}`;
  return created;
}

export function regionCell(place: Place): HTMLElement {
  const state = states().at(place.a, place.r);
  const { className, text } = signOf(state);
  const created = cell("gridcell", place);
  created.className = className;
  created.textContent = text;
  const label = `${accountName(place.a)}, ${at(data.regions, place.r)}: ${describe(state)}`;
  created.ariaLabel = label;
  created.title = label;
  return created;
}
