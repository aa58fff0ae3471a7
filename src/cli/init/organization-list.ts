import { partitionOfRegion } from "../../aws/regions";
import { extraRegions, knownRegions, regionKeys } from "../../discovery/enabled-regions";
import { partsNotKnown } from "../../discovery/not-known";
import { loadLive } from "../load-live";
import type { Progress } from "../progress";
import type { AccountList, ListedAccount } from "./account-list";

/** Tags that AWS or its services set say nothing that routes would choose by. */
const ofServices = /^aws:/;

/**
 * The accounts that AWS Organizations lists, with their tags and opt-in regions.
 * @param region - of the hub, or any that the account of the credentials has enabled
 * @throws UnusableInputError
 */
export async function accountListOfOrganization(
  region: string,
  progress: Progress,
): Promise<AccountList> {
  progress.stage("Asking AWS for the accounts");
  const { openAws, readAccounts, readOrganization } = await loadLive();
  const partition = partitionOfRegion(region);
  const aws = await openAws({ region, partition, roleArn: () => undefined });
  const organization = await readOrganization(aws, region, () => ({ units: [], services: [] }));
  const active = organization.accounts.filter(({ state }) => state === "ACTIVE");
  const details = await readAccounts(
    aws,
    region,
    active.map(({ id }) => id),
    {
      tags: true,
      onProgress: (done) => {
        progress.stage("Asking AWS for tags and regions, account", done, active.length);
      },
    },
  );
  progress.end();
  const accounts = active.map(({ id, name }): ListedAccount => {
    const known = details.get(id);
    const tags = known?.tags?.state === "known" ? Object.entries(known.tags.value) : [];
    const regions = knownRegions(known);
    return {
      id,
      name: name.trim() === "" ? id : name.trim(),
      tags: Object.fromEntries(tags.filter(([key]) => !ofServices.test(key))),
      origin: `account ${id} of AWS Organizations`,
      ...(regions && regionKeys(extraRegions(regions, partition))),
    };
  });
  return {
    accounts,
    organization: organization.id,
    managementAccount: organization.managementAccount,
    notes: [
      ...organization.accounts
        .filter(({ state }) => state !== "ACTIVE")
        .map(({ id, name, state }) => `Left out: account ${id} ${name} is ${state}.`),
      ...partsNotKnown({ organization, details }).map(
        ({ what, reason }) => `Not known: ${what}: ${reason}; signin-alerts discover asks again.`,
      ),
    ],
  };
}
