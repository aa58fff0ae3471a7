import { htmlDocument } from "../../coverage/report/html/document";
import { escaped } from "../../coverage/report/html/markup";
import { plainStyle, table } from "../../coverage/report/html/plain-page";
import { shellLine } from "../shell-line";
import {
  causes,
  drillSentence,
  rowOf,
  rowTitles,
  type DrillResult,
  type DrillRow,
} from "./drill-result";

const style = `${plainStyle}
.arrived { color: var(--good); }
.missing { color: var(--bad); }
`;

/** The result as one page that needs no network and runs nothing: evidence to be kept. */
export function drillHtml(result: DrillResult): string {
  const keys = Object.keys(rowTitles) as (keyof DrillRow)[];
  const rows = result.alerts.map(rowOf).map((row) =>
    keys.map((key) => ({
      text: row[key],
      ...(key === "outcome" && { className: row.outcome.replace(" ", "-") }),
    })),
  );
  const heads = keys.map((key) => rowTitles[key]);
  const notes = result.notes.map((note) => `\n<p>${escaped(note)}</p>`).join("");
  const left = result.leftovers
    .map(
      ({ what, remove }) =>
        `\n<p>Left behind: ${escaped(what)}</p>\n<pre>${escaped(shellLine(remove))}</pre>`,
    )
    .join("");
  const body = `<h1>Drill of console sign-in alerts</h1>
<p>${escaped(drillSentence(result))} ${escaped(result.name)}, ${escaped(causes[result.cause])}.</p>
${table(heads, rows)}${notes}${left}`;
  return htmlDocument({ title: result.name, style, body });
}
