import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const files = ["package.json", "package-lock.json"];

/**
 * A judge from npm, in the version that a folder of this one pins. It is no dependency of the project, as npm would
 * install what it depends on, of which the project uses nothing.
 */
export class PinnedPackages {
  readonly #pinned: string;

  /** @param name - of the folder with its package.json and package-lock.json */
  constructor(readonly name: string) {
    this.#pinned = join(__dirname, name);
  }

  /** The version that is pinned. */
  get version(): string {
    // Edge: a file of this project.
    const { dependencies } = JSON.parse(
      readFileSync(join(this.#pinned, "package.json"), "utf8"),
    ) as { readonly dependencies: Readonly<Record<string, string>> };
    return Object.values(dependencies).join();
  }

  /**
   * Installs it in a folder that is kept between runs.
   * @param file - that is there once it is installed, from `node_modules`
   * @returns the folder `node_modules`, or why it is missing, in a line
   */
  installed(cache: string, file: string): { readonly modules: string } | string {
    const folder = join(cache, this.name);
    const modules = join(folder, "node_modules");
    const isCurrent = files.every(
      (each) =>
        existsSync(join(folder, each)) &&
        readFileSync(join(folder, each), "utf8") === readFileSync(join(this.#pinned, each), "utf8"),
    );
    if (isCurrent && existsSync(join(modules, file))) return { modules };
    mkdirSync(folder, { recursive: true });
    for (const each of files) cpSync(join(this.#pinned, each), join(folder, each));
    const options = ["--legacy-peer-deps", "--ignore-scripts", "--no-audit", "--no-fund"];
    const { status, stderr, error } = spawnSync("npm", ["ci", ...options], {
      cwd: folder,
      encoding: "utf8",
    });
    if (status === 0) return { modules };
    const words =
      error?.message ??
      stderr.split("\n").find((line) => line.startsWith("npm error")) ??
      stderr.trim();
    return `${this.name} cannot be installed: ${words}`;
  }
}
