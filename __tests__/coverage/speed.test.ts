/** @jest-environment-options {"ownModules": true} */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { optInRegions, regions } from "../../src/aws";
import { coverageOf, readInventory, type CoverageCell } from "../../src/coverage";
import { SignInAlerts } from "../../src/stacks";
import { callsOf } from "../calls-of";

const callsDuring = callsOf();

/** What it costs to synthesize and to check an organization in every region, in calls of functions. */
function costsOf(accounts: number): {
  readonly synthesis: number;
  readonly check: number;
  readonly cells: readonly CoverageCell[];
} {
  const ids = Array.from({ length: accounts }, (_, index) => String(100_000_000_000 + index));
  const [managementAccount = "", hubAccount = ""] = ids;
  const outdir = mkdtempSync(join(tmpdir(), "signin-speed-"));
  try {
    const synthesis = callsDuring(() => {
      const app = new App({ outdir });
      new SignInAlerts(app, "signin-alerts", {
        organization: { id: "o-a1b2c3d4e5", managementAccount },
        hub: { account: hubAccount, region: "eu-central-1" },
        accounts: ids.map((id) => ({
          id,
          name: `account ${id}`,
          optInRegions: optInRegions("aws"),
        })),
        recipients: ["security@example.com"],
        // No stack of one organization is one of another, which would be known.
        stackPrefix: `signin-${accounts}`,
      });
      app.synth();
    });
    let cells: readonly CoverageCell[] = [];
    const check = callsDuring(() => {
      ({ cells } = coverageOf(readInventory(outdir)));
    });
    return { synthesis, check, cells };
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

test("checking an organization in every region takes at most three times the work of synthesizing it, and grows as it does", () => {
  const few = costsOf(2);
  const twice = costsOf(4);
  const inEvery = regions.filter(({ partition }) => partition === "aws").length;
  expect(twice.cells.length).toBeGreaterThan(4 * inEvery * 8);
  expect(twice.cells.filter(({ covered }) => !covered)).toEqual([]);
  expect(twice.check).toBeLessThan(3 * twice.synthesis);
  expect(twice.check).toBeLessThan(2.1 * few.check);
}, 60_000);
