import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { codeBlocks } from "../docs/pages";
import { manifest, PackedPackage } from "../package/packed-package";
import { synthesized, withoutVersion } from "./synthesized";

// Needs npm's registry, so `npm test` leaves it out: see `npm run test:cdk-terrain`.

interface Project {
  readonly dependencies: Readonly<Record<string, string>>;
}

// What the page says is what is tried.
const projects = codeBlocks("docs/cdk-terrain.md")
  .filter(({ info }) => info === "json")
  .map(({ code }) => JSON.parse(code) as Project)
  .map((project) => ({ provider: project.dependencies["@cdktf/provider-aws"], project }));

let packed: PackedPackage;
let under: ReadonlyMap<string, unknown>;
const folders: string[] = [];

beforeAll(() => {
  packed = new PackedPackage();
  under = synthesized(packed.project);
}, 120_000);
afterAll(() => {
  packed.remove();
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function install(project: Project): string {
  const folder = mkdtempSync(join(tmpdir(), "signin-alerts-terrain-"));
  folders.push(folder);
  cpSync(packed.tarball, join(folder, "package.tgz"));
  const dependencies = { ...project.dependencies, [manifest.name]: "file:package.tgz" };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...project, dependencies }));
  const options = ["--ignore-scripts", "--no-audit", "--no-fund", "--silent"];
  execFileSync("npm", ["install", ...options], { cwd: folder, stdio: "inherit" });
  return folder;
}

test("the page has a project for each of the two providers", () => {
  expect(projects.map(({ provider }) => provider)).toEqual([
    "21.22.1",
    expect.stringMatching(/^npm:@cdktn\/provider-aws@/),
  ]);
});

test.each(projects)(
  "CDK Terrain with provider $provider generates the same files, but for its version",
  ({ project }) => {
    const folder = install(project);
    const installed = readFileSync(join(folder, "node_modules/cdktf/package.json"), "utf8");
    expect(JSON.parse(installed)).toMatchObject({ name: "cdktn" });
    const terrain = synthesized(folder);
    expect([...terrain.keys()].sort()).toEqual([...under.keys()].sort());
    expect(under.size).toBeGreaterThan(5);
    for (const [file, content] of terrain) {
      expect(withoutVersion(content)).toEqual(withoutVersion(under.get(file)));
      expect(content).not.toEqual(under.get(file));
    }
  },
  300_000,
);
