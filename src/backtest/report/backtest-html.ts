import { createHash } from "node:crypto";
import { severities } from "../../catalog";
import { plainLine } from "../../coverage/report/plain-text";
import type { BacktestResult } from "../backtest-result";
import { chartOf } from "./chart";
import { periodsOf } from "./periods";
import { hasGap, readSentence, sectionsOf, verdictSentence } from "./sections";

const style = `
:root { color-scheme: light dark; --page: #fff; --text: #1b1f24; --soft: #57606a; --line: #d0d7de; --critical: #a40e26; --high: #bc4c00; --medium: #d4a72c; --low: #54aeff; --info: #8c959f; }
@media (prefers-color-scheme: dark) { :root { --page: #0d1117; --text: #e6edf3; --soft: #9aa4af; --line: #30363d; --critical: #ff7b72; --high: #f0883e; --medium: #bb8009; --low: #388bfd; --info: #6e7681; } }
body { background: var(--page); color: var(--text); font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 68rem; padding: 0 1rem; }
.soft { color: var(--soft); }
.wide { overflow-x: auto; }
svg { width: 100%; height: auto; }
svg text { fill: var(--soft); font-size: 12px; }
svg line { stroke: var(--line); }
rect.critical { fill: var(--critical); } rect.high { fill: var(--high); } rect.medium { fill: var(--medium); } rect.low { fill: var(--low); } rect.info { fill: var(--info); }
.legend svg { width: 0.8em; height: 0.8em; } .legend span { margin-right: 1.2em; }
table { border-collapse: collapse; } th, td { border: 1px solid var(--line); padding: 0.25rem 0.6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
`;

const digest = createHash("sha256").update(style).digest("base64");
// Nothing is fetched, and nothing runs: not even what a name might smuggle in.
const policy = `default-src 'none'; style-src 'sha256-${digest}'`;

/** Text that means nothing but itself in HTML. */
function escaped(text: string): string {
  return plainLine(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function row(cells: readonly string[], element: "td" | "th"): string {
  const scope = element === "th" ? ` scope="col"` : "";
  return `<tr>${cells.map((cell) => `<${element}${scope}>${escaped(cell)}</${element}>`).join("")}</tr>`;
}

const legend = [...severities]
  .reverse()
  .map(
    (severity) =>
      `<span><svg viewBox="0 0 8 8" aria-hidden="true"><rect class="${severity}" width="8" height="8"/></svg> ${severity}</span>`,
  )
  .join("\n");

/** The result as one page that needs no network and no script. */
export function backtestHtml(result: BacktestResult): string {
  const sections = sectionsOf(result)
    .map(
      ({ title, head, rows }) => `<h2>${escaped(title)}</h2>
<div class="wide"><table>
<thead>${row(head, "th")}</thead>
<tbody>
${rows.map((cells) => row(cells, "td")).join("\n")}
</tbody>
</table></div>`,
    )
    .join("\n");
  const sign = hasGap(result) || result.unreadCount > 0 ? "✖" : "✓";
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sign-ins of the past</title>
<style>${style}</style>
</head>
<body>
<h1>Sign-ins of the past</h1>
<p>${sign} ${escaped(verdictSentence(result))}.</p>
<p class="soft">${escaped(readSentence(result))}</p>
<p class="legend">${legend}</p>
${chartOf(periodsOf(result))}
${sections}
</body>
</html>
`;
}
