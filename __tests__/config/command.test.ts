import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { example } from "./faulty-file";

const root = join(__dirname, "../..");
const tsx = pathToFileURL(require.resolve("tsx")).href;
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "signin-alerts-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function run(file: string): { status: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", tsx, join(root, "main.ts")],
    { cwd: folder, encoding: "utf8", env: { ...process.env, SIGNIN_ALERTS_CONFIG: file } },
  );
  return { status, stdout, stderr };
}

test("fails with exit code 1, every problem, no stack trace and nothing written", () => {
  writeFileSync(
    join(folder, "mine.yaml"),
    example.replace("o-a1b2c3d4e5", "nope").replace("recipients:", "recipents:"),
  );
  const { status, stdout, stderr } = run("mine.yaml");
  expect(status).toBe(1);
  expect(stdout).toBe("");
  expect(stderr).toMatch(
    /^mine\.yaml:7:7 {2}organization\.id\n {2}problem: .*\n {2}value: {3}"nope"\n {2}allowed: .*\n {2}fix: /,
  );
  expect(stderr).toMatch(/mine\.yaml:40:1 {2}recipents\n/);
  expect(stderr).toMatch(/2 problems in mine\.yaml; nothing was generated\.\n$/);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(readdirSync(folder)).toEqual(["mine.yaml"]);
});

test("fails for a missing file and leaves an earlier output as it was", () => {
  mkdirSync(join(folder, "cdktf.out"));
  writeFileSync(join(folder, "cdktf.out/manifest.json"), "earlier");
  const { status, stderr } = run("missing.yaml");
  expect(status).toBe(1);
  expect(stderr).toMatch(/missing\.yaml:1:1\n {2}problem: the file does not exist/);
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(readdirSync(join(folder, "cdktf.out"))).toEqual(["manifest.json"]);
  expect(readFileSync(join(folder, "cdktf.out/manifest.json"), "utf8")).toBe("earlier");
});

test("a sound file is generated", () => {
  writeFileSync(join(folder, "signin-alerts.yaml"), example);
  const { status, stdout, stderr } = run("");
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(stdout).toMatch(/^8 stacks in cdktf\.out\/stacks:\n/);
  expect(existsSync(join(folder, "cdktf.out/stacks/signin-hub/cdk.tf.json"))).toBe(true);
});
