import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { startStandIn, type DeploymentRecord, type StandIn } from "./stand-in";
import { temporaryFolder } from "./synthesized-stacks";
import { findTerraform, type TerraformBinary } from "./terraform-binary";
import { offline, run, type CommandResult } from "./terraform-command";

const nodeModules = resolve(dirname(require.resolve("cdktf/package.json")), "..");

/** A CDKTF project in a temporary folder, for the `cdktf` command line with a stand-in for AWS. */
export class CdktfProject {
  readonly #folder = temporaryFolder();
  readonly #binary: TerraformBinary;
  readonly #standIn: StandIn;

  private constructor(binary: TerraformBinary, standIn: StandIn) {
    this.#binary = binary;
    this.#standIn = standIn;
  }

  /** Writes a project whose `main.ts` is the given text, and which uses these resource types. */
  static async create(main: string, types: readonly string[]): Promise<CdktfProject> {
    const binary = findTerraform();
    if (binary === undefined) throw new Error("neither terraform nor tofu is on the PATH");
    const project = new CdktfProject(binary, await startStandIn(types));
    const settings = {
      language: "typescript",
      projectId: "c1f1b8d4-6b0e-4b53-9f35-2f2b7f6a9d10",
      app: "node --import tsx main.ts",
      sendCrashReports: "false",
      terraformProviders: [],
    };
    writeFileSync(join(project.#folder, "cdktf.json"), JSON.stringify(settings));
    writeFileSync(join(project.#folder, "main.ts"), main);
    symlinkSync(nodeModules, join(project.#folder, "node_modules"), "dir");
    mkdirSync(join(project.#folder, "home"));
    return project;
  }

  /** What was created, updated and deleted. */
  get record(): DeploymentRecord {
    return this.#standIn.record;
  }

  /** Runs `cdktf` with these arguments; a failure is in the result's code. */
  cdktf(...args: string[]): Promise<CommandResult> {
    const home = join(this.#folder, "home");
    return run({
      command: join(nodeModules, ".bin", "cdktf"),
      args,
      folder: this.#folder,
      environment: {
        ...offline,
        CI: "true",
        HOME: home,
        CDKTF_HOME: join(home, ".cdktf"),
        TERRAFORM_BINARY_NAME: this.#binary.command,
        TF_REATTACH_PROVIDERS: this.#standIn.reattach(this.#binary.registry),
      },
    });
  }

  /** Ends the stand-in and deletes the project. */
  close(): void {
    this.#standIn.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
