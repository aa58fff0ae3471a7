import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import ts from "typescript";

const root = join(__dirname, "../..");

const catalogAndBelow = ["catalog", "aws", "json", "cache.ts"];
const guardsAndBelow = ["guards", "formatter", ...catalogAndBelow];

/** What a layer may import, besides itself: docs/architecture.md. Not so `cli` and the index. */
const below: Readonly<Record<string, readonly string[]>> = {
  "cache.ts": [],
  json: [],
  aws: ["json"],
  catalog: ["aws", "json", "cache.ts"],
  guards: catalogAndBelow,
  formatter: catalogAndBelow,
  modules: guardsAndBelow,
  coverage: guardsAndBelow,
  config: guardsAndBelow,
  export: ["coverage", "json"],
  permissions: ["coverage", "aws", "json"],
  deployment: ["json"],
  live: ["coverage", ...guardsAndBelow],
  plan: ["config", "coverage", "modules", ...guardsAndBelow],
  discovery: ["live", "plan", "config", ...guardsAndBelow],
  backtest: ["plan", "coverage", ...guardsAndBelow],
  stacks: ["deployment", "plan", "config", "modules", ...guardsAndBelow],
  costs: ["stacks", "plan", "modules", ...guardsAndBelow],
};

function filesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => join(folder, file));
}

function fileOf(path: string): string | undefined {
  return [`${path}.ts`, join(path, "index.ts")].find((file) => existsSync(join(root, file)));
}

/** What a file imports or exports again of this project, types included. */
function importsOf(file: string): readonly string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, file), "utf8"));
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith("."))
    .flatMap(({ fileName }) => fileOf(join(dirname(file), fileName)) ?? []);
}

const graph = new Map(
  [...filesIn("src"), ...filesIn("modules")].map((file) => [file, importsOf(file)]),
);

/** Files that reach themselves by what they import, in groups. */
function circles(): readonly (readonly string[])[] {
  const reached = new Map<string, ReadonlySet<string>>();
  for (const file of graph.keys()) {
    const seen = new Set<string>();
    const left = [...(graph.get(file) ?? [])];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      left.push(...(graph.get(next) ?? []));
    }
    reached.set(file, seen);
  }
  const inCircles = [...graph.keys()].filter((file) => reached.get(file)?.has(file));
  const groups = new Set(
    inCircles.map((file) =>
      inCircles
        .filter((other) => reached.get(file)?.has(other) && reached.get(other)?.has(file))
        .join(" "),
    ),
  );
  return [...groups].map((group) => group.split(" "));
}

function layerOf(file: string): string {
  const [top = "", folder = ""] = file.split(sep);
  return top === "src" ? folder : top;
}

test("no file imports itself in a circle, types included", () => {
  expect(circles()).toEqual([]);
});

test("imports point down only, types included", () => {
  const wrong = [...graph].flatMap(([file, imports]) =>
    imports
      .filter((other) => {
        const [from, to] = [layerOf(file), layerOf(other)];
        return from !== to && below[from]?.includes(to) === false;
      })
      .map((other) => `${file} imports ${other}`),
  );
  expect(wrong).toEqual([]);
});

/** What a file loads when it is loaded: not what it imports by `import()` when a command needs it, nor types. */
function loadedBy(file: string): readonly string[] {
  const text = readFileSync(join(root, file), "utf8");
  const statements = text.matchAll(
    /^(?:import|export)\s(?!type\b)[^;]*?from\s+"(?<name>[^"]+)"/gmu,
  );
  return [...statements].map(({ groups }) => groups?.["name"] ?? "");
}

test("only what reads a live organization loads the SDK of AWS, and nothing loads that at its start", () => {
  // AWS Lambda has the SDK, and the function is not loaded here.
  const lambda = join("modules", "alert-formatter", "function", "handler.ts");
  const others = [...graph.keys()].filter((file) => layerOf(file) !== "live" && file !== lambda);
  const loading = others.filter((file) =>
    loadedBy(file).some(
      (name) =>
        name.startsWith("@aws-sdk/") ||
        (name.startsWith(".") && join(dirname(file), name).startsWith(join("src", "live"))),
    ),
  );
  expect(loading).toEqual([]);
  expect(loadedBy(join("src", "live", "credentials.ts"))).toContain("@aws-sdk/client-sts");
});

test("the graph has the files of this project and what they import", () => {
  expect(graph.get(join("src", "aws", "index.ts"))).toContain(join("src", "aws", "arn.ts"));
  expect(graph.size).toBeGreaterThan(200);
});
