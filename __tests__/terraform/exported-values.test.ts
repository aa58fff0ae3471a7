import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stackFiles } from "../../src/export/stack-files";
import { jsonIn, objectIn, type Json } from "../../src/json/value";
import { expressions, texts, values } from "../export/hostile-values";
import { describeTerraform } from "./describe-terraform";
import { temporaryFolder } from "./synthesized-stacks";
import { findTerraform } from "./terraform-binary";
import { offline, run } from "./terraform-command";

/** What expressions are of, as Terraform knows no resource without a provider. */
const locals = { ab: { c: "C" }, bc: "B", cd: "c", list: [{ c: "x" }, { c: "" }] };

/** The outputs of documents, with names of their own; every reference is to a local value. */
function outputsOf(documents: Readonly<Record<string, string>>): Json {
  const named = Object.values(documents).flatMap((document, index) => {
    const known = document
      .replaceAll("b.c", "local.bc")
      .replaceAll("c.d", "local.cd")
      .replaceAll(/a\.b(?=\[\*| :)/gu, "local.list")
      .replaceAll(/a\.b(?=\[)/gu, "local.ab")
      .replaceAll("a.b", "local.ab.c");
    const { o } = objectIn(objectIn(jsonIn(known))["output"]);
    return o === undefined || known.includes("provider::") ? [] : [[`o${index}`, o] as const];
  });
  return Object.fromEntries(named);
}

/** What Terraform makes of outputs. */
async function applied(folder: string, files: ReadonlyMap<string, string>): Promise<unknown> {
  mkdirSync(folder);
  for (const [name, text] of files) writeFileSync(join(folder, name), text);
  const command = findTerraform()?.command ?? "terraform";
  let stdout = "";
  for (const args of [["init"], ["apply", "-auto-approve", "-no-color"], ["output", "-json"]]) {
    const result = await run({ command, args, folder, environment: offline });
    if (result.code !== 0) throw new Error(`${result.stdout}${result.stderr}`);
    stdout = result.stdout;
  }
  return JSON.parse(stdout) as unknown;
}

describeTerraform("Terraform and values that are exported as HCL", () => {
  test("each is the same from HCL as from JSON", async () => {
    const output = outputsOf({ ...texts, ...values, ...expressions });
    expect(Object.keys(output).length).toBeGreaterThan(35);
    const document = { locals, output };
    const hcl = stackFiles({ name: "values", document }, (address) => (problem) => {
      throw new Error(`${address}: ${problem}`);
    });
    const folder = temporaryFolder();
    try {
      const json = new Map([["main.tf.json", JSON.stringify(document)]]);
      const fromJson = await applied(join(folder, "json"), json);
      expect(await applied(join(folder, "hcl"), hcl)).toEqual(fromJson);
      expect(Object.keys(objectIn(fromJson)).length).toBeGreaterThan(35);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
