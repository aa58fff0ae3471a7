import { mkdirSync, writeFileSync } from "node:fs";
import { capturedRun } from "../cli/captured-run";
import { madeRepository, stacksWith } from "./made-manifest";

const { manifest } = madeRepository();

/** Runs `matrix` where the trail and the hub have backends of these sorts. */
function matrix(format: string, trail: unknown, hub: unknown) {
  manifest(stacksWith({ "signin-hub": [], "signin-trail": [] }));
  for (const [name, terraform] of Object.entries({ "signin-trail": trail, "signin-hub": hub })) {
    mkdirSync(`cdktf.out/stacks/${name}`, { recursive: true });
    writeFileSync(`cdktf.out/stacks/${name}/cdk.tf.json`, JSON.stringify({ terraform }));
  }
  return capturedRun(["matrix", "--format", format]);
}

const local = { backend: { local: { path: "../../../terraform.signin-hub.tfstate" } } };
const s3 = { backend: { s3: { bucket: "states" } } };

test.each(["github", "gitlab", "atlantis", "json", "terragrunt"])(
  "whoever deploys by %s is told of states that a job would lose, beside the output",
  async (format) => {
    const { code, out, err } = await matrix(format, s3, local);
    expect(code).toBe(0);
    expect(err).toMatch(/^The state of signin-hub is a file on the machine that applies: /);
    expect(err).not.toContain("signin-trail");
    expect(out).not.toContain("The state of");
  },
);

test.each<[string, string, unknown, unknown]>([
  ["states are kept elsewhere", "github", s3, { cloud: { organization: "example" } }],
  ["the engine keeps states", "spacelift", local, local],
  ["nothing is said of a backend", "github", [], { backend: "local" }],
])("nothing is told where %s", async (_, format, trail, hub) => {
  expect(await matrix(format, trail, hub)).toMatchObject({ code: 0, err: "" });
});
