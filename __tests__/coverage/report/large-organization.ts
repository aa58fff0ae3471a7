import { catalog } from "../../../src/catalog";
import type { SampleOrganization } from "./sample-report";

/** Accounts by number, every one in every region, with the kinds that are on by default. */
export function largeOrganization(accounts: number, regions: number): SampleOrganization {
  return {
    accounts: Array.from({ length: accounts }, (_, i) => ({
      id: String(100000000000 + i * 7),
      name: `account-${i}`,
    })),
    regions: Array.from({ length: regions }, (_, i) => `xx-region-${String(i).padStart(2, "0")}`),
    kinds: catalog.filter(({ onByDefault }) => onByDefault).map(({ name }) => name),
  };
}
