import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inventoryOfStacks } from "../../../src/coverage";
import { diagnosticsOf } from "../../terraform/diagnostics";
import { temporaryFolder } from "../../terraform/synthesized-stacks";
import { offline, run } from "../../terraform/terraform-command";
import { describeJudged, tellNot, timed } from "../describe-judged";
import { alteredResources, type AlteredResource } from "./altered-resources";
import { unknownNames } from "./unknown-arguments";

const aws = [{ region: "us-east-1", allowed_account_ids: ["111111111111"] }];
const rows = alteredResources.map((row, index) => ({ ...row, id: `row-${index}` }));
type Row = AlteredResource & { readonly id: string };

function resourcesOf(some: readonly Row[]): object {
  const types = [...new Set(some.map(({ type }) => type))];
  const ofType = (wanted: string) => some.filter(({ type }) => type === wanted);
  return Object.fromEntries(
    types.map((type) => [type, Object.fromEntries(ofType(type).map(({ id, body }) => [id, body]))]),
  );
}

function idIn(text: string | null | undefined): string {
  return /row-\d+/u.exec(text ?? "")?.[0] ?? "elsewhere";
}

/** What the check says of each row. */
function ours(): ReadonlyMap<string, string> {
  const document = { provider: { aws }, resource: resourcesOf(rows) };
  const { problems } = inventoryOfStacks([{ name: "altered", document }]);
  return new Map(problems.map(({ resource, detail }) => [idIn(resource?.address), detail]));
}

describeJudged("the check and the real provider", ["terraform", "provider"], ({ provider }) => {
  const folder = temporaryFolder();
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const terraform = (...args: readonly string[]) =>
    run({ command: "terraform", args: [...args, "-no-color"], folder, environment: offline });

  /** What the provider says of each row. */
  async function theirs(): Promise<ReadonlyMap<string, string>> {
    const required_providers = { aws: { source: "hashicorp/aws", version: provider.version } };
    const main = { terraform: { required_providers }, provider: { aws } };
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify(main));
    // Small files: Terraform reads the whole file again for each thing that it has to say.
    for (let at = 0; at < rows.length; at += 10) {
      const resource = resourcesOf(rows.slice(at, at + 10));
      writeFileSync(join(folder, `rows-${at}.tf.json`), JSON.stringify({ resource }));
    }
    await terraform("init", "-input=false", `-plugin-dir=${provider.mirror}`);
    const said = diagnosticsOf(await terraform("validate", "-json"));
    return new Map(
      said
        .filter(({ severity }) => severity === "error")
        .map(({ summary, detail, snippet }) => [idIn(snippet?.context), `${summary}: ${detail}`]),
    );
  }

  test(`agree on ${rows.length} resources`, async () => {
    const we = ours();
    const they = await timed("provider", `agree on ${rows.length} resources`, theirs);
    const known = rows.filter(({ type, body }) => {
      const unknown = unknownNames(type, body, provider.version);
      for (const name of unknown)
        tellNot("provider", `${name} of ${type}`, `version ${provider.version} does not have it`);
      return unknown.length === 0;
    });
    const differing = known
      .filter(({ id, isRefused }) => they.has(id) !== isRefused || we.has(id) !== isRefused)
      .map(({ id, type, change }) => {
        const [their = "accepts it", our = "accepts it"] = [they.get(id), we.get(id)];
        return `${type}, ${change}: the provider ${their}; the check ${our}`;
      });
    expect(they.get("elsewhere")).toBeUndefined();
    expect(differing).toEqual([]);
  });
});
