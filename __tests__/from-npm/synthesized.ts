import { execFileSync } from "node:child_process";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../package/repository-copy";

const program = `
const { App } = require("cdktf");
const { loadConfiguration, SignInAlerts } = require("cdktf-aws-signin-alerts");
const app = new App();
new SignInAlerts(app, "signin-alerts", loadConfiguration("signin-alerts.yaml"));
app.synth();
`;

/**
 * Synthesizes the example organization with the packages that a project has installed.
 * @returns what each generated file holds, by its path.
 */
export function synthesized(project: string): ReadonlyMap<string, unknown> {
  copyFileSync(join(repository, "signin-alerts.yaml"), join(project, "signin-alerts.yaml"));
  writeFileSync(join(project, "main.cjs"), program);
  execFileSync(process.execPath, ["main.cjs"], { cwd: project, stdio: "pipe" });
  const out = join(project, "cdktf.out");
  const files = readdirSync(out, { recursive: true, encoding: "utf8" });
  return new Map(
    files
      .filter((file) => file.endsWith(".json"))
      .map((file) => [file, JSON.parse(readFileSync(join(out, file), "utf8")) as unknown]),
  );
}

/** The same without the fields in which a version of CDKTF or CDK Terrain stands. */
export function withoutVersion(file: unknown): unknown {
  return JSON.parse(JSON.stringify(file), (key, value: unknown) =>
    key === "version" && /^0\.\d+\.\d+$/.test(String(value)) ? undefined : value,
  ) as unknown;
}
