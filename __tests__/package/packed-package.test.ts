import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findingRules } from "../../src/coverage/finding-rules";
import { footprintOf, modulesOfEach } from "./footprint";
import { manifest, PackedPackage } from "./packed-package";
import { repository } from "./repository-copy";
import { typeErrors } from "./type-check";

let packed: PackedPackage;

beforeAll(() => {
  packed = new PackedPackage();
}, 120_000);
afterAll(() => {
  packed.remove();
});

const moduleFolders = readdirSync(join(repository, "modules"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Every public path, a folder of modules each. */
const publicPaths = Object.keys(manifest.exports).flatMap((path) =>
  path.endsWith("*") ? moduleFolders.map((name) => path.replace("*", name)) : [path],
);

test("the package holds what its user needs, and nothing else", () => {
  const first = new Set(packed.report.files.map(({ path }) => path.split("/")[0]));
  expect([...first].sort()).toEqual(
    [
      "CHANGELOG.md",
      "CONTRIBUTING.md",
      "LICENSE",
      "README.md",
      "SECURITY.md",
      "dist",
      "docs",
      "examples",
      "help",
      "modules",
      "package.json",
      "schema",
      "template",
    ].sort(),
  );
  const inDist = packed.report.files.filter(({ path }) => path.startsWith("dist/"));
  expect(inDist.filter(({ path }) => !/^dist\/(src|modules)\//.test(path))).toEqual([]);
  expect(inDist.filter(({ path }) => !/\.(js|d\.ts|js\.map)$/.test(path))).toEqual([
    expect.objectContaining({ path: "dist/src/coverage/report/html/page/style.css" }),
  ]);
  // Read by path, so no compiler brings them along.
  const paths = inDist.map(({ path }) => path);
  expect(paths).toContain("dist/src/formatter/function.js");
  expect(paths).toContain("dist/src/coverage/report/html/page/script.js");
});

test("the package holds the pages that its README and its findings name, but no picture", () => {
  const held = new Set(packed.report.files.map(({ path }) => path));
  const beside = [...held].filter((path) => /^(?:docs|examples|modules)\//.test(path));
  expect(beside.filter((path) => !path.endsWith(".md"))).toEqual([]);
  const readme = readFileSync(join(packed.folder, "README.md"), "utf8");
  const linked = [...readme.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g)].map(
    ({ 1: path = "" }) => path,
  );
  const ofFindings = Object.values(findingRules).map(({ page }) => page.split("#")[0] ?? "");
  const pages = [...linked, ...ofFindings.filter((page) => !page.startsWith("https:"))];
  const missing = pages.filter((page) => page.endsWith(".md") && !held.has(page));
  expect(pages.length).toBeGreaterThan(50);
  expect(missing).toEqual([]);
});

test("the package is smaller than 2.6 MB, and 10.5 MB once unpacked", () => {
  expect(packed.report.size).toBeLessThan(2_600_000);
  expect(packed.report.unpackedSize).toBeLessThan(10_500_000);
});

test("source maps carry the sources and name no folder of the machine that built them", () => {
  const maps = packed.report.files.map(({ path }) => path).filter((path) => path.endsWith(".map"));
  expect(maps.length).toBeGreaterThan(100);
  for (const path of maps) {
    const map = JSON.parse(readFileSync(join(packed.folder, path), "utf8")) as {
      readonly sources: readonly string[];
      readonly sourcesContent?: readonly string[];
    };
    expect(map.sources).toEqual([expect.stringMatching(/^(\.\.\/)+(src|modules)\//)]);
    expect(map.sourcesContent).toHaveLength(1);
  }
});

test("every public path can be required", () => {
  expect(publicPaths).toEqual(
    expect.arrayContaining([
      ".",
      "./catalog",
      "./coverage",
      "./plan",
      "./schema",
      "./package.json",
    ]),
  );
  expect(publicPaths.length).toBe(Object.keys(manifest.exports).length - 1 + moduleFolders.length);
  const program = `for (const name of ${JSON.stringify(publicPaths)})
    if (Object.keys(require("${manifest.name}" + name.slice(1))).length === 0) throw new Error(name);`;
  expect(() => footprintOf(program, packed.project)).not.toThrow();
});

test("fails where a program requires a file that is not public", () => {
  const program = `try { require("${manifest.name}/dist/src/cli/run.js"); } catch (error) {
    if (error.code === "ERR_PACKAGE_PATH_NOT_EXPORTED") process.exit(0);
    throw error;
  }
  throw new Error("it was loaded");`;
  expect(() =>
    execFileSync(process.execPath, ["-e", program], { cwd: packed.project }),
  ).not.toThrow();
});

test("an ES module imports constructs by name", () => {
  const program = `import { AlertTopic, SignInAlerts } from "${manifest.name}";
    process.stdout.write([typeof AlertTopic, typeof SignInAlerts].join());`;
  const options = { cwd: packed.project, encoding: "utf8" } as const;
  expect(execFileSync(process.execPath, ["--input-type=module", "--eval", program], options)).toBe(
    "function,function",
  );
});

const importsOfEverything = [
  ...moduleFolders.map((name) => `import "${manifest.name}/modules/${name}";`),
  `import { SignInAlerts, type SignInAlertsProps } from "${manifest.name}";`,
  `import { findKind, type AlertKind } from "${manifest.name}/catalog";`,
  `import { expectationsOf, resolve, type Plan } from "${manifest.name}/plan";`,
  `import { coverageOf, coverageJson, type CoverageReport } from "${manifest.name}/coverage";`,
  `import { AlertTopic } from "${manifest.name}/modules/alert-topic";`,
  `// @ts-expect-error: it accepts three arguments, so its type is known.`,
  `new AlertTopic(1);`,
  `export const kind: AlertKind | undefined = findKind("root-sign-in");`,
  `export const json = (of: CoverageReport): string => coverageJson(of).toString() + coverageOf.name;`,
  `export const names = (of: Plan): string => of.namePrefix + expectationsOf.name + resolve.name;`,
  `export const id = (of: SignInAlertsProps): string => of.organization.id + SignInAlerts.name;`,
].join("\n");

test("every public path has types, which need nothing but the package's dependencies", () => {
  const schema = `import schema from "${manifest.name}/schema";
    export const title: string = schema.title;`;
  writeFileSync(join(packed.project, "use.ts"), `${schema}\n${importsOfEverything}`);
  const options = { module: "Node16", moduleResolution: "Node16", esModuleInterop: true };
  expect(typeErrors(packed.project, { ...options, resolveJsonModule: true, types: ["node"] })).toBe(
    "",
  );
}, 60_000);

test("a project with the compiler options of cdktf init finds the types, too", () => {
  writeFileSync(join(packed.project, "use.ts"), importsOfEverything);
  const options = { module: "CommonJS", moduleResolution: "Node10", skipLibCheck: true };
  expect(typeErrors(packed.project, { ...options, types: ["node"] })).toBe("");
}, 60_000);

test("the command runs", () => {
  const program = join(packed.folder, manifest.bin["signin-alerts"]);
  const output = execFileSync(process.execPath, [program, "kinds"], { encoding: "utf8" });
  expect(output).toContain("root-sign-in");
});

test.each([
  ["/catalog", 100],
  ["/coverage", 550],
  // It reads and validates configurations, with zod and yaml.
  ["/plan", 370],
])("%s loads fewer than %i modules and 60 MB, and not CDKTF", (path, most) => {
  const { modules, megabytes, cdktf } = footprintOf(
    `require("${manifest.name}${path}");`,
    packed.project,
  );
  expect(modules).toBeLessThan(most);
  expect(megabytes).toBeLessThan(60);
  expect(cdktf).toBe(false);
});

test("each construct loads fewer than 600 modules, cdktf's own 400 included", () => {
  const names = moduleFolders.map((folder) => `${manifest.name}/modules/${folder}`);
  const loaded = modulesOfEach(names, packed.project);
  expect([...loaded.keys()]).toEqual(names);
  for (const [name, { modules, cdktf }] of loaded) {
    expect({ name, cdktf }).toEqual({ name, cdktf: true });
    expect(modules).toBeGreaterThan(300);
    expect(modules).toBeLessThan(600);
  }
  // Alone, as well: one that is loaded after others is counted the same.
  for (const name of [names[0] ?? "", names.at(-1) ?? ""]) {
    const alone = footprintOf(`require("${name}");`, packed.project);
    expect(loaded.get(name)?.modules).toBe(alone.modules);
  }
});

test("an app that reads a configuration loads fewer than 870 modules and 120 MB", () => {
  const program = `const { loadConfiguration, SignInAlerts } = require("${manifest.name}");`;
  const { modules, megabytes } = footprintOf(program, packed.project);
  expect(modules).toBeLessThan(870);
  expect(megabytes).toBeLessThan(120);
});

test("every public path together loads fewer than 120 MB, so each construct does", () => {
  const program = publicPaths.map((path) => `require("${manifest.name}${path.slice(1)}");`);
  const { modules, megabytes } = footprintOf(program.join(""), packed.project);
  expect(modules).toBeGreaterThan(800);
  expect(megabytes).toBeLessThan(120);
});
