import { parseArn } from "../../aws";
import { resourceTypes } from "../resource-types";
import { listIn, objectIn, textIn, type Json } from "../../json/value";
import { partitionOf, providerPlaces, type ProviderPlace } from "./providers";
import { unresolved, type Unresolved, type Value } from "./value";

/** A resource of `terraform show -json`. */
export interface PlannedResource {
  readonly address: string;
  readonly type: string;
  /** What Terraform knows before the apply. */
  readonly values: Json;
  /** `true` for each attribute that Terraform does not know. */
  readonly unknown: Json;
  /** What a state says that it depends on: addresses without keys of instances. */
  readonly dependsOn: readonly string[];
}

/** Gives the place of each resource of a plan or state. */
export function planPlaces(
  plan: Json,
  resources: readonly PlannedResource[],
): (resource: PlannedResource) => ProviderPlace {
  const { configuration } = plan;
  const place =
    configuration === undefined ? byArns(resources) : byProviders(objectIn(configuration));
  return (resource) => {
    const found = place(resource);
    const region = textIn(resource.values["region"]) ?? found.region;
    const partition = typeof found.partition === "string" ? found.partition : partitionOf(region);
    return { account: found.account, region, partition };
  };
}

function byProviders(configuration: Json): (resource: PlannedResource) => ProviderPlace {
  const blocks = Object.values(objectIn(configuration["provider_config"])).map((config) => {
    const { name, alias, expressions } = objectIn(config);
    const block = { ...constants(objectIn(expressions)), ...(alias !== undefined && { alias }) };
    return [String(name), block as Value] as const;
  });
  const places = providerPlaces(blocks);
  const keys = new Map(
    listIn(objectIn(configuration["root_module"])["resources"]).map((resource) => {
      const { address, provider_config_key: key } = objectIn(resource);
      return [String(address), String(key)] as const;
    }),
  );
  return ({ address }) => places(keys.get(withoutKey(address)) ?? "aws");
}

/** The values of a block's expressions, those that refer to something unresolved. */
function constants(expressions: Json): Json {
  return Object.fromEntries(
    Object.entries(expressions).map(([name, expression]) => [name, constant(name, expression)]),
  );
}

function constant(name: string, expression: unknown): unknown {
  if (Array.isArray(expression)) return expression.map((block) => constants(objectIn(block)));
  const known = objectIn(expression);
  if ("constant_value" in known) return known["constant_value"];
  return unresolved(name, "it is known only where Terraform runs");
}

/** A state does not name its providers: an ARN names the place, else what all of them agree on. */
function byArns(
  resources: readonly PlannedResource[],
): (resource: PlannedResource) => ProviderPlace {
  const arns = resources.map(ownArn);
  const account = agreed(
    "account",
    arns.flatMap((arn) => (arn?.account ? [arn.account] : [])),
  );
  const region = agreed(
    "region",
    arns.flatMap((arn) => (arn?.region ? [arn.region] : [])),
  );
  return (resource) => {
    const arn = ownArn(resource);
    const where = arn?.region ? arn.region : (regionOfDependencies(resource, resources) ?? region);
    return {
      account: arn?.account ? arn.account : account,
      region: where,
      // AWS wrote the ARN: there is such a region.
      partition: partitionOf(where, true),
    };
  };
}

/** What has no ARN, such as a rule's target, is where all that it depends on is. */
function regionOfDependencies(
  { address, dependsOn }: PlannedResource,
  resources: readonly PlannedResource[],
): string | undefined {
  const key = /\[.*$/u.exec(address)?.[0];
  const regions = dependsOn.flatMap((wanted) => {
    const same = resources.filter((other) => withoutKey(other.address) === wanted);
    const own = same.filter((other) => key !== undefined && other.address.endsWith(key));
    return (own.length > 0 ? own : same).flatMap((other) => ownArn(other)?.region ?? []);
  });
  const [only, ...others] = [...new Set(regions.filter((region) => region !== ""))];
  return others.length === 0 ? only : undefined;
}

function withoutKey(address: string): string {
  return address.replace(/\[[^\]]*\]$/u, "");
}

function ownArn({ type, values }: PlannedResource): ReturnType<typeof parseArn> {
  return resourceTypes.get(type)?.isArnForeign ? undefined : parseArn(textIn(values["arn"]) ?? "");
}

function agreed(what: string, values: readonly string[]): string | Unresolved {
  const [only, ...others] = [...new Set(values)];
  if (only !== undefined && others.length === 0) return only;
  return unresolved(what, `the state does not name the ${what}`);
}
