import { spawnSync } from "node:child_process";
import { mkdtempSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import { runFolder } from "../run-folder";

const root = join(__dirname, "../..");

/** Runs two suites where the PATH has Node.js alone. */
function runWithNodeAlone(environment: Readonly<Record<string, string>>) {
  const bin = mkdtempSync(join(runFolder(), "bin-"));
  symlinkSync(process.execPath, join(bin, "node"));
  const jest = join(dirname(require.resolve("jest/package.json")), "bin/jest.js");
  const suites = ["real-provider/refuses", "linters/templates"];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [jest, "--config", "jest.others.config.js", "--runInBand", ...suites],
    { cwd: root, encoding: "utf8", env: { PATH: bin, ...environment } },
  );
  return { status, said: `${stdout}\n${stderr}` };
}

describe("a machine that has neither Python nor Terraform", () => {
  test("runs the rest, says loudly what is missing, and ends well", () => {
    const { status, said } = runWithNodeAlone({});
    expect(said).toContain("SKIPPED, Terraform: no terraform on the PATH");
    expect(said).toContain("SKIPPED, cfn-lint: no Python on the PATH; 3.11 or later is needed");
    for (const title of ["Terraform", "hashicorp/aws", "moto's server", "cfn-lint", "checkov"])
      expect(said).toMatch(new RegExp(`│ ${title} +│ – +│.*MISSING: no`));
    expect(status).toBe(0);
  });

  test("fails with REQUIRE_ALL_JUDGES=1, with the same reasons", () => {
    const { status, said } = runWithNodeAlone({ REQUIRE_ALL_JUDGES: "1" });
    expect(said).toContain("● the real provider can fail: every judge is there");
    expect(said).toContain("● cfn-lint: every judge is there");
    expect(said).toContain("MISSING: no Python on the PATH");
    expect(status).toBe(1);
  });
});
