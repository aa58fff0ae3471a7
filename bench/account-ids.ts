/** Ids of that many accounts; the first is the management account and the hub. */
export function accountIds(accounts: number): readonly string[] {
  return Array.from({ length: accounts }, (_, i) => String(100_000_000_000 + i));
}
