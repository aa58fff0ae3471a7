import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { posix } from "node:path";
import { parse } from "@cdktf/hcl2json";
import { deploymentOrder, writeTerragruntUnits } from "../../src/deployment";
import { madeRepository, organizationOf, stacksWith } from "./made-manifest";

const { manifest } = madeRepository();
const folders = "cdktf.out/stacks";

/** Makes a folder for each stack that is generated, as CDKTF does. */
function generated(stacks: object): void {
  manifest(stacks);
  for (const name of Object.keys(stacks)) mkdirSync(`${folders}/${name}`, { recursive: true });
}

/** The folders that a unit names, as Terragrunt finds them. */
async function dependenciesOf(file: string): Promise<readonly string[]> {
  const { dependencies = [] } = (await parse(file, readFileSync(file, "utf8"))) as {
    readonly dependencies?: readonly { readonly paths: readonly string[] }[];
  };
  return dependencies.flatMap(({ paths }) =>
    paths.map((path) => posix.join(posix.dirname(file), path)),
  );
}

test("40 accounts wait for the hub, and the hub for the trail", async () => {
  generated(organizationOf(40));
  const { written } = writeTerragruntUnits(deploymentOrder("cdktf.out"));
  expect(written).toHaveLength(42);
  const trail = `${folders}/signin-trail`;
  const hub = `${folders}/signin-hub`;
  for (const file of written) {
    const folder = posix.dirname(file);
    const expected = folder === trail ? [] : folder === hub ? [trail] : [hub];
    expect(await dependenciesOf(file)).toEqual(expected);
    expect(expected.every((other) => existsSync(other))).toBe(true);
  }
});

test("a second run writes the same bytes, and removes the unit of a stack that is gone", () => {
  generated(stacksWith({ a: [], b: ["a"] }));
  writeTerragruntUnits(deploymentOrder("cdktf.out"));
  const before = readFileSync(`${folders}/a/terragrunt.hcl`, "utf8");
  manifest(stacksWith({ a: [] }));
  const { removed } = writeTerragruntUnits(deploymentOrder("cdktf.out"));
  expect(removed).toEqual([`${folders}/b/terragrunt.hcl`]);
  expect(existsSync(`${folders}/b/terragrunt.hcl`)).toBe(false);
  expect(readFileSync(`${folders}/a/terragrunt.hcl`, "utf8")).toBe(before);
});

test("fails where a file of somebody else would be overwritten, and writes none", () => {
  generated(stacksWith({ a: [], b: ["a"] }));
  writeFileSync(`${folders}/b/terragrunt.hcl`, "inputs = {}\n");
  expect(() => writeTerragruntUnits(deploymentOrder("cdktf.out"))).toThrow(
    /not of this command, and would be overwritten: cdktf.out\/stacks\/b\/terragrunt.hcl/u,
  );
  expect(existsSync(`${folders}/a/terragrunt.hcl`)).toBe(false);
});

test("fails where the folder of a stack is missing", () => {
  manifest(stacksWith({ a: [] }));
  expect(() => writeTerragruntUnits(deploymentOrder("cdktf.out"))).toThrow(
    /these folders of stacks do not exist: cdktf.out\/stacks\/a; run `npm run synth` again/u,
  );
});
