// On paper nothing can be opened or scrolled: all accounts and regions, as a table that is there while printing.
import { signOf, regionsText } from "./cells";
import { at, data, element, found, mark } from "./content";
import { states } from "./states";

const paper = found(document.querySelector<HTMLElement>("#paper"));

function table(): HTMLElement {
  // Of every kind, whatever the reader looks at.
  const now = states("");
  const heads = ["Account", "Regions"].map((textContent) =>
    element("th", { textContent, scope: "col" }),
  );
  const regions = data.regions.map((region) =>
    element("th", { scope: "col" }, element("span", { textContent: region })),
  );
  const rows = data.accounts.map(({ id, name }, a) => {
    const head = element("th", { scope: "row" }, element("code", { textContent: id }), ` ${name}`);
    const cells = data.regions.map((_, r) => {
      const { className, text } = signOf(now.at(a, r));
      return element("td", {}, mark(className, text.slice(0, 1)));
    });
    const count = element("td", { textContent: regionsText(at(now.accounts, a)) });
    return element("tr", {}, head, count, ...cells);
  });
  return element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...heads, ...regions)),
    element("tbody", {}, ...rows),
  );
}

/** Shows all of it before the page is printed, and puts it away afterwards. */
export function followPrinting(): void {
  let opened: readonly HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll<HTMLDetailsElement>("main details:not([open])")];
    for (const details of opened) details.open = true;
    paper.replaceChildren(table());
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.open = false;
    paper.replaceChildren();
  });
}
