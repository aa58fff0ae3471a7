import { findRegion } from "../aws";
import { nearest } from "../config/problem";
import { UnusableInputError } from "../json/read-json";
import type { InventoryPlace } from "./generated-terraform";

function listed(values: readonly string[]): string {
  return values.length > 8 ? `${values.slice(0, 8).join(", ")} …` : values.join(", ");
}

function check(
  what: string,
  value: string,
  known: readonly string[],
  where: string,
  shown = known,
): void {
  if (known.includes(value)) return;
  // A region that exists is meant, whatever is near.
  const exists = findRegion(value) !== undefined;
  const meant = exists ? undefined : nearest(value, known);
  const hint = meant ? `did you mean ${meant}?` : `it has ${listed(shown)}`;
  throw new UnusableInputError(
    `${what} ${value} is not ${exists ? "covered " : ""}in ${where}; ${hint}`,
  );
}

interface NamedAccount {
  readonly id: string;
  readonly name?: string;
}

/** The id of an account that is given by id or by name; what is neither stays as it is. */
export function accountNamed(given: string, accounts: readonly NamedAccount[]): string {
  if (accounts.some(({ id }) => id === given)) return given;
  return accounts.find(({ name }) => name === given)?.id ?? given;
}

/** Checks that generated Terraform has the account, and the region in it. @throws UnusableInputError */
export function checkPlace(
  { account, region }: InventoryPlace,
  places: readonly InventoryPlace[],
  where: string,
  accounts: readonly NamedAccount[] = [],
): void {
  const ids = [...new Set(places.map((place) => place.account))];
  const names = accounts.flatMap(({ id, name }) =>
    name !== undefined && ids.includes(id) ? [name] : [],
  );
  // A name that is known was made an id before.
  const shown = ids.map((id) => {
    const name = accounts.find((each) => each.id === id)?.name;
    return name === undefined ? id : `${name} (${id})`;
  });
  check("account", account, /^\d+$/.test(account) ? ids : [...ids, ...names], where, shown);
  const regions = places.filter((place) => place.account === account).map((place) => place.region);
  check("region", region, regions, `account ${account} of ${where}`);
}
