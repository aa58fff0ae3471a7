import { expectationsOf, resolve } from "../../src/plan";
import { coverageOf, inventoryOfStacks } from "../../src/coverage";
import { HUB, reportOf, smallOrganization, stacksOf } from "./small-organization";

test.each(["us-gov-west-1", "cn-north-1"])(
  "an organization whose hub is in %s is covered, and nothing is wrong beside",
  (region) => {
    const change = { hub: { account: HUB, region }, regions: [region], acceptMissingRegions: [] };
    const want = expectationsOf(resolve({ ...smallOrganization, ...change }));
    const { cells, findings, heartbeats } = reportOf(stacksOf(change), want);
    expect(cells.length).toBeGreaterThan(30);
    expect(cells.filter(({ covered }) => !covered)).toEqual([]);
    expect(findings).toEqual([]);
    expect(heartbeats.map(({ arrives }) => arrives)).toEqual([true, true, true]);
  },
);

test.each([
  ["us-gov-west-1", "us-gov-east-1"],
  ["cn-north-1", "cn-northwest-1"],
])("where the hub of a folder is moved from %s to %s by hand, no alert gets there", (from, to) => {
  const change = { hub: { account: HUB, region: from }, regions: [from], acceptMissingRegions: [] };
  const moved = stacksOf(change).map(({ name, document }) => {
    const text = JSON.stringify(document);
    const altered =
      name === "signin-hub"
        ? text.replaceAll(from, to)
        : text.replaceAll(`:events:${from}:${HUB}:event-bus/`, `:events:${to}:${HUB}:event-bus/`);
    return { name, document: JSON.parse(altered) as typeof document };
  });
  const { cells } = coverageOf(inventoryOfStacks(moved));
  expect(cells.filter(({ covered }) => covered)).toEqual([]);
  const sentAcross = cells.filter(({ blocker }) => blocker?.rule === "different-place");
  expect(sentAcross.length).toBeGreaterThan(0);
  expect(sentAcross[0]?.blocker?.detail).toBe(
    `EventBridge sends no events across regions in the partition ${from.startsWith("cn") ? "aws-cn" : "aws-us-gov"}: the rule is in ${from}, the bus in ${to}`,
  );
});
