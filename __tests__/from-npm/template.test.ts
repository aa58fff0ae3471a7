import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PackedPackage } from "../package/packed-package";
import { initializedProject } from "../template/initialized-project";

const root = mkdtempSync(join(tmpdir(), "signin-alerts-init-"));
let packed: PackedPackage;

beforeAll(() => {
  packed = new PackedPackage();
}, 120_000);
afterAll(() => {
  packed.remove();
  rmSync(root, { recursive: true, force: true });
});

test("a project made by cdktf init and installed by npm runs by its own scripts", async () => {
  const { folder } = await initializedProject(join(root, "my-alerts"), {
    SIGNIN_ALERTS_PACKAGE: packed.tarball,
  });
  for (const script of ["check", "synth", "coverage", "typecheck"]) {
    execFileSync("npm", ["run", "--silent", script], { cwd: folder, stdio: "pipe" });
  }
  expect(readdirSync(join(folder, "cdktf.out/stacks"))).toContain("signin-hub");
}, 300_000);
