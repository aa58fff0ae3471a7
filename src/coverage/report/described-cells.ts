import type { CoverageCell, CoverageReport } from "../coverage-report";
import { counted, countedAccounts, firstOf, shortened } from "./wording";

type Accounts = CoverageReport["accounts"];

/** `payments (444444444444)`, or the id alone. */
function accountLabel(accounts: Accounts, id: string): string {
  const name = accounts.find((account) => account.id === id)?.name;
  return name === undefined ? id : `${shortened(name, 60)} (${id})`;
}

/** Which kinds, and where: `2 kinds (a, b) in payments (444444444444) eu-south-1`. */
export function describeCells(
  accounts: Accounts,
  cells: readonly CoverageCell[],
  limits: { readonly kinds: number; readonly places: number },
): string {
  const kinds = [...new Set(cells.map(({ kind }) => kind))];
  const ids = [...new Set(cells.map(({ account }) => account))];
  const regions = [...new Set(cells.map(({ region }) => region))].sort();
  const what =
    kinds.length === 1
      ? kinds.join("")
      : `${counted(kinds.length, "kind")} (${firstOf(kinds, limits.kinds)})`;
  const who =
    ids.length === 1
      ? accountLabel(accounts, ids.join(""))
      : `${countedAccounts(ids.map((id) => ({ id })))} (${firstOf(
          ids.map((id) => accountLabel(accounts, id)),
          limits.places,
        )})`;
  const where =
    regions.length === 1
      ? regions.join("")
      : `${counted(regions.length, "region")} (${firstOf(regions, limits.places)})`;
  return `${what} in ${who}, ${where}`;
}
