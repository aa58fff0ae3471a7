import type { SizeResult } from "../measurements/sizes";
import { perAccount } from "../measurements/statistics";
import { table, whole } from "./table";

function bytesOf({ output }: SizeResult): number {
  return output.bytes;
}

/** What was generated; the largest size speaks for all. */
export function outputTable(results: readonly SizeResult[]): string {
  const rows = results.flatMap((large) => {
    const alike = results.filter(
      ({ size: { strategy, regions } }) =>
        strategy === large.size.strategy && regions === large.size.regions,
    );
    const isLargest = alike.every(({ size }) => size.accounts <= large.size.accounts);
    const [smallest] = alike;
    return isLargest && smallest ? [{ ...large, smallest, large }] : [];
  });
  return table(rows, [
    ["strategy", ({ size }) => size.strategy],
    ["regions", ({ size }) => whole(size.regions)],
    ["accounts", ({ size }) => whole(size.accounts)],
    ["bytes in all", ({ output }) => whole(output.bytes)],
    [
      "bytes of one account more",
      ({ smallest, large }) =>
        smallest.size.accounts === large.size.accounts
          ? "–"
          : whole(perAccount(bytesOf, smallest, large)),
    ],
    ["bytes of an account's stack", ({ output }) => whole(output.bytesPerAccountStack)],
    ["its provider configurations", ({ output }) => whole(output.providersPerAccountStack)],
    ["its resources", ({ output }) => whole(output.resourcesPerAccountStack)],
  ]);
}
