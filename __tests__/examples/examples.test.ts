import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { defaultRegions } from "../../src/aws";
import { alertRulesOf, catalog } from "../../src/catalog";
import { manifest, PackedPackage } from "../package/packed-package";
import { repository } from "../package/repository-copy";

interface ExampleManifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
}

const examples = readdirSync(join(repository, "examples")).filter((name) =>
  existsSync(join(repository, "examples", name, "package.json")),
);
let packed: PackedPackage;

beforeAll(() => {
  packed = new PackedPackage(["tsx", "typescript"]);
  for (const name of examples) {
    const source = join(repository, "examples", name);
    cpSync(source, folderOf(name), {
      recursive: true,
      filter: (path) => !/node_modules|cdktf\.out/.test(path.slice(source.length)),
    });
    // What `npm install` would fetch is linked instead.
    symlinkSync(join(packed.project, "node_modules"), join(folderOf(name), "node_modules"));
  }
}, 120_000);
afterAll(() => {
  packed.remove();
});

function folderOf(example: string): string {
  return join(packed.project, "examples", example);
}

function manifestOf(example: string): ExampleManifest {
  const text = readFileSync(join(repository, "examples", example, "package.json"), "utf8");
  return JSON.parse(text) as ExampleManifest;
}

const written = new Map<string, string>();

/** What a script of an example writes, run once; throws where it fails. */
function run(example: string, script: string): string {
  const key = `${example} ${script}`;
  const output = written.get(key) ?? runNow(example, script);
  written.set(key, output);
  return output;
}

function runNow(example: string, script: string): string {
  const folder = folderOf(example);
  const command = manifestOf(example).scripts[script];
  if (command === undefined) throw new Error(`${example} has no script ${script}`);
  const bin = join(packed.folder, manifest.bin["signin-alerts"]);
  const direct = command
    .replace(/^signin-alerts/, `node ${bin}`)
    .split(" ")
    .slice(1);
  return execFileSync(process.execPath, direct, { cwd: folder, encoding: "utf8", stdio: "pipe" });
}

/** Names of a stack's resources of a type. */
function resources(
  example: string,
  stack: string,
  type: string,
  outdir = "cdktf.out",
): readonly object[] {
  const file = join(folderOf(example), outdir, "stacks", stack, "cdk.tf.json");
  const { resource } = JSON.parse(readFileSync(file, "utf8")) as {
    readonly resource: Readonly<Record<string, Readonly<Record<string, object>>>>;
  };
  return Object.values(resource[type] ?? {});
}

test("there are the examples that the page lists", () => {
  expect(examples).toEqual(
    ["existing-control-tower", "library", "organization", "single-account", "stack-set"].sort(),
  );
});

test.each(examples)("%s installs the packed package, and the peers it asks for", (name) => {
  const { dependencies } = manifestOf(name);
  expect(dependencies[manifest.name]).toBe(`file:../../${manifest.name}.tgz`);
  expect(Object.keys(dependencies)).toEqual(
    expect.arrayContaining(Object.keys(manifest.peerDependencies)),
  );
});

function settingsOf(example: string): object {
  const text = readFileSync(join(repository, "examples", example, "tsconfig.json"), "utf8");
  return JSON.parse(text) as object;
}

test.each(examples)("%s is checked by the compiler with the settings of all examples", (name) => {
  expect(manifestOf(name).scripts["typecheck"]).toBe("tsc --noEmit");
  expect(settingsOf(name)).toEqual(settingsOf("library"));
});

test("no example has a type error", () => {
  const all = { ...settingsOf("library"), include: ["examples/*/*.ts"] };
  writeFileSync(join(packed.project, "tsconfig.json"), JSON.stringify(all));
  const compiler = join(packed.project, "node_modules/typescript/bin/tsc");
  const options = { cwd: packed.project, encoding: "utf8" } as const;
  const { stdout, status } = spawnSync(process.execPath, [compiler], options);
  expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
}, 60_000);

const withCoverage = examples.filter((name) => "coverage" in manifestOf(name).scripts);

test.each(withCoverage)(
  "%s would notify of every alert",
  (name) => {
    run(name, "synth");
    const [, arriving, all] =
      /covered: ([\d,]+) of ([\d,]+) alerts/.exec(run(name, "coverage")) ?? [];
    expect(Number(all?.replaceAll(",", ""))).toBeGreaterThan(500);
    expect(arriving).toBe(all);
  },
  60_000,
);

test("library sends to the topic that the app had", () => {
  run("library", "synth");
  const targets = resources("library", "signin-hub", "aws_cloudwatch_event_target");
  const arn = "arn:aws:sns:eu-central-1:222222222222:security-findings";
  expect(targets.filter((target) => JSON.stringify(target).includes(arn)).length).toBe(
    catalog.filter(({ onByDefault }) => onByDefault).flatMap((kind) => alertRulesOf(kind, {}))
      .length,
  );
}, 60_000);

test("library uses the bus and the providers of stacks that it did not create", () => {
  run("library", "synth:constructs");
  const out = "constructs.out";
  for (const rule of resources("library", "detection", "aws_cloudwatch_event_rule", out)) {
    expect(rule).toMatchObject({ event_bus_name: "${aws_cloudwatch_event_bus.bus.name}" });
  }
  const forwarding = resources("library", "workload", "aws_cloudwatch_event_rule", out);
  expect(
    forwarding.map((rule) => (rule as { readonly provider?: string }).provider).sort(),
  ).toEqual(["aws.eu-central-1", "aws.us-east-1"]);
  expect(run("library", "coverage:constructs")).toMatch(/✓ covered: (\d+) of \1 alerts/);
}, 60_000);

test("library has rules for its own kinds, and forwards their events", () => {
  run("library", "synth:own-kinds");
  const rules = resources("library", "alerts", "aws_cloudwatch_event_rule", "own-kinds.out").map(
    (rule) => rule as { readonly name: string; readonly event_pattern: string },
  );
  const names = rules.map(({ name }) => name);
  for (const kind of ["robot-sign-in-failed", "access-key-created"]) {
    expect(names).toContain(`signin-alerts-${kind}`);
  }
  const patterns = rules.filter(({ event_pattern: pattern }) =>
    pattern.includes("CreateAccessKey"),
  );
  expect(patterns.map(({ name }) => name)).toContain("signin-alerts-forward");
}, 60_000);

test("single-account is shorter than 23 lines and creates rules on the default bus", () => {
  const program = readFileSync(join(repository, "examples/single-account/main.ts"), "utf8");
  expect(program.trimEnd().split("\n").length).toBeLessThan(23);
  run("single-account", "synth");
  expect(resources("single-account", "alerts", "aws_cloudwatch_event_bus")).toEqual([]);
  const rules = resources("single-account", "alerts", "aws_cloudwatch_event_rule");
  const here = rules.filter((rule) => "event_bus_name" in rule);
  expect(here.map((rule) => (rule as { readonly name?: string }).name)).toEqual(
    expect.arrayContaining(["signin-alerts-root-sign-in", "signin-alerts-iam-user-sign-in"]),
  );
  const forwarding = rules.filter((rule) => !("event_bus_name" in rule));
  const others = defaultRegions("aws").filter((region) => region !== "us-east-1");
  const forEach = `\${toset([${others.map((region) => `"${region}"`).join(", ")}])}`;
  expect(forwarding).toMatchObject([{ for_each: forEach, region: "${each.key}" }]);
}, 60_000);
