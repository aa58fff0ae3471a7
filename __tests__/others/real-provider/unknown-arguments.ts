import type { SynthesizedStack } from "../../terraform/synthesized-stacks";

/** Stacks without what this version of the provider cannot know, and the names of that. */
export interface KnownPart {
  readonly stacks: readonly SynthesizedStack[];
  readonly unknown: readonly string[];
}

/** What of a resource depends on the version. */
interface Known {
  readonly region?: unknown;
  readonly runtime?: string;
}

/** The newest runtime that the last provider of version 5 knows. */
const RUNTIME = "nodejs22.x";

/** Blocks and arguments that came with version 6, by type. */
const newNames: Readonly<Record<string, readonly string[]>> = {
  aws_cloudwatch_event_bus: ["log_config"],
  aws_cloudwatch_log_group: ["deletion_protection_enabled"],
  aws_cloudwatch_log_metric_filter: ["apply_on_transformed_logs"],
  aws_s3_bucket_public_access_block: ["skip_destroy"],
};

function isNewer(version: string): boolean {
  return Number(version.split(".")[0]) >= 6;
}

/** The blocks and arguments of a resource that a version of the provider cannot know. */
export function unknownNames(type: string, body: object, version: string): readonly string[] {
  return isNewer(version) ? [] : (newNames[type] ?? []).filter((name) => name in body);
}

/**
 * Version 6 has an argument `region` in every type, logs of event buses, and knows newer runtimes of functions. All else
 * that is generated version 5 knows too; from version 6 on nothing is taken away.
 */
export function knownPart(stacks: readonly SynthesizedStack[], version: string): KnownPart {
  if (isNewer(version)) return { stacks, unknown: [] };
  const unknown = new Set<string>();
  const known = (type: string) => (block: object) => {
    const gone = unknownNames(type, block, version);
    for (const name of gone) unknown.add(`${name} of ${type}`);
    const left = Object.entries(block).filter(([name]) => !gone.includes(name));
    const { region, ...rest } = Object.fromEntries(left) as Known;
    if (region !== undefined) unknown.add(`region of ${type}`);
    if (rest.runtime === undefined || rest.runtime === RUNTIME) return rest;
    unknown.add(`runtime ${rest.runtime} of ${type}, ${RUNTIME} instead`);
    return { ...rest, runtime: RUNTIME };
  };
  const older = stacks.map((stack) => {
    const { resource, data } = stack.configuration;
    const sections = {
      ...(resource && {
        resource: mapped(resource, (blocks, type) => mapped(blocks, known(type))),
      }),
      ...(data && { data: mapped(data, (blocks, type) => mapped(blocks, known(`data.${type}`))) }),
    };
    return { ...stack, configuration: { ...stack.configuration, ...sections } };
  });
  return { stacks: older, unknown: [...unknown].sort() };
}

function mapped(
  entries: object,
  value: (each: object, name: string) => object,
): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries(entries).map(([name, each]: [string, object]) => [name, value(each, name)]),
  );
}
