import { isAccountId } from "../aws/organizations";
import type { ReadHistories } from "../backtest/backtest";
import { lookupsOf } from "../backtest/lookups";
import { UnusableInputError } from "../json/read-json";
import type { Plan } from "../plan";
import { accessFlags, accessOf, requireOptionFor, type AccessOptions } from "./live-access";
import { loadLive } from "./load-live";
import type { Progress } from "./progress";
import { timeIn } from "./time-input";

/** Of when event histories are read, and by which roles. */
export interface HistoryOptions extends AccessOptions {
  readonly live?: true;
  readonly from?: string;
  readonly to?: string;
}

/** @throws UnusableInputError for neither files nor `--live`, for both, and for options of `--live` without it */
export function requireSource(paths: readonly string[], options: HistoryOptions): void {
  const { live = false, from, to } = options;
  requireOptionFor("--live", live, { "--from": from, "--to": to, ...accessFlags(options) });
  if (live && paths.length > 0) {
    throw new UnusableInputError(`--live reads the event history: leave out ${paths.join(", ")}`);
  }
  if (!live && paths.length === 0) {
    throw new UnusableInputError("nothing to read: name files or folders, or use --live");
  }
}

/** @throws UnusableInputError for times that are missing, wrong or in the other order */
function timesIn({ from, to }: HistoryOptions): { readonly from: string; readonly to: string } {
  if (from === undefined || to === undefined) {
    throw new UnusableInputError("--live needs --from and --to, such as 2026-11-20T08:00:00Z");
  }
  const [first, last] = [timeIn("--from", from), timeIn("--to", to)];
  const problems = [first, last].flatMap((each) => ("problem" in each ? [each.problem] : []));
  if (!("utc" in first) || !("utc" in last)) throw new UnusableInputError(problems.join("; "));
  if (first.utc < last.utc) return { from: first.utc, to: last.utc };
  throw new UnusableInputError(`--from ${first.utc} must be before --to ${last.utc}`);
}

/**
 * CloudTrail's event history of every account and region that a plan covers.
 * @throws UnusableInputError for times that cannot be used; later, without credentials that AWS accepts
 */
export function historiesOf(
  plan: Plan,
  options: HistoryOptions,
  progress: Progress,
): ReadHistories {
  const times = timesIn(options);
  return async (take) => {
    progress.stage("Loading the SDK of AWS");
    const { lookUpEvents, openAws } = await loadLive();
    const aws = await openAws(accessOf(plan, options));
    const places = plan.accounts
      .filter(({ id }) => isAccountId(id))
      .flatMap(({ id, regions }) => regions.map((region) => ({ account: id, region })));
    await lookUpEvents(
      aws,
      places,
      lookupsOf(plan),
      times,
      ({ account, region }, records) => {
        take(`${account} ${region}`, records);
      },
      (done, total) => {
        progress.stage("Reading the event history, account and region", done, total);
      },
    );
    const missing = aws.notKnown.map(({ account, region, permission, reason }) => ({
      place: `${account} ${region}`,
      reason: `${permission}: ${reason}`,
    }));
    return { places: places.length, missing };
  };
}
