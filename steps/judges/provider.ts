import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { arch, platform } from "node:os";
import { join, resolve, sep } from "node:path";

/** The real `hashicorp/aws` in a folder that `terraform init -plugin-dir` accepts. */
export interface RealProvider {
  readonly version: string;
  readonly mirror: string;
  /** The variables by which Terraform finds it, where it runs already. */
  readonly environment?: Readonly<Record<string, string>>;
}

const address = join("registry.terraform.io", "hashicorp", "aws");
const target = `${platform()}_${arch() === "x64" ? "amd64" : arch()}`;

/** How long a search of the whole machine may take, in milliseconds. */
const SEARCH = 60_000;

/** Where its program is, unpacked. */
export function folderOf({ mirror, version }: RealProvider): string {
  return join(mirror, address, version, target);
}

/** The newest version that a filesystem mirror holds for this machine, unpacked or as an archive. */
function providerIn(mirror: string): RealProvider | undefined {
  const folder = join(mirror, address);
  if (!existsSync(folder)) return undefined;
  const versions = readdirSync(folder).flatMap((entry) => {
    const packed = /^terraform-provider-aws_(.+?)_(\w+_\w+)\.zip$/.exec(entry);
    if (packed) return packed[2] === target ? [packed[1] ?? ""] : [];
    return existsSync(join(folder, entry, target)) ? [entry] : [];
  });
  const version = versions.sort((a, b) => a.localeCompare(b, "en", { numeric: true })).at(-1);
  return version === undefined ? undefined : { version, mirror };
}

/** Mirrors in a folder, however deep. */
function mirrorsIn(folder: string): readonly string[] {
  const found = spawnSync(
    "find",
    [
      folder,
      "-xdev",
      "-name",
      "terraform-provider-aws_v*",
      "-type",
      "f",
      "-path",
      `*/${address}/*`,
    ],
    { encoding: "utf8", timeout: SEARCH, stdio: ["ignore", "pipe", "ignore"] },
  );
  return found.stdout
    .split("\n")
    .filter((file) => file !== "")
    .map((file) => file.slice(0, file.indexOf(`${sep}${address}${sep}`)));
}

/** Lets Terraform download a version into a folder, which then is a mirror. */
function download(folder: string, version: string, terraform: string): RealProvider | string {
  mkdirSync(folder, { recursive: true });
  const required_providers = { aws: { source: "hashicorp/aws", version } };
  writeFileSync(
    join(folder, "versions.tf.json"),
    JSON.stringify({ terraform: { required_providers } }),
  );
  const { status, stderr, error } = spawnSync(terraform, ["init", "-input=false", "-no-color"], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, CHECKPOINT_DISABLE: "1" },
  });
  const provider = status === 0 ? providerIn(join(folder, ".terraform", "providers")) : undefined;
  if (provider) return provider;
  const words =
    error?.message ?? /Error: (.*)\n+([^]*?)(?:\n\n|$)/.exec(stderr)?.slice(1).join("; ");
  return `the registry cannot be reached: ${(words ?? stderr).replaceAll(/\s+/g, " ").trim().slice(0, 200)}`;
}

/** What {@link findProvider} needs to know. */
export interface ProviderSearch {
  /** `TF_AWS_PROVIDER_MIRROR`: a filesystem mirror that has the provider. */
  readonly mirror: string | undefined;
  /** Where a download is kept between runs. */
  readonly cache: string;
  /** The versions that the project accepts. */
  readonly versions: string;
  readonly terraform: string;
  /** Where mirrors are looked for. @default the whole machine */
  readonly searched?: string;
}

/**
 * The provider of the mirror that is named, else of one that the machine has, else of the registry.
 * @returns why there is none, in a line
 */
export function findProvider(search: ProviderSearch): RealProvider | string {
  if (search.mirror !== undefined) {
    const mirror = resolve(search.mirror);
    return (
      providerIn(mirror) ??
      `TF_AWS_PROVIDER_MIRROR has no ${address} for ${target}; set it to the folder above registry.terraform.io`
    );
  }
  const kept = providerIn(join(search.cache, ".terraform", "providers"));
  const onMachine = (): RealProvider | undefined =>
    mirrorsIn(search.searched ?? "/")
      .flatMap((mirror) => providerIn(mirror) ?? [])
      .sort((a, b) => a.version.localeCompare(b.version, "en", { numeric: true }))
      .at(-1);
  return kept ?? onMachine() ?? download(search.cache, search.versions, search.terraform);
}
