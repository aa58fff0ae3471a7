import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { repository } from "./repository-copy";
import { tarball, type Tarball } from "./tarball";

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly name: string;
  readonly exports: Readonly<Record<string, unknown>>;
  readonly bin: { readonly "signin-alerts": string };
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

export const manifest = JSON.parse(
  readFileSync(join(repository, "package.json"), "utf8"),
) as Manifest;

/** The package as it is once installed in a project. */
export class PackedPackage {
  /** A project with the package, its dependencies and its peers in `node_modules`. */
  public readonly project: string;
  /** The unpacked package. */
  public readonly folder: string;
  public readonly tarball: string;
  public readonly report: Tarball["report"];
  private readonly root = mkdtempSync(join(tmpdir(), "signin-alerts-package-"));

  /** @param tools - packages of this repository that the project has as well */
  constructor(tools: readonly string[] = []) {
    const { file, report } = tarball();
    this.tarball = file;
    this.report = report;
    execFileSync("tar", ["-xzf", this.tarball], { cwd: this.root });
    this.project = join(this.root, "project");
    this.folder = join(this.project, "node_modules", manifest.name);
    mkdirSync(dirname(this.folder), { recursive: true });
    renameSync(join(this.root, "package"), this.folder);
    const needed = { ...manifest.dependencies, ...manifest.peerDependencies };
    for (const name of [...Object.keys(needed), "@types/node", ...tools]) this.link(name);
  }

  public remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }

  private link(name: string): void {
    const link = join(this.project, "node_modules", name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(repository, "node_modules", name), link);
  }
}
