import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const VARIABLE = "SIGNIN_ALERTS_TEST_RUN";

/** The folder that the test files of one run share. */
export function runFolder(): string {
  const folder = process.env[VARIABLE];
  if (folder === undefined) throw new Error(`${VARIABLE} is set by Jest's globalSetup`);
  return folder;
}

/** Jest's globalSetup: makes the folder before any test file, and removes it after all. */
export default function makeRunFolder(): void {
  const folder = mkdtempSync(join(tmpdir(), "signin-alerts-tests-"));
  process.env[VARIABLE] = folder;
  process.once("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
}
