import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CoverageReport } from "../../coverage-report";
import { arrivals, coverageTotals, isCovered, noteSentences } from "../coverage-summary";
import { plainLine } from "../plain-text";
import { counted } from "../wording";
import { pageData } from "./page-data";
import { signs } from "./page/data";

function pageFile(name: string): string {
  return readFileSync(join(__dirname, "page", name), "utf8");
}

// Made of the folder's TypeScript by `npm run bundle`.
const script = pageFile("script.js");
const style = pageFile("page.css");

function digest(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

// Nothing is fetched, and nothing runs but the one script: not even what a name might smuggle in.
const policy = `default-src 'none'; script-src ${digest(script)}; style-src ${digest(style)}`;

/** JSON inside a script element: no `<`, so neither `</script>` nor `<!--` can stand in it. */
function embeddedJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}

const legend = [
  ["covered", "✓", "covered"],
  ["critical", signs.critical, "critical gap"],
  ["high", signs.high, "high"],
  ["medium", signs.medium, "medium"],
  ["low", signs.low, "low"],
  ["info", signs.info, "info"],
  ["", "·", "none expected"],
]
  .map(
    ([name, sign, text]) => `<span><b class="${name ?? ""}">${sign ?? ""}</b> ${text ?? ""}</span>`,
  )
  .join("\n");

/** Text that means nothing but itself in HTML and XML. */
function escaped(text: string): string {
  return plainLine(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/**
 * The report as one page that needs no network: a map of accounts and regions, a filter by kind, and
 * the trace and mail of every alert. `#ACCOUNT/REGION/KIND` opens a place of the map.
 */
export function coverageHtml(report: CoverageReport): string {
  const totals = coverageTotals(report);
  const notes = noteSentences(report)
    .map((sentence) => `<p class="soft">${escaped(sentence)}</p>\n`)
    .join("");
  const problems = `${counted(totals.gaps, "gap")}, ${counted(totals.findings, "finding")}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Coverage of console sign-ins</title>
<style>${style}</style>
</head>
<body>
<h1>Coverage of console sign-ins</h1>
<p>${isCovered(report) ? "✓ Covered" : `✖ ${problems}`}: ${arrivals(totals)}. An alert is one of ${counted(totals.kinds, "kind")} in a region of an account.</p>
${notes}<ul id="findings" aria-label="Findings"></ul>
<p><label>Kind <select id="kind"><option value="">all kinds, worst first</option></select></label>
<span class="soft">Arrow keys move, Enter opens the trace, Escape goes back.</span></p>
<p class="legend">${legend}</p>
<div class="map"><table id="map" role="grid" aria-label="Coverage by account and region"></table></div>
<section id="trace" tabindex="-1" aria-live="polite" aria-label="Trace" hidden></section>
<noscript><p>The map is drawn by a script inside this page. Without one, see --format markdown.</p></noscript>
<script type="application/json" id="data">${embeddedJson(pageData(report))}</script>
<script>${script}</script>
</body>
</html>
`;
}
