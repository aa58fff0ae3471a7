import { escaped } from "../../coverage/report/html/markup";
import { shellLine } from "../shell-line";
import {
  causes,
  drillSentence,
  rowOf,
  rowTitles,
  type DrillResult,
  type DrillRow,
} from "./drill-result";

const style =
  "body{font:16px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:75rem;padding:0 1rem;color:#1b1b1b;background:#fff}table{border-collapse:collapse}th,td{border:1px solid #8a8a8a;padding:.3rem .6rem;text-align:left;vertical-align:top}.arrived{color:#0a5c2b}.missing{color:#a30d11}pre{overflow:auto}";

/** The result as one page that needs no network and runs nothing: evidence to be kept. */
export function drillHtml(result: DrillResult): string {
  const keys = Object.keys(rowTitles) as (keyof DrillRow)[];
  const head = keys.map((key) => `<th scope="col">${escaped(rowTitles[key])}</th>`).join("");
  const rows = result.alerts
    .map(rowOf)
    .map((row) => {
      const cells = keys.map((key) =>
        key === "outcome"
          ? `<td class="${row.outcome.replace(" ", "-")}">${row.outcome}</td>`
          : `<td>${escaped(row[key])}</td>`,
      );
      return `<tr>${cells.join("")}</tr>`;
    })
    .join("\n");
  const notes = result.notes.map((note) => `<p>${escaped(note)}</p>\n`).join("");
  const left = result.leftovers
    .map(
      ({ what, remove }) =>
        `<p>Left behind: ${escaped(what)}</p>\n<pre>${escaped(shellLine(remove))}</pre>\n`,
    )
    .join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(result.name)}</title>
<style>${style}</style>
</head>
<body>
<h1>Drill of console sign-in alerts</h1>
<p>${escaped(drillSentence(result))} ${escaped(result.name)}, ${escaped(causes[result.cause])}.</p>
<table>
<thead><tr>${head}</tr></thead>
<tbody>
${rows}
</tbody>
</table>
${notes}${left}</body>
</html>
`;
}
