import { spawnSync } from "node:child_process";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

function signinAlerts(...argv: readonly string[]) {
  return spawnSync(
    process.execPath,
    ["--import", "tsx", join(root, "src", "cli", "main.ts"), ...argv],
    { cwd: root, encoding: "utf8", timeout: 60_000 },
  );
}

test("as a process it writes to standard output and error and ends with its code", () => {
  const listed = signinAlerts("kinds", "--format", "markdown");
  expect(listed.status).toBe(0);
  expect(listed.stdout).toContain("| root-sign-in | critical | on |");
  const failed = signinAlerts("coverage", "nowhere");
  expect(failed.status).toBe(2);
  expect(failed.stderr).toMatch(/^signin-alerts: nowhere does not exist[^\n]*$/m);
  expect(failed.stderr).not.toMatch(/^\s+at /m);
}, 60_000);
