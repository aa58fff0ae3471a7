import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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
