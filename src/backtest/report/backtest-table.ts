import Table from "cli-table3";
import pc from "picocolors";
import { plainLine } from "../../coverage/report/plain-text";
import { shortened } from "../../coverage/report/wording";
import type { TerminalStyle } from "../../coverage/report";
import type { BacktestResult } from "../backtest-result";
import { hasGap, readSentence, sectionsOf, verdictSentence } from "./sections";

const widest = 60;
/** No line between two rows. */
const chars = { mid: "", "left-mid": "", "mid-mid": "", "right-mid": "" };

/** The result for people at a terminal. */
export function backtestTable(result: BacktestResult, { colors }: TerminalStyle): string {
  const paint = pc.createColors(colors);
  const sections = sectionsOf(result).flatMap(({ title, head, rows }) => {
    const table = new Table({ head: [...head], chars, style: { head: [], border: [] } });
    table.push(...rows.map((row) => row.map((text) => shortened(plainLine(text), widest))));
    return [title, table.toString(), ""];
  });
  const verdict = plainLine(verdictSentence(result));
  return [
    ...sections,
    plainLine(readSentence(result)),
    hasGap(result) || result.unreadCount > 0
      ? paint.red(`✗ ${verdict}`)
      : paint.green(`✓ ${verdict}`),
    "",
  ].join("\n");
}
