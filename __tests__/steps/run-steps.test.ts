import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runSteps } from "../../steps/run-steps";
import { steps, type Step } from "../../steps/steps";

const root = join(__dirname, "../..");
const two: readonly Step[] = [
  { name: "first", title: "First", scripts: ["a", "b"] },
  { name: "second", title: "Second", scripts: ["c"] },
];

function ran(failing: readonly string[]) {
  const scripts: string[] = [];
  const lines: string[] = [];
  let time = 0;
  const passed = runSteps(two, {
    run: (script) => {
      scripts.push(script);
      time += 1500;
      return !failing.includes(script);
    },
    write: (line) => lines.push(line),
    now: () => time,
  });
  return { passed, scripts, lines };
}

test("every step is run and reported, with its time, at the end", () => {
  const { passed, scripts, lines } = ran([]);
  expect(passed).toBe(true);
  expect(scripts).toEqual(["a", "b", "c"]);
  expect(lines.slice(-2)).toEqual(["✓ First (3.0 s)", "✓ Second (1.5 s)"]);
});

test("fails where one step fails, after the others have run, too", () => {
  const { passed, scripts, lines } = ran(["a"]);
  expect(passed).toBe(false);
  expect(scripts).toEqual(["a", "c"]);
  expect(lines.slice(-2)).toEqual(["✗ First (1.5 s)", "✓ Second (1.5 s)"]);
});

test("every step is a script of package.json", () => {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  for (const script of steps.flatMap((step) => step.scripts)) {
    expect(scripts).toHaveProperty([script]);
  }
});

test.each([".ci/run", ".github/workflows/ci.yml"])("%s runs the same steps", (file) => {
  expect(readFileSync(join(root, file), "utf8")).toMatch(/npm run (--silent )?check$/m);
});
