// The script of the page, in the browser: `npm run bundle` makes script.js of it.
import { data, element, filter, found } from "./content";
import { cellOf, drawMap, focusCell, keyTarget, map, paintMap, placeOf } from "./map";
import { drawTrace, openPlace, panel, showPlace, step } from "./trace";

function showAddress(): void {
  const [account, region = "", kind] = decodeURIComponent(location.hash.slice(1)).split("/");
  const a = data.accounts.findIndex(({ id }) => id === account);
  const r = data.regions.indexOf(region);
  if (a >= 0 && r >= 0) showPlace({ a, r }, { kind: kind ?? "" });
}

function pressed(event: KeyboardEvent): void {
  const cell = cellOf(event);
  if (!cell) return;
  const place = placeOf(cell);
  const target = keyTarget(event, place);
  if (target) focusCell(target);
  else if (event.key === "Enter" || event.key === " ") showPlace(place, { focus: true });
  else return;
  event.preventDefault();
}

const anywhere = { account: "", region: "" };

data.kinds.forEach(({ name, severity }, k) => {
  filter.append(element("option", { value: String(k), textContent: `${name} (${severity})` }));
});
drawMap();
const findings = data.findings.map((index) => step(index, anywhere, "! "));
found(document.querySelector("#findings")).append(...findings);

filter.addEventListener("change", () => {
  paintMap();
  drawTrace();
});
map.addEventListener("keydown", pressed);
map.addEventListener("click", (event) => {
  const cell = cellOf(event);
  if (!cell) return;
  focusCell(placeOf(cell));
  showPlace(placeOf(cell));
});
panel.addEventListener("keydown", (event) => {
  const place = openPlace();
  if (event.key === "Escape" && place) focusCell(place);
});
addEventListener("hashchange", showAddress);
showAddress();
