import { UnusableInputError } from "../json/read-json";
import type { Plan } from "../plan";
import type { BacktestResult } from "./backtest-result";
import { filesAt } from "./reading/files-at";
import { readRecordsIn, readRecordsOf, type FoundAt, type Visit } from "./reading/read-file";
import { Tally, type Origin } from "./tally";

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

/** What is found, given to a tally; keeps what was wrong first. */
class Intake {
  first: string | undefined;

  constructor(readonly tally: Tally) {}

  take(found: FoundAt, file: string): void {
    const origin: Origin = { file, line: found.line };
    if ("record" in found) this.tally.add(found.record, origin);
    else this.broken(found.broken, origin);
  }

  broken(problem: string, origin: Origin): void {
    this.first ??= `${origin.file}:${origin.line}: ${problem}`;
    this.tally.unread(problem, origin);
  }
}

/** Reads event histories. @param take - gets records as JSON, and the name of where they are from */
export type ReadHistories = (take: (place: string, records: readonly string[]) => void) => Promise<{
  /** Accounts and regions. */
  readonly places: number;
  /** Where something is missing, and why. */
  readonly missing: readonly { readonly place: string; readonly reason: string }[];
}>;

/** What a plan would have made of the events in event histories. */
export async function backtestOfHistories(
  plan: Plan,
  read: ReadHistories,
  perMinute: number,
): Promise<BacktestResult> {
  const intake = new Intake(new Tally(plan));
  const { places, missing } = await read((place, records) => {
    readRecordsIn(place, records.join("\n"), (each) => {
      intake.take(each, place);
    });
  });
  for (const { place, reason } of missing) intake.broken(reason, { file: place, line: 1 });
  return intake.tally.result({ files: 0, places }, perMinute);
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
  const intake = new Intake(tally);
  const found = paths.flatMap((path) => (path === "-" ? [{ path }] : filesAt(path)));
  const files = [...new Map(found.map((each) => [each.path, each])).values()];
  for (const [at, { path, problem }] of files.entries()) {
    const file = path === "-" ? standardInput : path;
    if (problem !== undefined) {
      intake.broken(problem, { file, line: 1 });
      continue;
    }
    onProgress?.(at + 1, files.length, tally.records);
    let visited = 0;
    const visit: Visit = (each) => {
      visited += 1;
      if (visited % reportedEvery === 0) onProgress?.(at + 1, files.length, tally.records);
      intake.take(each, file);
    };
    if (path === "-") readRecordsIn(file, input(), visit);
    else await readRecordsOf(path, visit);
  }
  if (tally.records > 0) return tally.result({ files: files.length, places: 0 }, perMinute);
  const why = intake.first === undefined ? "" : `; ${intake.first}`;
  throw new UnusableInputError(
    `no record of CloudTrail in ${paths.join(", ")}${why}: give log files of CloudTrail, what aws cloudtrail lookup-events prints, or an export of CloudWatch Logs Insights with @message`,
  );
}
