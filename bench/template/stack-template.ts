import { accountText, filling, type Filling } from "./filling";
import type { GeneratedStack } from "./generated-stacks";
import { listOf, objectOf, textOf, type JsonObject } from "./json";
import { propsOf } from "./props-of";
import { referencesIn, stackText, type Reference, type StackContext } from "./references";
import { resourceClass, type ResourceClass } from "./resource-classes";

/** A provider configuration of a stack. */
export interface ProviderTemplate {
  /** As resources name it, such as `aws.eu-central-1`. */
  readonly address: string;
  readonly props: Filling<StackContext>;
}

/** A resource of a stack. */
export interface ResourceTemplate {
  /** Address, such as `aws_sqs_queue.queue`. */
  readonly address: string;
  readonly id: string;
  readonly Class: ResourceClass;
  /** Address of its provider. */
  readonly provider: string;
  readonly props: Filling<StackContext>;
  readonly references: readonly Reference[];
  /** Regions that it is repeated over. */
  readonly regions?: readonly string[];
  /** Addresses of resources that it waits for. */
  readonly dependsOn: readonly string[];
}

/** An output of a stack. */
export interface OutputTemplate {
  readonly id: string;
  readonly output: Filling<StackContext>;
  readonly references: readonly Reference[];
}

/** A stack as somebody would describe it who knows only cdktf. */
export interface StackTemplate {
  readonly name: Filling<StackContext>;
  readonly dependencies: readonly string[];
  readonly backend: Filling<StackContext>;
  /** Settings of Terraform that cdktf has no construct for, by their path. */
  readonly settings: readonly (readonly [path: string, value: unknown])[];
  readonly providers: readonly ProviderTemplate[];
  readonly resources: readonly ResourceTemplate[];
  readonly outputs: readonly OutputTemplate[];
}

/** The regions in an expression such as `${toset(["us-east-1", "us-east-2"])}`. */
function regionsIn(expression: string): readonly string[] {
  return [...expression.matchAll(/"([a-z0-9-]+)"/g)].map(([, region = ""]) => region);
}

function providerAddress({ alias }: JsonObject): string {
  return alias === undefined ? "aws" : `aws.${textOf(alias, "alias")}`;
}

/** The same resources, each after those that it refers to. */
function inOrder(resources: readonly ResourceTemplate[]): readonly ResourceTemplate[] {
  const ordered = new Map<string, ResourceTemplate>();
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  const add = (resource: ResourceTemplate | undefined): void => {
    if (!resource || ordered.has(resource.address)) return;
    for (const { resource: address } of resource.references) add(byAddress.get(address));
    for (const address of resource.dependsOn) add(byAddress.get(address));
    ordered.set(resource.address, resource);
  };
  for (const resource of resources) add(resource);
  return [...ordered.values()];
}

/** Translates a generated stack; where it is an account's, the account is a gap. */
export function stackTemplate(stack: GeneratedStack, account = "none"): StackTemplate {
  const { terraform, provider, resource, output } = stack.document;
  const { backend, required_providers, required_version } = objectOf(terraform);
  const fill = (value: unknown): Filling<StackContext> =>
    filling(value, stackText(accountText(account)));
  const toResource = (type: string, id: string, attributes: JsonObject): ResourceTemplate => {
    const { provider: address, depends_on, for_each: forEach, ...others } = attributes;
    const rest = Object.fromEntries(Object.entries(others).filter(([name]) => name !== "//"));
    return {
      address: `${type}.${id}`,
      id,
      Class: resourceClass(type),
      provider: textOf(address, "provider"),
      props: fill(propsOf(rest)),
      references: referencesIn(rest),
      ...(typeof forEach === "string" && { regions: regionsIn(forEach) }),
      dependsOn: listOf(depends_on).map((other) => textOf(other, "depends_on")),
    };
  };
  return {
    name: fill(stack.name),
    dependencies: stack.dependencies,
    backend: fill(objectOf(objectOf(backend)["local"])),
    settings: [
      ["terraform.required_version", required_version],
      ["terraform.required_providers.aws", objectOf(required_providers)["aws"]],
    ],
    providers: listOf(objectOf(provider)["aws"]).map((settings) => ({
      address: providerAddress(objectOf(settings)),
      props: fill(propsOf(objectOf(settings))),
    })),
    resources: inOrder(
      Object.entries(objectOf(resource)).flatMap(([type, ofType]) =>
        Object.entries(objectOf(ofType)).map(([id, attributes]) =>
          toResource(type, id, objectOf(attributes)),
        ),
      ),
    ),
    outputs: Object.entries(objectOf(output)).map(([id, value]) => ({
      id,
      output: fill(value),
      references: referencesIn(value),
    })),
  };
}
