import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder in which the command runs, with the output of CDKTF in `cdktf.out`; removed after each test. */
export function madeRepository(): { readonly manifest: (stacks: unknown) => void } {
  const before = process.cwd();
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "signin-alerts-deployment-"));
    process.chdir(folder);
  });
  afterEach(() => {
    process.chdir(before);
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    manifest: (stacks) => {
      mkdirSync("cdktf.out", { recursive: true });
      writeFileSync("cdktf.out/manifest.json", JSON.stringify({ version: "0.21.0", stacks }));
    },
  };
}

/** Stacks as CDKTF lists them: each with what it depends on. */
export function stacksWith(dependencies: Readonly<Record<string, readonly string[]>>): object {
  return Object.fromEntries(
    Object.entries(dependencies).map(([name, names]) => [
      name,
      { name, workingDirectory: `stacks/${name}`, dependencies: names },
    ]),
  );
}

/** Trail, hub and so many accounts, in no order. */
export function organizationOf(accounts: number): object {
  const names = Array.from(
    { length: accounts },
    (_, at) => `signin-account-${(100_000_000_000 + at * 7_919).toString()}`,
  );
  return stacksWith({
    ...Object.fromEntries(names.map((name) => [name, ["signin-hub"]])),
    "signin-hub": [],
    "signin-trail": [],
  });
}
