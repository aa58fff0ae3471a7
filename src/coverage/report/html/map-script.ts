/** Draws the map, filters it by kind and moves in it by keyboard. Runs in the browser. */
export const mapScript = String.raw`
"use strict";
const data = JSON.parse(document.getElementById("data").textContent);
const byId = (id) => document.getElementById(id);
const signs = { critical: "✖", high: "▲", medium: "◆", low: "●", info: "○" };
const ranks = Object.keys(signs);
const map = byId("map"), filter = byId("kind");
const shown = () => filter.value === "" ? data.kinds.map((_, k) => k) : [Number(filter.value)];

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

function outlookOf(a, r) {
  const index = data.places[a][r];
  return index < 0 ? undefined : data.outlooks[index];
}

function stateOf(a, r) {
  const outlook = outlookOf(a, r);
  const kinds = shown().filter((k) => outlook && outlook.states[k] >= 0);
  const gaps = kinds.filter((k) => outlook.states[k] === 0).map((k) => data.kinds[k].severity);
  const worst = ranks.find((severity) => gaps.includes(severity));
  return { kinds: kinds.length, gaps: gaps.length, worst };
}

function accountName(a) {
  const { id, name } = data.accounts[a];
  return name === "" ? id : name + " " + id;
}

function describe(state) {
  if (state.kinds === 0) return "none expected";
  if (state.gaps === 0) return "covered, " + state.kinds + (state.kinds === 1 ? " kind" : " kinds");
  return state.gaps + " of " + state.kinds + " kinds would not arrive, worst " + state.worst;
}

function paint(cell) {
  const a = Number(cell.dataset.a), r = Number(cell.dataset.r), state = stateOf(a, r);
  cell.className = state.worst ?? (state.kinds > 0 ? "covered" : "");
  cell.textContent = state.worst
    ? signs[state.worst] + (state.kinds > 1 ? state.gaps : "")
    : state.kinds > 0 ? "✓" : "·";
  const label = accountName(a) + ", " + data.regions[r] + ": " + describe(state);
  cell.setAttribute("aria-label", label);
  cell.title = label;
}

function cellAt(a, r) {
  return map.querySelector('td[data-a="' + a + '"][data-r="' + r + '"]');
}

function focusCell(a, r) {
  const cell = cellAt(a, r);
  if (!cell) return;
  map.querySelectorAll('td[tabindex="0"]').forEach((other) => { other.tabIndex = -1; });
  cell.tabIndex = 0;
  cell.focus();
}

function drawMap() {
  const head = element("tr", {}, element("th", { scope: "col", textContent: "Account" }));
  data.regions.forEach((region) => {
    head.append(element("th", { scope: "col" }, element("span", { textContent: region })));
  });
  const body = element("tbody");
  data.accounts.forEach((_, a) => {
    const row = element("tr", {}, element("th", { scope: "row", textContent: accountName(a), title: accountName(a) }));
    data.regions.forEach((_, r) => {
      const cell = element("td", { tabIndex: a + r === 0 ? 0 : -1 });
      cell.setAttribute("role", "gridcell");
      Object.assign(cell.dataset, { a, r });
      paint(cell);
      row.append(cell);
    });
    body.append(row);
  });
  map.append(element("thead", {}, head), body);
}

function move(event) {
  const cell = event.target.closest("td");
  if (!cell) return;
  const a = Number(cell.dataset.a), r = Number(cell.dataset.r);
  const lastA = data.accounts.length - 1, lastR = data.regions.length - 1;
  const to = {
    ArrowUp: [a - 1, r], ArrowDown: [a + 1, r], ArrowLeft: [a, r - 1], ArrowRight: [a, r + 1],
    PageUp: [Math.max(0, a - 10), r], PageDown: [Math.min(lastA, a + 10), r],
    Home: [event.ctrlKey ? 0 : a, 0], End: [event.ctrlKey ? lastA : a, lastR],
  }[event.key];
  if (to) focusCell(to[0], to[1]);
  else if (event.key === "Enter" || event.key === " ") openPlace(a, r, true);
  else return;
  event.preventDefault();
}
`;
