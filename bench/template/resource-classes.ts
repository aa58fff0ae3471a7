import { createRequire } from "node:module";
import type { TerraformResource } from "cdktf";
import type { Construct } from "constructs";
import { objectOf } from "./json";

/** A class of `@cdktf/provider-aws`. */
export type ResourceClass = new (scope: Construct, id: string, props: object) => TerraformResource;

const load = createRequire(__filename);

function isClassOf(type: string, value: unknown): value is ResourceClass {
  return typeof value === "function" && Reflect.get(value, "tfResourceType") === type;
}

/** Loads the class of a resource type such as `aws_sqs_queue`, as somebody would import it. */
export function resourceClass(type: string): ResourceClass {
  const exported: unknown = load(
    `@cdktf/provider-aws/lib/${type.replace(/^aws_/, "").replaceAll("_", "-")}`,
  );
  const found = Object.values(objectOf(exported)).find((value) => isClassOf(type, value));
  if (!isClassOf(type, found)) throw new Error(`the provider has no class of ${type}`);
  return found;
}
