import { severities } from "../../catalog";
import { htmlDocument } from "../../coverage/report/html/document";
import { escaped } from "../../coverage/report/html/markup";
import { plainStyle, table } from "../../coverage/report/html/plain-page";
import type { BacktestResult } from "../backtest-result";
import { chartOf } from "./chart";
import { periodsOf } from "./periods";
import { hasGap, readSentence, sectionsOf, verdictSentence } from "./sections";

const style = `${plainStyle}
:root { --critical: #a40e26; --high: #bc4c00; --medium: #d4a72c; --low: #54aeff; --info: #8c959f; }
@media screen and (prefers-color-scheme: dark) { :root { --critical: #ff7b72; --high: #f0883e; --medium: #bb8009; --low: #388bfd; --info: #6e7681; } }
svg { width: 100%; height: auto; }
svg text { fill: var(--soft); font-size: 12px; }
svg line { stroke: var(--line); }
rect.critical { fill: var(--critical); } rect.high { fill: var(--high); } rect.medium { fill: var(--medium); } rect.low { fill: var(--low); } rect.info { fill: var(--info); }
.legend svg { width: 0.8em; height: 0.8em; } .legend span { margin-right: 1.2em; white-space: nowrap; }
`;

const legend = [...severities]
  .reverse()
  .map(
    (severity) =>
      `<span><svg viewBox="0 0 8 8" aria-hidden="true"><rect class="${severity}" width="8" height="8"/></svg> ${severity}</span>`,
  )
  .join("\n");

const title = "Sign-ins of the past";

/** The result as one page that needs no network and no script. */
export function backtestHtml(result: BacktestResult): string {
  const sections = sectionsOf(result)
    .map(({ title: heading, head, rows }) => {
      const cells = rows.map((row) => row.map((text) => ({ text })));
      return `<h2>${escaped(heading)}</h2>\n${table(head, cells)}`;
    })
    .join("\n");
  const sign = hasGap(result) || result.unreadCount > 0 ? "✖" : "✓";
  const body = `<h1>${title}</h1>
<p>${sign} ${escaped(verdictSentence(result))}.</p>
<p class="soft">${escaped(readSentence(result))}</p>
<p class="legend">${legend}</p>
${chartOf(periodsOf(result))}
${sections}`;
  return htmlDocument({ title, style, body });
}
