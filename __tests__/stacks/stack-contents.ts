import type { SynthesizedStack } from "../terraform/synthesized-stacks";

/** Arguments of a resource, a provider or an output, as Terraform reads them. */
export type Arguments = Readonly<Record<string, unknown>>;

/** One resource of a synthesized stack. */
export interface Resource {
  readonly type: string;
  /** `type.name`, as Terraform's plans show it. */
  readonly address: string;
  /** `aws.<alias>`, or undefined where the resource names none. */
  readonly provider: unknown;
  readonly values: Arguments;
}

/** One `provider` block. */
export interface Provider {
  readonly alias?: string;
  readonly region?: string;
  readonly allowed_account_ids?: readonly string[];
  readonly assume_role?: readonly {
    readonly role_arn: string;
    readonly external_id?: string;
    readonly session_name?: string;
  }[];
  readonly profile?: string;
  readonly ignore_tags?: readonly unknown[];
  readonly default_tags?: readonly { readonly tags: Readonly<Record<string, string>> }[];
}

// Edge: the configuration was read from JSON.
function section<T>(stack: SynthesizedStack, name: string): Readonly<Record<string, T>> {
  return (stack.configuration[name] ?? {}) as Record<string, T>;
}

/** What a synthesized stack holds, for tests to ask. */
export class StackContents {
  readonly name: string;
  readonly dependencies: readonly string[];
  readonly resources: readonly Resource[];
  readonly providers: readonly Provider[];
  readonly outputs: Readonly<Record<string, { readonly value: unknown }>>;
  readonly terraform: Arguments;

  constructor(stack: SynthesizedStack) {
    this.name = stack.name;
    this.dependencies = stack.dependencies;
    this.terraform = stack.configuration.terraform ?? {};
    this.outputs = section(stack, "output");
    this.providers = Object.values(section<readonly Provider[]>(stack, "provider")).flat();
    const types = section<Readonly<Record<string, Arguments>>>(stack, "resource");
    this.resources = Object.entries(types).flatMap(([type, named]) =>
      Object.entries(named).map(([name, values]) => ({
        type,
        address: `${type}.${name}`,
        provider: values["provider"],
        values,
      })),
    );
  }

  /** The resources of a type, in the order of their addresses. */
  ofType(type: string): readonly Resource[] {
    return this.resources.filter((resource) => resource.type === type);
  }

  /** The resources of a type whose `name` is this one. */
  named(type: string, name: string): readonly Resource[] {
    return this.ofType(type).filter(({ values }) => values["name"] === name);
  }

  /** The one resource of a type, or the one of a type and `name`. */
  only(type: string, name?: string): Resource {
    const found = name === undefined ? this.ofType(type) : this.named(type, name);
    const [resource, ...others] = found;
    if (!resource || others.length > 0) {
      const what = name === undefined ? type : `${type} ${name}`;
      throw new Error(`${this.name} has ${found.length} of ${what}, not one`);
    }
    return resource;
  }

  /** The resource that an argument of the form `${type.name.attribute}` refers to. */
  referenced(argument: unknown, attribute: string): Resource {
    const found = this.resources.find(({ address }) => argument === `\${${address}.${attribute}}`);
    if (!found) throw new Error(`${String(argument)} is the ${attribute} of no resource`);
    return found;
  }
}

/** An argument that must be a text. */
export function text(values: Arguments, argument: string): string {
  const value = values[argument];
  if (typeof value !== "string") throw new Error(`${argument} is not a text`);
  return value;
}
