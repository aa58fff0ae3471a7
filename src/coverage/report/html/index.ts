import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { CoverageReport } from "../../coverage-report";
import { htmlDocument } from "./document";
import { mapSection } from "./map-section";
import { pageData } from "./page-data";
import { controlsSection, openQuestionsSection } from "./sections/controls";
import { exceptionsSection } from "./sections/exceptions";
import { notifiedSection } from "./sections/notified";
import { findingsSection, gapsSection } from "./sections/problems";
import { summary } from "./sections/summary";

/** What the page says beside the report. */
export interface CoveragePageOptions {
  /** Day of which it is, as `YYYY-MM-DD`. @default - it names none */
  readonly date?: string;
}

function pageFile(name: string): string {
  return readFileSync(join(__dirname, "page", name), "utf8");
}

// Both are made of the files beside them by `npm run bundle`.
const script = pageFile("script.js");
const style = pageFile("style.css");

/** JSON inside a script element: no `<`, so neither `</script>` nor `<!--` can stand in it. */
function embeddedJson(value: unknown): string {
  return JSON.stringify(value)
    .replace(/</g, "\\u003c")
    .replace(/\u2028/g, "\\u2028")
    .replace(/\u2029/g, "\\u2029");
}

const contents = [
  ["gaps", "Gaps"],
  ["findings", "Findings"],
  ["coverage", "Map"],
  ["notified", "Who is notified"],
  ["exceptions", "Who is not"],
  ["controls", "Controls"],
  ["open", "What only AWS can tell"],
]
  .map(([id = "", title = ""]) => `<a href="#${id}">${title}</a>`)
  .join("\n");

/**
 * The report as one page that needs no network, on a screen and on paper: the verdict, gaps by cause,
 * findings, a map of accounts and regions with the trace and mail of every alert, who is notified of
 * what, and what nobody is notified of. `#ACCOUNT`, `#ACCOUNT/REGION` and `#ACCOUNT/REGION/KIND` open a place of the map.
 */
export function coverageHtml(report: CoverageReport, { date }: CoveragePageOptions = {}): string {
  const data = pageData(report);
  const body = `<div class="page">
${summary(report, date)}
<nav class="screen" aria-label="Parts of the page">
${contents}
</nav>
<main>
${gapsSection(report)}
${findingsSection(report)}
${mapSection}
${notifiedSection(report, data)}
${exceptionsSection(report)}
${controlsSection(report)}
${openQuestionsSection()}
</main>
</div>
<aside id="panel" tabindex="-1" aria-labelledby="panel-title panel-place" hidden></aside>
<p id="said" class="unseen" role="status"></p>
<script type="application/json" id="data">${embeddedJson(data)}</script>`;
  return htmlDocument({ title: "Coverage of console sign-ins", style, script, body });
}
