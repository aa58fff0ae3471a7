import { placedText, type TextPlace } from "../../place-free-text";
import { accountName, at, data, element, found, kindsAt, outlookOf, type Place } from "./content";
import { signs, type OutlookData, type TraceData } from "./data";
import { cellAt, map } from "./map";

export const panel = found(document.querySelector<HTMLElement>("#trace"));

let open: Place | undefined;

/** The place whose trace is shown. */
export function openPlace(): Place | undefined {
  return open;
}

function placed(index: number, place: TextPlace): string {
  return placedText(at(data.strings, index), place);
}

/** A hop, a stop or a finding in a list. */
export function step(index: number, place: TextPlace, sign: string): HTMLLIElement {
  const [name, stack, address, reason] = at(data.steps, index);
  const item = element("li", {}, `${sign}${placed(name, place)} `);
  if (address >= 0) {
    const textContent = `${placed(stack, place)} ${placed(address, place)}`;
    item.append(element("code", { textContent }));
  }
  item.append(` — ${placed(reason, place)}`);
  return item;
}

function steps(indices: readonly number[], place: TextPlace, sign: string): HTMLElement[] {
  if (indices.length === 0) return [];
  return [element("ul", {}, ...indices.map((index) => step(index, place, sign)))];
}

function traceElements(trace: TraceData, place: TextPlace): HTMLElement[] {
  const messages = trace.messages.flatMap(({ text, deliveries }) => [
    ...deliveries.flatMap(({ topic, recipients, hops }, i) => {
      const names = recipients.map((index) => placed(index, place)).join(", ") || "no recipient";
      const end = i + 1 < deliveries.length ? "." : ":";
      return [
        element("ol", {}, ...hops.map((hop) => step(hop, place, ""))),
        element("p", { textContent: `To ${names} through ${placed(topic, place)}${end}` }),
      ];
    }),
    element("pre", { textContent: placed(text, place) }),
  ]);
  return [
    ...messages,
    ...steps(trace.blockers, place, "✖ blocked at "),
    ...steps(trace.findings, place, "! finding at "),
  ];
}

function kindDetails(k: number, outlook: OutlookData, place: TextPlace): HTMLDetailsElement {
  const { name, title, severity } = at(data.kinds, k);
  const covered = outlook.states[k] === 1;
  const mark = element("b", {
    className: covered ? "covered" : severity,
    textContent: covered ? "✓" : signs[severity],
  });
  const verdict = covered ? "would arrive" : "would not arrive";
  const trace = data.traces[at(outlook.traces, k)];
  const details = element(
    "details",
    { open: !covered },
    element("summary", {}, mark, ` ${name} (${severity}) ${verdict}`),
    element("p", { className: "soft", textContent: title }),
    ...(trace ? traceElements(trace, place) : []),
  );
  details.dataset["kind"] = name;
  return details;
}

/** Draws the trace of the open place, if there is one, for the kinds that the filter lets through. */
export function drawTrace(kind?: string): void {
  const outlook = open && outlookOf(open);
  if (!open) return;
  const place = { account: at(data.accounts, open.a).id, region: at(data.regions, open.r) };
  const kinds = outlook ? kindsAt(open).map((k) => kindDetails(k, outlook, place)) : [];
  panel.hidden = false;
  panel.replaceChildren(
    element("h2", { textContent: `${accountName(open.a)}, ${place.region}` }),
    ...(kinds.length === 0 ? [element("p", { textContent: "No alert is expected here." })] : []),
    ...kinds,
  );
  for (const details of kinds) {
    if (kinds.length === 1 || details.dataset["kind"] === kind) details.open = true;
  }
}

/** Shows the trace of a place and puts it into the address of the page. */
export function showPlace(place: Place, { kind = "", focus = false } = {}): void {
  for (const cell of map.querySelectorAll("td[aria-selected]")) {
    cell.removeAttribute("aria-selected");
  }
  cellAt(place)?.setAttribute("aria-selected", "true");
  open = place;
  drawTrace(kind);
  const address = `#${at(data.accounts, place.a).id}/${at(data.regions, place.r)}`;
  history.replaceState(null, "", kind === "" ? address : `${address}/${kind}`);
  if (focus) panel.focus();
}
