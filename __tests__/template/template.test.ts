import { execFileSync, spawnSync } from "node:child_process";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PackedPackage } from "../package/packed-package";
import { repository } from "../package/repository-copy";
import { initializedProject, type InitializedProject } from "./initialized-project";

// What `npm install` would fetch is linked instead; `npm run test:from-npm` lets npm do it.
const insteadOfNpm = `#!/usr/bin/env node
require("node:fs").writeFileSync("npm-arguments", process.argv.slice(2).join(" "));
require("node:fs").symlinkSync(process.env.INSTALLED, "node_modules");
`;

const root = mkdtempSync(join(tmpdir(), "signin-alerts-init-"));
let packed: PackedPackage;
let project: InitializedProject;

beforeAll(async () => {
  packed = new PackedPackage(["tsx", "typescript"]);
  const bin = join(root, "bin");
  mkdirSync(bin);
  writeFileSync(join(bin, "npm"), insteadOfNpm, { mode: 0o755 });
  project = await initializedProject(join(root, "my-alerts"), {
    PATH: `${bin}:${process.env["PATH"] ?? ""}`,
    INSTALLED: join(packed.project, "node_modules"),
    SIGNIN_ALERTS_PACKAGE: "",
  });
}, 180_000);
afterAll(() => {
  packed.remove();
  rmSync(root, { recursive: true, force: true });
});

function read(file: string): string {
  return readFileSync(join(project.folder, file), "utf8");
}

test("cdktf init leaves a project of its name, with nothing to fill in", () => {
  expect(readdirSync(project.folder)).toEqual(
    expect.arrayContaining([".gitignore", "cdktf.json", "help", "main.ts", "signin-alerts.yaml"]),
  );
  expect(JSON.parse(read("package.json"))).toMatchObject({
    name: "my-alerts",
    description: "Sign-in alerts of mine.",
  });
  expect(JSON.parse(read("cdktf.json"))).toMatchObject({
    projectId: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
    sendCrashReports: "false",
  });
  for (const file of ["package.json", "cdktf.json", "main.ts", "signin-alerts.yaml", "help"]) {
    expect(read(file)).not.toContain("{{");
  }
});

test("cdktf init installs the packages and prints the help of the project at the end", () => {
  expect(read("npm-arguments")).toBe("install");
  expect(project.output).toContain(read("help"));
});

test("the project synthesizes, and every alert of it arrives", () => {
  const options = { cwd: project.folder, encoding: "utf8" } as const;
  const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
  expect(scripts["synth"]).toBe("node --import tsx main.ts");
  execFileSync(process.execPath, ["--import", "tsx", "main.ts"], options);
  const command = join(packed.folder, "dist/src/cli/main.js");
  const env = { ...process.env, NO_COLOR: "1" };
  const coverage = spawnSync(process.execPath, [command, "coverage"], { ...options, env });
  expect(coverage.stdout).toMatch(/^✓ covered: /m);
  expect(coverage.status).toBe(0);
}, 60_000);

test("signin-alerts init leaves the same project, with accounts of its own, which synthesizes", () => {
  const command = join(packed.folder, "dist/src/cli/main.js");
  const folder = join(root, "init", "my-alerts");
  const accounts = Array.from({ length: 10 }, (_, i) => `${111111111111 + i},account ${i}`);
  const options = { encoding: "utf8", cwd: root } as const;
  const made = spawnSync(
    process.execPath,
    [
      ...[command, "init", folder, "--accounts", "-", "--organization", "o-a1b2c3d4e5"],
      ...["--management-account", "111111111111", "--hub-account", "account 1"],
      ...["--hub-region", "eu-central-1", "--recipient", "security@example.com"],
    ],
    { ...options, input: ["id,name", ...accounts].join("\n") },
  );
  expect({ status: made.status, stderr: made.stderr }).toEqual({ status: 0, stderr: "" });
  const own = ["signin-alerts.yaml", "cdktf.json", "package.json", "npm-arguments", "cdktf.out"];
  const shared = (of: string) =>
    readdirSync(of).filter((file) => !own.includes(file) && file !== "node_modules");
  expect(shared(folder)).toEqual(shared(project.folder));
  for (const file of shared(folder)) {
    expect(readFileSync(join(folder, file), "utf8")).toBe(read(file));
  }
  symlinkSync(join(packed.project, "node_modules"), join(folder, "node_modules"));
  const started = { ...options, cwd: folder };
  const printed = execFileSync(process.execPath, ["--import", "tsx", "main.ts"], started);
  expect(printed).toMatch(/^12 stacks in cdktf\.out\/stacks:\n/);
  expect(printed).toContain("  npm run coverage ");
}, 60_000);

test("the types of the project are right", () => {
  const compiler = join(repository, "node_modules/typescript/bin/tsc");
  expect(spawnSync(process.execPath, [compiler], { cwd: project.folder }).stdout.toString()).toBe(
    "",
  );
}, 60_000);

test("the project asks for the versions that this repository is tested with", () => {
  const { dependencies, devDependencies } = JSON.parse(read("package.json")) as Manifest;
  const own = JSON.parse(readFileSync(join(repository, "package.json"), "utf8")) as Manifest;
  for (const [name, range] of Object.entries({ ...dependencies, ...devDependencies })) {
    if (name === own.name) expect(range).toBe(`^${own.version}`);
    else expect(range.replace(/^\^/, "")).toBe(own.devDependencies[name]?.replace(/^\^/, ""));
  }
});

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
