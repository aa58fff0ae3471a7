import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, sep } from "node:path";

/** Folders for a test: generated Terraform, and what is written of it. */
export class Folders {
  readonly root = mkdtempSync(join(tmpdir(), "signin-alerts-export-"));

  /** Writes generated Terraform: the document of each stack, and other files by path. */
  generated(
    stacks: Readonly<Record<string, object>>,
    others: Readonly<Record<string, string>> = {},
  ): string {
    const folder = join(this.root, "cdktf.out");
    const manifest = {
      stacks: Object.fromEntries(
        Object.keys(stacks).map((name) => [
          name,
          { synthesizedStackPath: `stacks/${name}/cdk.tf.json` },
        ]),
      ),
    };
    const files = {
      "manifest.json": JSON.stringify(manifest),
      ...Object.fromEntries(
        Object.entries(stacks).map(([name, document]) => [
          `stacks/${name}/cdk.tf.json`,
          JSON.stringify(document),
        ]),
      ),
      ...others,
    };
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return folder;
  }

  /** A path beside the generated Terraform. */
  at(...names: readonly string[]): string {
    return join(this.root, ...names);
  }

  /** Everything in a folder: the text of each file, by its path with slashes. */
  contents(folder: string): Readonly<Record<string, string>> {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return Object.fromEntries(
      entries
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
        .map((file) => [relative(folder, file).split(sep).join("/"), readFileSync(file, "utf8")])
        .sort(),
    ) as Readonly<Record<string, string>>;
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
