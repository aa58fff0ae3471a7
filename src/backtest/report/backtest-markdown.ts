import { markdownText } from "../../coverage/report/markdown-text";
import type { BacktestResult } from "../backtest-result";
import { hasGap, readSentence, sectionsOf, verdictSentence } from "./sections";

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

/** The result as Markdown. */
export function backtestMarkdown(result: BacktestResult): string {
  const sign = hasGap(result) || result.unreadCount > 0 ? "✗" : "✓";
  return [
    "# Sign-ins of the past",
    "",
    `${sign} ${markdownText(verdictSentence(result))}.`,
    "",
    markdownText(readSentence(result)),
    "",
    ...sectionsOf(result).flatMap(({ title, head, rows }) => [
      `## ${title}`,
      "",
      row(head.map(markdownText)),
      row(head.map(() => "---")),
      ...rows.map((cells) => row(cells.map(markdownText))),
      "",
    ]),
  ].join("\n");
}
