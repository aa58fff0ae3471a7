import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { inventoryOfStacks } from "../../../src/coverage";
import type { RealProvider } from "../../../steps/judges/provider";
import { diagnosticsOf } from "../../terraform/diagnostics";
import { offline, run } from "../../terraform/terraform-command";

/** A resource to be judged. */
export interface JudgedResource {
  readonly type: string;
  readonly id: string;
  readonly body: object;
}

const place = { region: "us-east-1", allowed_account_ids: ["111111111111"] };

/** Ids of resources, by which they are found in what is said of them. */
export function withIds<T>(resources: readonly T[]): readonly (T & { readonly id: string })[] {
  return resources.map((each, index) => ({ ...each, id: `row-${index}` }));
}

function resourcesOf(some: readonly JudgedResource[]): object {
  const types = [...new Set(some.map(({ type }) => type))];
  const ofType = (wanted: string) => some.filter(({ type }) => type === wanted);
  return Object.fromEntries(
    types.map((type) => [type, Object.fromEntries(ofType(type).map(({ id, body }) => [id, body]))]),
  );
}

function idIn(text: string | null | undefined): string {
  return /row-\d+/u.exec(text ?? "")?.[0] ?? "elsewhere";
}

/** What the check says of each resource, by id. */
export function ours(resources: readonly JudgedResource[]): ReadonlyMap<string, string> {
  const document = { provider: { aws: [place] }, resource: resourcesOf(resources) };
  const { problems } = inventoryOfStacks([{ name: "altered", document }]);
  return new Map(problems.map(({ resource, detail }) => [idIn(resource?.address), detail]));
}

/** What the provider says of each resource, by id: when it validates them, or when it plans them without AWS. */
export async function theirs(
  resources: readonly JudgedResource[],
  { mirror, version }: Pick<RealProvider, "mirror" | "version">,
  command: "validate" | "plan",
  folder: string,
): Promise<ReadonlyMap<string, string>> {
  const alone = {
    ...{ region: place.region, access_key: "test", secret_key: "test" },
    ...{ skip_credentials_validation: true, skip_requesting_account_id: true },
    ...{ skip_metadata_api_check: true, skip_region_validation: true },
  };
  const aws = [command === "plan" ? alone : place];
  const required_providers = { aws: { source: "hashicorp/aws", version } };
  const main = { terraform: { required_providers }, provider: { aws } };
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify(main));
  // Small files: Terraform reads the whole file again for each thing that it has to say.
  for (let at = 0; at < resources.length; at += 10) {
    const resource = resourcesOf(resources.slice(at, at + 10));
    writeFileSync(join(folder, `rows-${at}.tf.json`), JSON.stringify({ resource }));
  }
  const terraform = (...args: readonly string[]) =>
    run({ command: "terraform", args: [...args, "-no-color"], folder, environment: offline });
  await terraform("init", "-input=false", `-plugin-dir=${mirror}`);
  const options = command === "plan" ? ["-input=false", "-refresh=false", "-lock=false"] : [];
  const said = diagnosticsOf(await terraform(command, "-json", ...options));
  return new Map(
    said
      .filter(({ severity }) => severity === "error")
      .map(({ summary, detail, snippet, address }) => [
        idIn(address ?? snippet?.context),
        `${summary}: ${detail}`,
      ]),
  );
}
