import { globalRegion } from "../aws/partitions";
import { coverageOf, type CoverageReport } from "../coverage";
import { UnusableInputError } from "../json/read-json";
import { expectationsOf, loadConfiguration, resolve } from "../plan";
import { accessOf, type AccessOptions } from "./live-access";
import { loadLive } from "./load-live";
import type { Progress } from "./progress";

/** What was read, in numbers. */
export interface LiveSummary {
  readonly calls: number;
  readonly accounts: number;
  /** Accounts and regions. */
  readonly places: number;
  /** What AWS did not say: a call that failed, each once. */
  readonly notKnown: number;
}

/**
 * What becomes of every alert in a live organization, by what a configuration promises.
 * @throws UnusableInputError without a configuration, or without credentials that AWS accepts
 */
export async function liveCoverage(
  file: string | undefined,
  options: AccessOptions,
  progress: Progress,
): Promise<{ readonly report: CoverageReport; readonly summary: LiveSummary }> {
  if (file === undefined) {
    throw new UnusableInputError(
      "--live needs a configuration, which says what is to be read and expected: name it with --config",
    );
  }
  const plan = resolve(loadConfiguration(file));
  const { accounts, ...others } = expectationsOf(plan);
  const expected = {
    ...others,
    // How an account is covered makes no difference to what is there.
    accounts: accounts.map(({ id, name, regions }) => ({
      id,
      ...(name !== undefined && { name }),
      regions,
    })),
  };
  progress.stage("Loading the SDK of AWS");
  const { openAws, liveScope, readLiveInventory } = await loadLive();
  const aws = await openAws(accessOf(plan, options));
  progress.stage("Reading AWS Organizations");
  const scope = await liveScope(aws, {
    expected,
    namePrefix: plan.namePrefix,
    hub: plan.hub.place,
    trail: plan.trail.place,
    globalRegion: globalRegion(plan.partition),
  });
  let places = 0;
  const inventory = await readLiveInventory(aws, scope, (done, total) => {
    places = total;
    progress.stage("Reading AWS, account and region", done, total);
  });
  progress.stage("Tracing every alert");
  const report = coverageOf(inventory, {
    expected: scope.expected,
    onProgress: (done, total) => {
      progress.stage("Tracing every alert, account", done, total);
    },
  });
  const summary = {
    calls: [...aws.calls.values()].reduce((sum, each) => sum + each, 0),
    accounts: scope.expected.accounts.length,
    places,
    notKnown: aws.notKnown.length,
  };
  return { report, summary };
}
