import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { exportLazily } from "./lazy-exports";

const root = join(__dirname, "..");
const dist = join(root, "dist");

// From clean: a file whose source is gone must not be packed.
rmSync(dist, { recursive: true, force: true });
execFileSync(
  process.execPath,
  [require.resolve("typescript/bin/tsc"), "--project", "tsconfig.build.json"],
  { cwd: root, stdio: "inherit" },
);
exportLazily(join(dist, "modules/index.js"));
exportLazily(join(dist, "src/index.js"));
