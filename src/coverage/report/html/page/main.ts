// The script of the page, in the browser: `npm run bundle` makes script.js of it.
import { partsOf } from "./address";
import { accountColumn } from "./cells";
import { filter, offerKinds, onlyGaps, order, search } from "./choices";
import { data } from "./content";
import { keyTarget } from "./keys";
import { beginMap, currentView, drawMap, focusCell, map, placeIn } from "./map";
import { closePanel, drawPanel, panel, showPlace } from "./panel";
import { followPrinting } from "./paper";

/** Opens what the address of the page names, if it names a place. */
function showAddress(): void {
  const [account, region, kind = ""] = partsOf(location.hash);
  const a = data.accounts.findIndex(({ id }) => id === account);
  const r = region === undefined ? accountColumn : data.regions.indexOf(region);
  if (a < 0 || (r < 0 && region !== undefined)) return;
  focusCell({ a, r });
  showPlace({ a, r }, { kind });
}

function pressed(event: KeyboardEvent): void {
  const place = placeIn(event);
  if (!place) return;
  const target = keyTarget(event, place, currentView());
  if (target) focusCell(target);
  else if (event.key === "Enter" || event.key === " ") showPlace(place, { focus: true });
  else return;
  event.preventDefault();
}

offerKinds();
beginMap();
followPrinting();

search.addEventListener("input", drawMap);
onlyGaps.addEventListener("change", drawMap);
order.addEventListener("change", drawMap);
filter.addEventListener("change", () => {
  drawMap();
  drawPanel();
});
map.addEventListener("keydown", pressed);
map.addEventListener("click", (event) => {
  const place = placeIn(event);
  if (!place) return;
  focusCell(place);
  showPlace(place);
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !panel.hidden) closePanel();
});
addEventListener("hashchange", showAddress);
showAddress();
