import { UnusableInputError } from "../json/read-json";
import type { Plan } from "../plan";
import type { BacktestResult } from "./backtest-result";
import { filesAt } from "./reading/files-at";
import { readRecordsIn, readRecordsOf, type Visit } from "./reading/read-file";
import { Tally } from "./tally";

/** What a backtest reads, and how. */
export interface BacktestOptions {
  /** Files and folders; `-` stands for what `input` gives. */
  readonly paths: readonly string[];
  /** All of standard input. */
  readonly input: () => string;
  /** Messages of a minute that are not too many yet. */
  readonly perMinute: number;
  readonly onProgress?: (file: number, files: number, records: number) => void;
}

const standardInput = "standard input";
const reportedEvery = 10_000;

/**
 * What a plan would have made of real events.
 * @throws UnusableInputError where a path cannot be read, or nothing that was read holds a record
 */
export async function backtest(
  plan: Plan,
  { paths, input, perMinute, onProgress }: BacktestOptions,
): Promise<BacktestResult> {
  const tally = new Tally(plan);
  const files = [...new Set(paths.flatMap((path) => (path === "-" ? [path] : filesAt(path))))];
  let first: string | undefined;
  for (const [at, path] of files.entries()) {
    const file = path === "-" ? standardInput : path;
    onProgress?.(at + 1, files.length, tally.records);
    let found = 0;
    const visit: Visit = (each) => {
      found += 1;
      if (found % reportedEvery === 0) onProgress?.(at + 1, files.length, tally.records);
      const origin = { file, line: each.line };
      if ("record" in each) tally.add(each.record, origin);
      else {
        first ??= `${file}:${each.line} is ${each.broken}`;
        tally.unread(each.broken, origin);
      }
    };
    if (path === "-") readRecordsIn(file, input(), visit);
    else await readRecordsOf(path, visit);
  }
  if (tally.records > 0) return tally.result(files.length, perMinute);
  const why = first === undefined ? "" : `; ${first}`;
  throw new UnusableInputError(
    `no record of CloudTrail in ${paths.join(", ")}${why}: give log files of CloudTrail, what aws cloudtrail lookup-events prints, or an export of CloudWatch Logs Insights with @message`,
  );
}
