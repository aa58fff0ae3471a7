import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repository } from "../package/repository-copy";

/** The template as a zip file, made from the working tree as `git archive` makes it from a commit. */
function zipOfTemplate(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "signin-alerts-template-"));
  const git = (...argv: readonly string[]) =>
    execFileSync("git", argv, { cwd: folder, maxBuffer: 1e8, stdio: ["ignore", "pipe", "ignore"] });
  try {
    cpSync(join(repository, "template"), folder, { recursive: true });
    git("init", "--quiet");
    git("add", "--all", "--force");
    // In a folder of its own, as in the archive of a branch that GitHub makes.
    return git(
      "archive",
      "--format=zip",
      "--prefix=some-name/",
      git("write-tree").toString().trim(),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Serves the template while `use` runs: `cdktf init` accepts a template from a URL only. */
export async function withTemplateUrl<T>(use: (url: string) => Promise<T>): Promise<T> {
  const zip = zipOfTemplate();
  const server = createServer((_, response) => response.end(zip));
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  try {
    return await use(`http://127.0.0.1:${port}/template.zip`);
  } finally {
    server.close();
  }
}
