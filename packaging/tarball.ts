import { execFileSync } from "node:child_process";
import { renameSync } from "node:fs";
import { join } from "node:path";
import { manifest } from "./manifest";

const root = join(__dirname, "..");
const { name, version } = manifest;

process.stderr.write(
  "Building and packing takes about 20 seconds, and minutes on a busy machine.\n",
);
// The examples install it under a name that does not change with the version.
execFileSync("npm", ["pack", "--silent"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
renameSync(join(root, `${name}-${version}.tgz`), join(root, `${name}.tgz`));
process.stdout.write(`${name}.tgz\n`);
