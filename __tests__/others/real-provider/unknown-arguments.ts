import type { SynthesizedStack } from "../../terraform/synthesized-stacks";

/** Stacks without what this version of the provider cannot know, and the names of that. */
export interface KnownPart {
  readonly stacks: readonly SynthesizedStack[];
  readonly unknown: readonly string[];
}

/** The newest runtime that the last provider of version 5 knows. */
const RUNTIME = "nodejs22.x";

/**
 * Version 6 has an argument `region` in every type, and knows newer runtimes of functions. All else that is generated
 * version 5 knows too; from version 6 on nothing is taken away.
 */
export function knownPart(stacks: readonly SynthesizedStack[], version: string): KnownPart {
  if (Number(version.split(".")[0]) >= 6) return { stacks, unknown: [] };
  const unknown = new Set<string>();
  const known = (type: string) => (block: object) => {
    const { region, ...rest } = block as { readonly region?: unknown; readonly runtime?: string };
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
