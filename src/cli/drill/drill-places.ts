import { UnusableInputError } from "../../json/read-json";
import type { Plan } from "../../plan";
import type { InventoryPlace } from "../generated-terraform";
import { accountNamed, checkPlace } from "../known-place";

/** Where a person wants the drill. */
export interface WantedPlaces {
  /** Ids or names; none: all. */
  readonly account?: readonly string[];
  /** None: all of each account. */
  readonly region?: readonly string[];
}

/**
 * Accounts and regions to sign in to, in the order of the configuration.
 * @throws UnusableInputError for one that the configuration does not cover, with all of them
 */
export function drillPlaces(
  { accounts }: Plan,
  { account: wantedAccounts = [], region: wantedRegions = [] }: WantedPlaces,
): readonly InventoryPlace[] {
  const all = accounts.flatMap(({ id, regions }) =>
    regions.map((region) => ({ account: id, region })),
  );
  const ids = wantedAccounts.map((given) => accountNamed(given, accounts));
  const problems = [
    ...ids.flatMap((account) => {
      const own = all.find((place) => place.account === account);
      return problemOf(() => {
        checkPlace({ account, region: own?.region ?? "" }, all, "the configuration", accounts);
      });
    }),
    ...wantedRegions.flatMap((region) => {
      const own = all.find((place) => place.region === region) ?? all[0];
      return problemOf(() => {
        checkPlace({ account: own?.account ?? "", region }, all, "the configuration", accounts);
      });
    }),
  ];
  if (problems.length > 0) throw new UnusableInputError(problems.join("; "));
  const places = all.filter(
    ({ account, region }) =>
      (ids.length === 0 || ids.includes(account)) &&
      (wantedRegions.length === 0 || wantedRegions.includes(region)),
  );
  if (places.length === 0) {
    const [accountsText, regionsText] = [wantedAccounts, wantedRegions].map((each) =>
      each.join(", "),
    );
    throw new UnusableInputError(
      all.length === 0
        ? "the configuration lists no account"
        : `no account of ${accountsText ?? ""} is covered in ${regionsText ?? ""}`,
    );
  }
  return places;
}

function problemOf(check: () => void): readonly string[] {
  try {
    check();
    return [];
  } catch (error) {
    if (error instanceof UnusableInputError) return [error.message];
    throw error;
  }
}
