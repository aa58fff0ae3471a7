// What is open beside the map: a place with its traces, or an account with its regions and recipients.
import { addressOf } from "./address";
import { accountColumn, signOf } from "./cells";
import { isChosen, kindsAt } from "./choices";
import { at, counted, data, element, found, mark, outlookOf, type Place } from "./content";
import { worstFirst } from "./data";
import { focusCell, select } from "./map";
import { audiencesOf } from "./notified";
import { describe, states } from "./states";
import { kindDetails } from "./trace";

export const panel = found(document.querySelector<HTMLElement>("#panel"));
const said = found(document.querySelector<HTMLElement>("#said"));

let open: Place | undefined;

/** Which account, which of its regions, and how it is there. */
function heading(a: number, region: string, verdict: string): HTMLElement {
  const { id, name } = at(data.accounts, a);
  const close = element("button", { type: "button", className: "close", textContent: "Close" });
  close.addEventListener("click", closePanel);
  const title = element("h2", { id: "panel-title", textContent: name || id });
  const where = element("p", { id: "panel-place" }, element("code", { textContent: id }), region);
  return element("header", {}, title, close, where, element("p", { textContent: verdict }));
}

/** Gaps first, the worst before the others. */
function sorted(kinds: readonly number[], place: Place): readonly number[] {
  const gaps = outlookOf(place)?.states ?? [];
  const rank = (k: number) => worstFirst.indexOf(at(data.kinds, k).severity);
  return [...kinds].sort(
    (one, other) => (gaps[one] ?? 0) - (gaps[other] ?? 0) || rank(one) - rank(other),
  );
}

function placeContent(place: Place, kind: string): HTMLElement[] {
  const outlook = outlookOf(place);
  const where = { account: at(data.accounts, place.a).id, region: at(data.regions, place.r) };
  const state = states().at(place.a, place.r);
  const kinds = outlook
    ? sorted(kindsAt(place), place).map((k) => kindDetails(k, outlook, where))
    : [];
  for (const details of kinds) {
    if (kinds.length === 1 || details.dataset["kind"] === kind) details.open = true;
  }
  return [
    heading(place.a, ` ${where.region}`, describe(state)),
    ...(kinds.length === 0 ? [element("p", { textContent: "No alert is expected here." })] : kinds),
  ];
}

function regionLinks(a: number): HTMLElement {
  const { id } = at(data.accounts, a);
  const items = data.regions.flatMap((region, r) => {
    const state = states().at(a, r);
    if (state.kinds === 0) return [];
    const { className, text } = signOf(state);
    const link = element("a", { href: addressOf(id, region), title: describe(state) });
    link.append(mark(className, text), ` ${region}`);
    return [{ gaps: state.gaps, item: element("li", {}, link) }];
  });
  items.sort((one, other) => other.gaps - one.gaps);
  return element("ul", { className: "regions" }, ...items.map(({ item }) => item));
}

/** Who is notified of what happens in an account, route by route. */
function audienceList(a: number): HTMLElement {
  const items = audiencesOf(data, a).flatMap(({ topic, recipients, kinds }) => {
    const names = kinds.filter(isChosen).map((k) => at(data.kinds, k).name);
    if (names.length === 0) return [];
    return [
      element(
        "li",
        {},
        element("strong", { textContent: recipients.join(", ") || "no recipient" }),
        element("p", { textContent: `${counted(names.length, "kind")}: ${names.join(", ")}` }),
        element("code", { textContent: topic }),
      ),
    ];
  });
  if (items.length === 0) return element("p", { textContent: "No recipient." });
  return element("ul", { className: "plain" }, ...items);
}

function accountContent(a: number): HTMLElement[] {
  return [
    heading(a, "", describe(at(states().accounts, a), "alert")),
    element("h3", { textContent: "Regions" }),
    regionLinks(a),
    element("h3", { textContent: "Who is notified" }),
    audienceList(a),
  ];
}

/** Draws what is open, if something is, for the kinds that are looked at. */
export function drawPanel(kind = ""): void {
  if (!open) return;
  const content = open.r === accountColumn ? accountContent(open.a) : placeContent(open, kind);
  panel.hidden = false;
  panel.replaceChildren(...content);
  panel.scrollTop = 0;
  document.body.classList.add("has-panel");
  const parts = [...panel.querySelectorAll("header > :not(button)")];
  said.textContent = parts.map(({ textContent }) => textContent).join(", ");
  const looked =
    kind && [...panel.querySelectorAll("details")].find((each) => each.dataset["kind"] === kind);
  if (looked) looked.scrollIntoView({ block: "nearest" });
}

/** Shows a place, or an account where it is none of its regions, and puts it into the address of the page. */
export function showPlace(place: Place, { kind = "", focus = false } = {}): void {
  open = place;
  drawPanel(kind);
  select(place);
  const { id } = at(data.accounts, place.a);
  const region = place.r === accountColumn ? [] : [at(data.regions, place.r)];
  history.replaceState(null, "", addressOf(id, ...region, ...(kind === "" ? [] : [kind])));
  if (focus) panel.focus();
}

/** Closes what is open, and goes back to its cell. */
export function closePanel(): void {
  const place = open;
  open = undefined;
  select(undefined);
  panel.hidden = true;
  document.body.classList.remove("has-panel");
  history.replaceState(null, "", location.pathname + location.search);
  if (place) focusCell(place);
}
