import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { App } from "cdktf";
import { withQuickCdktf } from "../../src/stacks/quick-cdktf";

/** One stack of a synthesized app: its Terraform configuration, as JSON. */
export interface SynthesizedStack {
  readonly name: string;
  readonly dependencies: readonly string[];
  readonly configuration: TerraformConfiguration;
  /** What lies beside it: a path each, and the content. */
  readonly assets?: ReadonlyMap<string, Buffer>;
  /** The files that say the configuration, by name. @default - one in JSON syntax */
  readonly files?: (configuration: TerraformConfiguration) => ReadonlyMap<string, string>;
}

/** A Terraform configuration in JSON syntax. */
export interface TerraformConfiguration {
  readonly terraform?: Readonly<Record<string, unknown>>;
  readonly resource?: Readonly<Record<string, object>>;
  readonly data?: Readonly<Record<string, object>>;
  readonly [section: string]: unknown;
}

/** A folder that `cdktf synth` wrote, an app, what to put into a new app, or the stacks themselves. */
export type SynthesisSource = string | App | ((app: App) => void) | readonly SynthesizedStack[];

/** A new, empty folder outside the project. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "terraform-test-"));
}

/**
 * Synthesizes what isn't yet and reads the stacks of the manifest. Validations run as in `cdktf synth`,
 * but where a new app is to skip them: cdktf's for remote backends need a Terraform on the PATH.
 */
export function synthesizedStacks(
  source: SynthesisSource,
  { skipValidation = false } = {},
): readonly SynthesizedStack[] {
  if (typeof source === "string") return readStacks(source);
  if (typeof source !== "function") {
    if (!("synth" in source)) return source;
    source.synth();
    return readStacks(source.outdir);
  }
  const outdir = temporaryFolder();
  try {
    // The same to the byte, in half of the time.
    withQuickCdktf(() => {
      const app = new App({ outdir, skipValidation });
      source(app);
      app.synth();
    });
    return readStacks(outdir);
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

interface Manifest {
  readonly stacks: Readonly<
    Record<
      string,
      { readonly synthesizedStackPath: string; readonly dependencies: readonly string[] }
    >
  >;
}

function readStacks(outdir: string): readonly SynthesizedStack[] {
  // Edge: cdktf wrote these files.
  const { stacks } = JSON.parse(readFileSync(join(outdir, "manifest.json"), "utf8")) as Manifest;
  return Object.entries(stacks).map(([name, { synthesizedStackPath, dependencies }]) => ({
    name,
    dependencies,
    configuration: JSON.parse(
      readFileSync(join(outdir, synthesizedStackPath), "utf8"),
    ) as TerraformConfiguration,
    assets: assetsIn(dirname(join(outdir, synthesizedStackPath))),
  }));
}

function assetsIn(folder: string): ReadonlyMap<string, Buffer> {
  if (!existsSync(join(folder, "assets"))) return new Map();
  const entries = readdirSync(join(folder, "assets"), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return new Map(
    files.map(({ parentPath, name }) => {
      const file = join(parentPath, name);
      return [relative(folder, file), readFileSync(file)];
    }),
  );
}

/**
 * Writes the stack's configuration without its backend: state stays in the same temporary folder,
 * and what was the real backend is never reached.
 */
export function writeStack(
  folder: string,
  { configuration, assets, files = jsonFile }: SynthesizedStack,
): void {
  const settings = Object.entries(configuration.terraform ?? {});
  const terraform = Object.fromEntries(
    settings.filter(([name]) => name !== "backend" && name !== "cloud"),
  );
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder))
    if (/\.tf(?:\.json)?$/.test(name)) rmSync(join(folder, name));
  for (const [path, content] of assets ?? []) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  for (const [name, content] of files({ ...configuration, terraform })) {
    writeFileSync(join(folder, name), content);
  }
}

function jsonFile(configuration: TerraformConfiguration): ReadonlyMap<string, string> {
  return new Map([["cdk.tf.json", JSON.stringify(configuration, null, 2)]]);
}

/** The resource types and data sources (`data.aws_region`) that the stacks use. */
export function typesIn(stacks: readonly SynthesizedStack[]): readonly string[] {
  const types = stacks.flatMap(({ configuration: { resource = {}, data = {} } }) => [
    ...Object.keys(resource),
    ...Object.keys(data).map((type) => `data.${type}`),
  ]);
  return [...new Set(types)];
}
