import { spawnSync } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { findTerraform } from "../__tests__/terraform/terraform-binary";
import { objectOf } from "./template/json";

function terraformVersion(): string {
  const binary = findTerraform();
  if (!binary) return "no Terraform";
  const { stdout } = spawnSync(binary.command, ["version", "-json"], { encoding: "utf8" });
  const version: unknown = JSON.parse(stdout);
  return `${binary.command} ${String(objectOf(version)["terraform_version"])}`;
}

/** What the figures depend on, on one line. */
export function machineFacts(): string {
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  const cores = cpus().length;
  return `${cores} cores, ${gigabytes} GB of memory, Node.js ${process.versions.node}, ${terraformVersion()}`;
}
