import { rmSync } from "node:fs";
import { join } from "node:path";
import {
  appliedIn,
  diagnosticsOf,
  TerraformError,
  type AppliedChange,
  type TerraformDiagnostic,
} from "./diagnostics";
import { inDependencyOrder } from "./in-dependency-order";
import { startStandIn, type DeploymentRecord, type StandIn } from "./stand-in";
import {
  synthesizedStacks,
  temporaryFolder,
  typesIn,
  writeStack,
  type SynthesisSource,
  type SynthesizedStack,
} from "./synthesized-stacks";
import { findTerraform, type TerraformBinary } from "./terraform-binary";
import { offline, run, type CommandResult } from "./terraform-command";
import type { TerraformPlan } from "./terraform-plan";

/** The `terraform` blocks that an `init` of this process has accepted. */
const initialized = new Set<string>();

const common = ["-input=false", "-no-color"];
/** How `terraform plan -detailed-exitcode` ends where it succeeds and something is to be done. */
const CHANGES = 2;
// The stand-in reads back what Terraform has stored, so a refresh could find nothing.
const planning = [...common, "-json", "-lock=false", "-refresh=false"];

/**
 * The stacks of an app in a temporary folder, with the real Terraform and a stand-in for AWS.
 * Each stack keeps its state until `close`, through changes of the configuration.
 *
 * Every command fails with a {@link TerraformError} that holds Terraform's own words.
 */
export class TerraformWorkspace {
  readonly #folder = temporaryFolder();
  readonly #binary: TerraformBinary;
  readonly #standIn: StandIn;
  readonly #warnings: TerraformDiagnostic[] = [];
  #stacks: readonly SynthesizedStack[] = [];

  private constructor(binary: TerraformBinary, standIn: StandIn) {
    this.#binary = binary;
    this.#standIn = standIn;
  }

  /** Synthesizes the app where that is still to be done, copies its stacks and starts the stand-in. */
  static async open(source: SynthesisSource): Promise<TerraformWorkspace> {
    const binary = findTerraform();
    if (binary === undefined) throw new Error("neither terraform nor tofu is on the PATH");
    const stacks = synthesizedStacks(source);
    const workspace = new TerraformWorkspace(binary, await startStandIn());
    workspace.#use(stacks);
    return workspace;
  }

  /** What was created, updated and deleted, in which account and region. */
  get record(): DeploymentRecord {
    return this.#standIn.record;
  }

  /** What Terraform said, in all commands until now, though it did what was asked. */
  get warnings(): readonly TerraformDiagnostic[] {
    return this.#warnings;
  }

  /** The names of the stacks, in the manifest's order. */
  get stacks(): readonly string[] {
    return this.#stacks.map(({ name }) => name);
  }

  /** Puts another configuration in the place of the present one; states stay. */
  change(source: SynthesisSource): void {
    this.#use(synthesizedStacks(source));
  }

  /** `terraform init`; the other commands do not need it, as nothing is to be downloaded. */
  async init(stack: string): Promise<void> {
    await this.#terraform(stack, ["init", ...common]);
  }

  /** `terraform validate`: what it says besides errors. */
  async validate(stack: string): Promise<readonly TerraformDiagnostic[]> {
    return diagnosticsOf(await this.#terraform(stack, ["validate", "-no-color", "-json"]));
  }

  /**
   * `terraform plan`, as `terraform show -json` prints it.
   * @param whole - also where there is no change; else such a plan is empty
   */
  async plan(stack: string, whole = false): Promise<TerraformPlan> {
    const file = "planned.tfplan";
    const options = [...planning, "-detailed-exitcode", `-out=${file}`];
    const { code } = await this.#terraform(stack, ["plan", ...options], [0, CHANGES]);
    if (code !== CHANGES && !whole) return { resource_changes: [] };
    const { stdout } = await this.#terraform(stack, ["show", "-no-color", "-json", file]);
    // Edge: Terraform wrote this JSON.
    return JSON.parse(stdout) as TerraformPlan;
  }

  /** `terraform apply`: the changes in the order in which they were done. */
  async apply(stack: string): Promise<readonly AppliedChange[]> {
    return appliedIn(await this.#terraform(stack, ["apply", ...planning, "-auto-approve"]));
  }

  /** `terraform destroy`: the changes in the order in which they were done. */
  async destroy(stack: string): Promise<readonly AppliedChange[]> {
    return appliedIn(await this.#terraform(stack, ["destroy", ...planning, "-auto-approve"]));
  }

  /** Runs `terraform init` for every `terraform` block that it has not yet accepted: it reads nothing else. */
  async initAll(): Promise<void> {
    for (const { name, configuration } of this.#stacks) {
      const block = JSON.stringify(configuration.terraform);
      if (initialized.has(block)) continue;
      await this.init(name);
      initialized.add(block);
    }
  }

  /** Plans every stack. */
  planAll(whole = false): Promise<ReadonlyMap<string, TerraformPlan>> {
    return this.#inOrder((stack) => this.plan(stack, whole));
  }

  /** Applies every stack after those it depends on. */
  applyAll(): Promise<ReadonlyMap<string, readonly AppliedChange[]>> {
    return this.#inOrder((stack) => this.apply(stack));
  }

  /** Destroys every stack before those it depends on. */
  destroyAll(): Promise<ReadonlyMap<string, readonly AppliedChange[]>> {
    return this.#inOrder((stack) => this.destroy(stack), { reverse: true });
  }

  /** Ends the stand-in and deletes the temporary folder. */
  close(): void {
    this.#standIn.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #inOrder<T>(step: (stack: string) => Promise<T>, options?: { readonly reverse: boolean }) {
    return inDependencyOrder(this.#stacks, step, options);
  }

  #use(stacks: readonly SynthesizedStack[]): void {
    this.#standIn.serve(typesIn(stacks));
    for (const stack of stacks) writeStack(join(this.#folder, stack.name), stack);
    this.#stacks = stacks;
  }

  async #terraform(
    stack: string,
    args: readonly string[],
    success: readonly number[] = [0],
  ): Promise<CommandResult> {
    if (!this.stacks.includes(stack))
      throw new Error(`no stack ${stack}, there are: ${this.stacks.join(", ")}`);
    const { command, registry } = this.#binary;
    const result = await run({
      command,
      args,
      folder: join(this.#folder, stack),
      environment: { ...offline, TF_REATTACH_PROVIDERS: this.#standIn.reattach(registry) },
    });
    if (success.includes(result.code)) {
      this.#warnings.push(...diagnosticsOf(result));
      return result;
    }
    const name = `${command} ${args[0] ?? ""} of the stack ${stack}`;
    throw new TerraformError(name, diagnosticsOf(result), `${result.stdout}\n${result.stderr}`);
  }
}
