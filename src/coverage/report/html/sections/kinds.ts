import { severities } from "../../../../catalog";
import { severityOf } from "../../groups";
import { escaped, list } from "../markup";

/** Kinds of alerts, worst first, each with the colour and the name of its severity. */
export function kindList(kinds: readonly string[]): string {
  const rank = (kind: string) => severities.indexOf(severityOf(kind));
  const items = [...kinds]
    .sort((a, b) => rank(b) - rank(a))
    .map((kind) => {
      const severity = severityOf(kind);
      return `<span class="kind"><b class="${severity}" title="${severity}"></b>${escaped(kind)}<span class="unseen">, ${severity}</span></span>`;
    });
  return list(items, "kinds");
}
