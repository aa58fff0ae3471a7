import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { folderOf, type RealProvider } from "./provider";

/**
 * The provider as a process that Terraform finds, instead of starting one for each region of each command: enough to validate
 * with, as it can be configured only once.
 * @see https://developer.hashicorp.com/terraform/plugin/debugging#terraform-cli-reattach
 */
export class ServingProvider implements RealProvider {
  private constructor(
    readonly version: string,
    readonly mirror: string,
    readonly environment: Readonly<Record<string, string>>,
    readonly process?: ChildProcess,
  ) {}

  /** A mirror that holds an archive alone has no program to start: Terraform unpacks it for each command. */
  static async start(provider: RealProvider): Promise<ServingProvider> {
    const { version, mirror } = provider;
    const folder = folderOf(provider);
    const program = existsSync(folder)
      ? readdirSync(folder).find((name) => name.startsWith("terraform-provider-aws_"))
      : undefined;
    if (program === undefined) return new ServingProvider(version, mirror, {});
    const child = spawn(join(folder, program), ["-debug"], { stdio: ["ignore", "pipe", "ignore"] });
    for await (const line of createInterface(child.stdout)) {
      const TF_REATTACH_PROVIDERS = /TF_REATTACH_PROVIDERS='(.*)'/.exec(line)?.[1];
      if (TF_REATTACH_PROVIDERS !== undefined)
        return new ServingProvider(version, mirror, { TF_REATTACH_PROVIDERS }, child);
    }
    throw new Error("the provider ended before it said how Terraform finds it");
  }

  /** Ends it, and waits until it has. */
  async stop(): Promise<void> {
    if (this.process === undefined || this.process.exitCode !== null) return;
    const ended = once(this.process, "exit");
    this.process.kill();
    await ended;
  }
}
