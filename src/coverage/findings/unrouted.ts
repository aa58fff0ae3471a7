import type { ExpectedCoverage } from "../expected-coverage";
import { finding, type Finding } from "../finding";

const mostAccounts = 3;

/** What is on and reaches no recipient because no route takes it, and nobody said why. */
export function unroutedFindings({
  notRouted = [],
  accounts: expected,
}: ExpectedCoverage): readonly Finding[] {
  const withIds = (name: string): string => {
    const ids = expected.filter((account) => account.name === name).map(({ id }) => id);
    return ids.length === 0 ? name : `${name} (${ids.join(", ")})`;
  };
  const isSplit = (kind: string) =>
    notRouted.filter(({ kinds }) => kinds.includes(kind)).length > 1;
  return notRouted
    .filter(({ reason }) => reason === undefined)
    .flatMap(({ kinds, accounts, extent }) => {
      if (extent === "account") {
        return accounts.map((name) => finding("account-not-routed", undefined, withIds(name)));
      }
      if (extent !== "kind") return [];
      const more = accounts.length > mostAccounts ? " and others" : "";
      const where = `${accounts.slice(0, mostAccounts).join(", ")}${more}`;
      return kinds.map((kind) =>
        finding("kind-not-routed", undefined, isSplit(kind) ? `${kind} in ${where}` : kind),
      );
    });
}
