// The trace and mail of one kind at one place, as elements.
import { placedText, type TextPlace } from "../../place-free-text";
import { at, data, element, mark } from "./content";
import { signs, type OutlookData, type TraceData } from "./data";

function placed(index: number, place: TextPlace): string {
  return placedText(at(data.strings, index), place);
}

/** A hop, a blocker or a finding in a list. */
function step(index: number, place: TextPlace, className: string, before = ""): HTMLLIElement {
  const [name, stack, address, reason] = at(data.steps, index);
  const item = element(
    "li",
    { className },
    before,
    element("strong", { textContent: placed(name, place) }),
    `${before === "" ? "" : ":"} ${placed(reason, place)}`,
  );
  if (address >= 0) {
    const textContent = `${placed(stack, place)} ${placed(address, place)}`;
    item.append(element("code", { textContent }));
  }
  return item;
}

/** Steps as a list; nothing where there are none. */
function path(hops: readonly number[], place: TextPlace, end: readonly Node[] = []): HTMLElement[] {
  const steps = [...hops.map((hop) => step(hop, place, "passed")), ...end];
  return steps.length === 0 ? [] : [element("ol", { className: "path" }, ...steps)];
}

function traceElements(trace: TraceData, place: TextPlace): HTMLElement[] {
  const messages = trace.messages.flatMap(({ text, deliveries }) => [
    ...deliveries.flatMap(({ topic, recipients, hops }) => {
      const names = recipients.map((index) => placed(index, place)).join(", ");
      return [
        ...path(hops, place),
        element(
          "p",
          {},
          "To ",
          element("strong", { textContent: names || "no recipient" }),
          " through ",
          element("code", { textContent: placed(topic, place) }),
        ),
      ];
    }),
    element("pre", { textContent: placed(text, place) }),
  ]);
  return [
    ...path(trace.common, place),
    ...messages,
    ...trace.blocked.flatMap(({ hops, blocker }) =>
      path(hops, place, [step(blocker, place, "blocked", "blocked by ")]),
    ),
    ...trace.findings.flatMap((finding) =>
      path([], place, [step(finding, place, "found", "finding: ")]),
    ),
  ];
}

/** What becomes of one kind at a place; open where it would not arrive. */
export function kindDetails(k: number, outlook: OutlookData, place: TextPlace): HTMLDetailsElement {
  const { name, title, severity } = at(data.kinds, k);
  const covered = outlook.states[k] === 1;
  const sign = covered ? mark("covered", "✓") : mark(severity, signs[severity]);
  const verdict = covered ? "would arrive" : "would not arrive";
  const trace = data.traces[at(outlook.traces, k)];
  const details = element(
    "details",
    { open: !covered },
    element(
      "summary",
      {},
      sign,
      element("span", { className: "name", textContent: name }),
      element("small", { textContent: `${severity}, ${verdict}` }),
    ),
    element("p", { className: "soft", textContent: title }),
    ...(trace ? traceElements(trace, place) : []),
  );
  details.dataset["kind"] = name;
  return details;
}
