import { printedJson } from "../../json/printed";
import type { CoverageReport } from "../coverage-report";
import { coverageJson } from "./coverage-json";
import { coverageJunit } from "./coverage-junit";
import { coverageMarkdown } from "./coverage-markdown";
import { coverageSarif } from "./coverage-sarif";
import { coverageTable } from "./coverage-table";
import { coverageHtml } from "./html";

/** What a writer is given beside the report. */
export interface ReportOptions {
  /** Whether a terminal shows colours. */
  readonly colors: boolean;
  /** Whether the table has accounts without a gap, too. @default false */
  readonly all?: boolean;
  /**
   * Path of the generated Terraform, relative to the root of the repository, with slashes.
   * @default cdktf.out
   */
  readonly terraform?: string;
  /** Day of which the report is, as `YYYY-MM-DD`: the page names it. @default - it names none */
  readonly date?: string;
}

/** Writes a report in one format. The same report gives the same bytes. */
export interface ReportWriter {
  /** What `--format` calls it. */
  readonly name: string;
  readonly write: (report: CoverageReport, options: ReportOptions) => string;
}

/** Every format of a report on coverage, the default first. */
export const reportWriters: readonly ReportWriter[] = [
  { name: "table", write: coverageTable },
  { name: "json", write: (report) => printedJson(coverageJson(report)) },
  { name: "markdown", write: coverageMarkdown },
  { name: "html", write: coverageHtml },
  { name: "sarif", write: (report, options) => printedJson(coverageSarif(report, options)) },
  { name: "junit", write: coverageJunit },
];
