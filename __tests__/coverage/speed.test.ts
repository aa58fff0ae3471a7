import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { optInRegions, regions } from "../../src/aws";
import { coverageOf, readInventory } from "../../src/coverage";
import { SignInAlerts } from "../../src/stacks";

const ACCOUNTS = 10;
const ids = Array.from({ length: ACCOUNTS }, (_, index) => String(100_000_000_000 + index));
const [managementAccount = "", hubAccount = ""] = ids;

test("checking an organization in every region takes at most twice as long as synthesizing it", () => {
  const outdir = mkdtempSync(join(tmpdir(), "signin-speed-"));
  try {
    const start = performance.now();
    const app = new App({ outdir });
    new SignInAlerts(app, "signin-alerts", {
      organization: { id: "o-a1b2c3d4e5", managementAccount },
      hub: { account: hubAccount, region: "eu-central-1" },
      accounts: ids.map((id) => ({ id, name: `account ${id}`, optInRegions: optInRegions("aws") })),
      recipients: ["security@example.com"],
    });
    app.synth();
    const synthesized = performance.now();
    const { cells } = coverageOf(readInventory(outdir));
    const checked = performance.now();
    const inEvery = regions.filter(({ partition }) => partition === "aws").length;
    expect(cells.length).toBeGreaterThan(ACCOUNTS * inEvery * 8);
    expect(cells.filter(({ covered }) => !covered)).toEqual([]);
    expect(checked - synthesized).toBeLessThan(2 * (synthesized - start));
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}, 60_000);
