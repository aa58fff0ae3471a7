import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { capturedRun, type Ending } from "./captured-run";

export const organization = [
  ...["--organization", "o-a1b2c3d4e5"],
  ...["--management-account", "111111111111"],
];
const hub = ["--hub-account", "222222222222", "--hub-region", "eu-central-1"];
export const others = [...hub, "--recipient", "security@example.com"];
export const csv = "id,name\n111111111111,management\n222222222222,security tooling\n";

/** Where a suite writes projects; each test finds it empty. */
export interface InitFolder {
  /** Of the project. */
  readonly folder: string;
  /** File of the list of accounts. */
  readonly list: string;
  /** Runs init with a list of accounts. */
  readonly init: (text: string, ...argv: readonly string[]) => Promise<Ending>;
}

/** A folder for the projects of a suite, which is removed at its end. */
export function initFolder(): InitFolder {
  const root = mkdtempSync(join(tmpdir(), "signin-alerts-init-"));
  const [folder, list] = [join(root, "project"), join(root, "accounts")];
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  afterAll(() => {
    rmSync(root, { recursive: true });
  });
  return {
    folder,
    list,
    init: (text, ...argv) => {
      writeFileSync(list, text);
      return capturedRun(["init", folder, "--accounts", list, ...argv]);
    },
  };
}

/** The list that `aws organizations list-accounts` prints. */
export function json(...accounts: readonly object[]): string {
  return JSON.stringify({ Accounts: accounts });
}

/** One of its accounts. */
export function ofAws(id: string, name: string, more: object = {}): object {
  const Arn = `arn:aws:organizations::111111111111:account/o-a1b2c3d4e5/${id}`;
  return { Id: id, Arn, Email: "a@example.com", Name: name, Status: "ACTIVE", ...more };
}
