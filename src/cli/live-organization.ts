import { roleArn } from "../aws";
import { isAccountId } from "../aws/organizations";
import { globalRegion } from "../aws/partitions";
import { coverageOf, type CoverageReport } from "../coverage";
import { UnusableInputError } from "../json/read-json";
import { expectationsOf, loadConfiguration, resolve, type Plan } from "../plan";
import { loadLive } from "./load-live";
import type { Progress } from "./progress";

/** How the roles are assumed with which a live organization is read. */
export interface LiveOptions {
  /** Name of the role in every account; `none` for the credentials themselves. */
  readonly roleName?: string;
  readonly externalId?: string;
  readonly sessionName?: string;
}

/** The role by which an account is read: the one named, else the one by which Terraform reaches it. */
function roleOf(plan: Plan, account: string, { roleName }: LiveOptions): string | undefined {
  if (roleName === "none") return undefined;
  if (roleName !== undefined) return roleArn({ partition: plan.partition, account }, roleName);
  const places = [
    ...plan.accounts.map(({ id, roleArn: arn }) => ({ id, arn })),
    ...[plan.hub, plan.trail].map(({ place, roleArn: arn }) => ({ id: place.account, arn })),
  ];
  return places.find(({ id }) => id === account)?.arn;
}

/**
 * What becomes of every alert in a live organization, by what a configuration promises.
 * @throws UnusableInputError without a configuration, or without credentials that AWS accepts
 */
export async function liveCoverage(
  file: string | undefined,
  options: LiveOptions,
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
  const { externalId, sessionName } = options;
  const aws = await openAws({
    region: plan.hub.place.region,
    partition: plan.partition,
    roleArn: (account) => roleOf(plan, account, options),
    ...(externalId !== undefined && { externalId }),
    ...(sessionName !== undefined && { sessionName }),
  });
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
