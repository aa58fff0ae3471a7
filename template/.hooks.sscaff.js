// Run by `cdktf init --template …` when the files are in their place.
const { execFileSync } = require("node:child_process");
const { readFileSync } = require("node:fs");

exports.post = ({ silent }) => {
  const quiet = silent === true || silent === "true";
  // A tarball or another version in the place of the published one: for trying the package before it is released.
  const another = process.env.SIGNIN_ALERTS_PACKAGE;
  execFileSync("npm", ["install", ...(another ? [another] : [])], {
    stdio: quiet ? "ignore" : "inherit",
    shell: process.platform === "win32",
    // tsx and TypeScript are needed, wherever this runs.
    env: { ...process.env, NODE_ENV: "development" },
  });
  if (!quiet) console.log(readFileSync("help", "utf8"));
};
