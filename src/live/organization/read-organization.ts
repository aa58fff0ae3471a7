import { UnusableInputError } from "../../json/read-json";
import { known, mapAnswer, type Answer, type NotKnown } from "../answer";
import type { Aws } from "../aws";
import { bounded } from "../bounded";
import type { Here } from "../here";
import {
  callsAtOnce,
  describeOrganization,
  listAccounts,
  listAccountsIn,
  listAdministrators,
  listRegions,
  listTags,
  listUnitsIn,
} from "./calls";
import type { AccountDetails, LiveOrganization } from "./organization";

/** What is to be known of an organization besides its accounts. */
export interface WantedOfOrganization {
  /** Ids of units, or of the root. */
  readonly units: readonly string[];
  /** Service principals. */
  readonly services: readonly string[];
}

const whoMay =
  "use credentials of the management account, or of a delegated administrator with the policy of docs/live.md";

/** @throws UnusableInputError where nothing of the organization can be known */
function required<T>(answer: Answer<T>, what: string): T {
  if (answer.state === "known") return answer.value;
  const { reason }: Pick<NotKnown, "reason"> =
    answer.state === "missing" ? { reason: "it does not exist" } : answer.notKnown;
  const why = reason.includes("AWSOrganizationsNotInUse")
    ? "the account of the credentials is in no organization"
    : reason;
  throw new UnusableInputError(`${what} is not known: ${why}; ${whoMay}`);
}

/** Ids of all accounts in a unit and below, level by level. */
async function accountsBelow(here: Here, unit: string): Promise<Answer<readonly string[]>> {
  const accounts: string[] = [];
  const seen = new Set([unit]);
  let level = [unit];
  while (level.length > 0) {
    const answers = await bounded(level, callsAtOnce, async (parent) => ({
      inUnit: await listAccountsIn(here, parent),
      below: await listUnitsIn(here, parent),
    }));
    const next: string[] = [];
    for (const { inUnit, below } of answers) {
      if (inUnit.state === "not known") return inUnit;
      if (below.state === "not known") return below;
      const isGone = inUnit.state === "missing" || below.state === "missing";
      // A unit below may have been removed meanwhile.
      if (isGone && level[0] === unit) return { state: "missing" };
      if (inUnit.state === "known") accounts.push(...inUnit.value.map(({ id }) => id));
      if (below.state === "known") next.push(...below.value.filter((id) => !seen.has(id)));
    }
    next.forEach((id) => seen.add(id));
    level = next;
  }
  return known(accounts);
}

async function answersFor<T>(
  names: readonly string[],
  ask: (name: string) => Promise<Answer<T>>,
): Promise<ReadonlyMap<string, Answer<T>>> {
  const answers = await bounded(
    names,
    callsAtOnce,
    async (name) => [name, await ask(name)] as const,
  );
  return new Map(answers);
}

/** The account of the credentials, from where an organization is read. */
function fromHere<T>(aws: Aws, region: string, read: (here: Here) => Promise<T>): Promise<T> {
  return aws.at({ account: aws.identity.account, region }, read);
}

/**
 * Reads which accounts an organization has.
 * @param region - that the account of the credentials has enabled
 * @throws UnusableInputError where the organization or its list of accounts is not known
 */
export function readOrganization(
  aws: Aws,
  region: string,
  wanted: (organization: string) => WantedOfOrganization,
): Promise<LiveOrganization> {
  return fromHere(aws, region, async (here) => {
    const described = required(await describeOrganization(here), "the organization");
    const { units, services } = wanted(described.id);
    const accounts = required(await listAccounts(here), "the list of accounts");
    // The management account is always in it.
    if (!accounts.some(({ id }) => id === described.managementAccount)) {
      throw new UnusableInputError(
        `the list of accounts is not known: AWS answered without the management account; ${whoMay}`,
      );
    }
    return {
      ...described,
      accounts: [...accounts].sort((a, b) => (a.id < b.id ? -1 : 1)),
      units: await answersFor(units, (unit) => accountsBelow(here, unit)),
      administrators: await answersFor(services, (service) => listAdministrators(here, service)),
    };
  });
}

/** Reads the regions of accounts, and their tags. */
export function readAccounts(
  aws: Aws,
  region: string,
  accounts: readonly string[],
  { tags, onProgress }: { readonly tags: boolean; readonly onProgress?: (done: number) => void },
): Promise<ReadonlyMap<string, AccountDetails>> {
  return fromHere(aws, region, async (here) => {
    let done = 0;
    const read = await bounded(accounts, callsAtOnce, async (id) => {
      const regions = mapAnswer(await listRegions(here, id), (list) => new Map(list));
      const ofAccount = tags
        ? mapAnswer(await listTags(here, id), (list) => Object.fromEntries(list))
        : undefined;
      done += 1;
      onProgress?.(done);
      return [id, { regions, ...(ofAccount && { tags: ofAccount }) }] as const;
    });
    return new Map(read);
  });
}
