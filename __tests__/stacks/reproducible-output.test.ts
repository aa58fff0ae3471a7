import { readdirSync, readFileSync, rmSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { App } from "cdktf";
import { SignInAlerts } from "../../src/stacks";
import { temporaryFolder } from "../terraform/synthesized-stacks";
import { example } from "./example-organization";

/** Every file of a synthesis into a folder of its own, by its path in that folder. */
function synthesize(): ReadonlyMap<string, string> {
  const outdir = temporaryFolder();
  try {
    const app = new App({ outdir });
    new SignInAlerts(app, "signin-alerts", example);
    app.synth();
    const entries = readdirSync(outdir, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    return new Map(
      files.sort().map((file) => [file.slice(outdir.length), readFileSync(file, "utf8")]),
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
}

describe("what synthesis writes", () => {
  const first = synthesize();
  const everything = [...first.values()].join("\n");

  test("is a configuration per stack", () => {
    expect([...first.keys()].filter((file) => file.endsWith("cdk.tf.json"))).toHaveLength(8);
  });

  test("is the same to the byte in another folder at another time", () => {
    expect([...synthesize()]).toEqual([...first]);
  });

  test.each([
    ["project's", process.cwd()],
    ["home", homedir()],
    ["temporary", tmpdir()],
  ])("holds no path of the %s folder", (_, folder) => {
    expect(everything).not.toContain(`"${folder}`);
    expect(everything).not.toContain(`${folder}/`);
  });

  test("holds no absolute path, only names of log groups that look like one", () => {
    const paths = everything.match(/"(\/[\w.-]+){2,}|[A-Z]:\\\\/g) ?? [];
    expect([...new Set(paths)].sort()).toEqual([
      '"/aws/events/signin-alerts-heartbeats',
      '"/aws/vendedlogs/events/event-bus/signin-alerts',
    ]);
  });

  test("holds no date but the version of the policy language, and no time", () => {
    const dates = everything.match(/\d{4}-\d{2}-\d{2}/g) ?? [];
    expect([...new Set(dates)]).toEqual(["2012-10-17"]);
    expect(everything).not.toMatch(/\d{2}:\d{2}:\d{2}/);
    // Milliseconds since 1970.
    expect(everything).not.toMatch(/\b\d{13}\b/);
  });
});
