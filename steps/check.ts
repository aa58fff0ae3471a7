import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { runSteps } from "./run-steps";
import { steps } from "./steps";

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step.name === name));

if (unknown.length > 0) {
  const allowed = steps.map(({ name }) => name).join(", ");
  console.error(`no step is called ${unknown.join(", ")}; allowed: ${allowed}`);
  process.exitCode = 2;
} else {
  const passed = runSteps(
    steps.filter(({ name }) => wanted.length === 0 || wanted.includes(name)),
    {
      run: (script) =>
        spawnSync("npm", ["run", "--silent", script], {
          cwd: join(__dirname, ".."),
          stdio: "inherit",
        }).status === 0,
      write: (line) => {
        console.log(line);
      },
      now: () => performance.now(),
    },
  );
  process.exitCode = passed ? 0 : 1;
}
