import { mkdirSync, renameSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";

const root = join(__dirname, "..");

/**
 * Writes a package as one file. Jest reads each module anew in each test file: cdktf's 380 cost more
 * than most tests, one file of them a third of it.
 */
export function bundleModules(packages: readonly string[], folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const name of packages) {
    const file = join(folder, `${name}.js`);
    buildSync({
      absWorkingDir: root,
      entryPoints: [require.resolve(name)],
      bundle: true,
      platform: "node",
      format: "cjs",
      // Shared with the bindings of the provider, which have no bundle.
      external: ["constructs"],
      outfile: `${file}.${process.pid}`,
      logLevel: "error",
    });
    renameSync(`${file}.${process.pid}`, file);
  }
}
