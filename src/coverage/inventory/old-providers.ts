import { isPossible, oldestProvider, reaches, versionRange } from "../../aws/version-range";
import { listIn, objectIn, textIn, type Json } from "../../json/value";
import { newerArguments, newerRuntimes } from "../resource-types";
import { resourceBodies } from "./block-expressions";

/** The last version before those that bring more arguments: what it has, they have. */
const last5 = [5, 100, 0] as const;

/**
 * What Terraform refuses since it may only use versions of the AWS provider that are too old for a stack, or none.
 * It uses the latest that all constraints let through.
 */
export function oldProviderProblems(document: Json): readonly string[] {
  const constraints = constraintsOf(document);
  const written = constraints.join(", ");
  const range = versionRange(constraints);
  if (!isPossible(range)) return [`no version of the AWS provider is ${written}`];
  if (reaches(range, oldestProvider)) return [];
  if (!reaches(range, last5)) {
    const needed = `${last5.join(".")} or later`;
    return [`the AWS provider may only be ${written}: stacks are judged by ${needed}`];
  }
  const newer = [
    ...new Set(resourceBodies(document).flatMap(([address, body]) => newerIn(address, body))),
  ];
  const [first] = newer;
  if (first === undefined) return [];
  return [
    `the AWS provider may only be ${written}: ${first} needs ${oldestProvider.join(".")} or later`,
  ];
}

/** The version constraints of the AWS provider: where it is required, and of old in its blocks. */
function constraintsOf(document: Json): readonly string[] {
  const required = listIn(document["terraform"])
    .flatMap((settings) => listIn(objectIn(settings)["required_providers"]))
    .map((providers) => objectIn(providers)["aws"])
    .map((wanted) => (typeof wanted === "string" ? wanted : objectIn(wanted)["version"]));
  const blocks = listIn(document["provider"])
    .flatMap((providers) => listIn(objectIn(providers)["aws"]))
    .map((block) => objectIn(block)["version"]);
  return [...required, ...blocks].flatMap((constraint) => textIn(constraint) ?? []);
}

/** What a resource has that only later versions of the provider know. */
function newerIn(address: string, body: Json): readonly string[] {
  const [type = ""] = address.split(".");
  if (!type.startsWith("aws_")) return [];
  const names = ["region", ...(newerArguments[type] ?? [])];
  const runtime = textIn(body["runtime"]);
  return [
    ...names.filter((name) => (body[name] ?? null) !== null).map((name) => `${name} of ${type}`),
    ...(runtime !== undefined && newerRuntimes.includes(runtime) ? [`the runtime ${runtime}`] : []),
  ];
}
