import { expectationsOf, resolve } from "../../src/plan";
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
