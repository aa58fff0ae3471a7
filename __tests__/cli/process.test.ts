import { spawnSync, type StdioOptions } from "node:child_process";
import { closeSync, openSync } from "node:fs";
import { join } from "node:path";

const root = join(__dirname, "..", "..");

function signinAlerts(argv: readonly string[], stdio: StdioOptions = "pipe") {
  return spawnSync(
    process.execPath,
    ["--import", "tsx", join(root, "src", "cli", "main.ts"), ...argv],
    { cwd: root, encoding: "utf8", timeout: 60_000, stdio },
  );
}

test("as a process it writes to standard output and error and ends with its code", () => {
  const listed = signinAlerts(["kinds", "--format", "markdown"]);
  expect(listed.status).toBe(0);
  expect(listed.stdout).toContain("| root-sign-in | critical | on |");
  const failed = signinAlerts(["coverage", "nowhere"]);
  expect(failed.status).toBe(2);
  expect(failed.stderr).toMatch(/^signin-alerts: nowhere does not exist[^\n]*$/m);
  expect(failed.stderr).not.toMatch(/^\s+at /m);
}, 60_000);

test("as a process it prints the calls of a replay, and what is wrong with one", () => {
  const times = ["--from", "2026-11-20T08:00Z", "--to", "2026-11-20T09:00Z"];
  const printed = signinAlerts(["replay", ...times, "--config", "signin-alerts.yaml"]);
  expect([printed.status, printed.stderr]).toEqual([0, ""]);
  expect(printed.stdout).toMatch(/^aws events start-replay --region eu-central-1 --replay-name /m);
  const failed = signinAlerts(["replay", "--from", "now", "--to", "2026-11-20T09:00Z"]);
  expect([failed.status, failed.stdout]).toEqual([2, ""]);
  expect(failed.stderr).toMatch(/^signin-alerts: --from must be a time such as [^\n]*$/m);
}, 60_000);

test("fails in one line where its output cannot be written", () => {
  // As on a full disk: the system refuses to write into a file that is open for reading.
  const file = openSync(__filename, "r");
  const { status, stderr } = signinAlerts(["kinds"], ["ignore", file, "pipe"]);
  closeSync(file);
  expect(status).toBe(2);
  expect(stderr).toMatch(/^signin-alerts: the output cannot be written: EBADF[^\n]*\n$/);
}, 60_000);
