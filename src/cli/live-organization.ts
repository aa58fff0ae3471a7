import { isAccountId } from "../aws/organizations";
import { globalRegion } from "../aws/partitions";
import { coverageOf, type CoverageReport } from "../coverage";
import { UnusableInputError } from "../json/read-json";
import { expectationsOf, loadConfiguration, resolve } from "../plan";
import { accessOf, type AccessOptions } from "./live-access";
import { loadLive } from "./load-live";
import type { Progress } from "./progress";

/**
 * What becomes of every alert in a live organization, by what a configuration promises.
 * @throws UnusableInputError without a configuration, or without credentials that AWS accepts
 */
export async function liveCoverage(
  file: string | undefined,
  options: AccessOptions,
  progress: Progress,
): Promise<CoverageReport> {
  if (file === undefined) {
    throw new UnusableInputError(
      "--live needs a configuration, which says what is to be read and expected: name it with --config",
    );
  }
  const plan = resolve(loadConfiguration(file));
  const { accounts, ...others } = expectationsOf(plan);
  const units = accounts.filter(({ id }) => !isAccountId(id));
  if (units.length > 0) {
    const names = units.map(({ id }) => id).join(", ");
    throw new UnusableInputError(
      `--live reads accounts, and the configuration covers all of ${names}: list their accounts under accounts`,
    );
  }
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
  const { openAws, readLiveInventory } = await loadLive();
  const aws = await openAws(accessOf(plan, options));
  const inventory = await readLiveInventory(
    aws,
    {
      expected,
      namePrefix: plan.namePrefix,
      hub: plan.hub.place,
      trail: plan.trail.place,
      globalRegion: globalRegion(plan.partition),
    },
    (done, total) => {
      progress.stage("Reading AWS, account and region", done, total);
    },
  );
  progress.stage("Tracing every alert");
  return coverageOf(inventory, {
    expected,
    onProgress: (done, total) => {
      progress.stage("Tracing every alert, account", done, total);
    },
  });
}
