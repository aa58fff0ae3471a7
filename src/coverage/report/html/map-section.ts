import { section } from "./markup";
import { signs } from "./page/data";

const legend = [
  ["covered", "✓", "covered"],
  ["critical", signs.critical, "critical gap"],
  ["high", signs.high, "high"],
  ["medium", signs.medium, "medium"],
  ["low", signs.low, "low"],
  ["info", signs.info, "info"],
  ["none", "·", "none expected"],
]
  .map(
    ([name, sign, text]) => `<span><b class="${name ?? ""}">${sign ?? ""}</b> ${text ?? ""}</span>`,
  )
  .join("\n");

/** Where the script of the page draws the map: on a screen what is looked at, on paper all of it. */
export const mapSection = section(
  "coverage",
  "Accounts and regions",
  `<div class="tools screen">
<label>Search <input id="search" type="search" placeholder="account, id, region or recipient" autocomplete="off"></label>
<label>Alerts <select id="kind"><option value="">all kinds</option></select></label>
<label>Order <select id="order"><option value="worst">worst first</option><option value="id">account id</option></select></label>
<label class="tick"><input id="only-gaps" type="checkbox"> only gaps</label>
<output id="shown" for="search kind only-gaps"></output>
</div>
<div id="map" class="screen" role="grid" aria-label="Coverage by account and region"></div>
<p class="legend">${legend}</p>
<p class="soft screen keys">A number beside a sign counts the kinds that would not arrive. Arrow keys move, Enter opens a place, Escape goes back.</p>
<div id="paper"></div>
<noscript><p>The map is drawn by a script inside this page. Without one, see --format markdown.</p></noscript>`,
);
