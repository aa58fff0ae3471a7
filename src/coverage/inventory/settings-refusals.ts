import { isPossible, versionRange } from "../../aws/version-range";
import { isJsonObject, listIn, objectIn, ownValue, textIn, type Json } from "../../json/value";
import { finding, type Finding } from "../finding";
import { backendProblems } from "./backend-refusals";
import { argumentNames, NAME, nameRule, shown, unknownIn } from "./block-arguments";
import { builtInProblems } from "./built-in-resources";
import { checkProblems } from "./check-refusals";
import { conditionProblems } from "./condition-problems";
import type { StackDocument } from "./inventory";
import { oldProviderProblems } from "./old-providers";
import { descriptionProblems, orderProblems, outputProblems } from "./output-refusals";
import { providerBlockProblems, providerNameProblems, requiredProblems } from "./provider-blocks";
import { sensitiveProblems } from "./sensitive-refusals";
import type { Reference } from "./stack-references";
import { attempt, converted, fromJson, type Type } from "./constants";
import { typeConstraint } from "./type-constraint";
import { versionProblems } from "./version-constraints";

/** Names that mean something else in a module block. */
const reserved: ReadonlySet<string> = new Set(
  "source version providers count for_each lifecycle depends_on locals".split(" "),
);

/** `encryption`, `deprecated` and `const` are OpenTofu's. */
const known = {
  terraform: argumentNames(
    "required_version experiments required_providers backend cloud provider_meta encryption",
  ),
  variable: argumentNames(
    "type default description validation sensitive nullable ephemeral deprecated const",
  ),
  provider: argumentNames("source version configuration_aliases"),
};

/** A place in a stack, and what Terraform refuses there. */
type Problem = readonly [string, string];

/**
 * What Terraform refuses of the blocks around resources: its own settings, variables, outputs, names.
 * @see https://developer.hashicorp.com/terraform/language/syntax/json
 */
export function settingsRefusals({ name: stack, document }: StackDocument): readonly Finding[] {
  return [
    ...terraformProblems(document),
    ...each(document, "variable").flatMap(([name, body]) => variableProblems(name, body)),
    ...each(document, "output").flatMap(([name, body]) =>
      [
        ...(NAME.test(name) ? [] : [nameRule]),
        ...outputProblems(body),
        ...waitProblems(document, body["depends_on"]),
      ].map((problem): Problem => [`output.${name}`, problem]),
    ),
    ...localProblems(document),
    ...providerBlockProblems(document),
    ...resourceProblems(document),
    ...builtInProblems(document),
    ...checkProblems(document),
    ...sensitiveProblems(document),
  ].map(([address, problem]) => finding("terraform-refuses", { stack, address }, problem));
}

function each(document: Json, block: string): readonly (readonly [string, Json])[] {
  return listIn(document[block]).flatMap((blocks) =>
    Object.entries(objectIn(blocks))
      .filter(([name]) => name !== "//")
      .map(([name, bodies]) => [name, objectIn(listIn(bodies)[0])] as const),
  );
}

/** The blocks of a name; null is one of them where the name is written. */
function partsOf(block: Json, name: string): readonly unknown[] {
  if (!Object.hasOwn(block, name)) return [];
  const value = block[name];
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

/** Blocks that are no objects; null is none at all. */
function noBlocks(value: unknown, path: string): readonly string[] {
  return listIn(value ?? undefined)
    .filter((block) => !isJsonObject(block))
    .map((block) => `${path} must be a block, not ${shown(block)}`);
}

function terraformProblems(document: Json): readonly Problem[] {
  const blocks = listIn(document["terraform"]).map(objectIn);
  const states = blocks.flatMap(({ backend, cloud }) => [
    ...listIn(backend).flatMap((one) =>
      isJsonObject(one) ? Object.values(one).flatMap((bodies) => listIn(bodies)) : [one],
    ),
    ...listIn(cloud),
  ]);
  const required = blocks.flatMap((block) => listIn(block["required_providers"]));
  const providers = required
    .flatMap((each) => Object.entries(objectIn(each)))
    .filter(([name]) => name !== "//");
  return [
    ...noBlocks(document["terraform"], "terraform"),
    ...noBlocks(document["locals"], "locals"),
    ...blocks.flatMap((block) => [
      ...noBlocks(block["cloud"], "cloud"),
      ...noBlocks(block["provider_meta"], "provider_meta"),
      ...unknownIn(block, known.terraform),
      ...backendProblems(block),
      ...("experiments" in block
        ? ["experiments: only releases of Terraform before the final one accept it"]
        : []),
      ...versionProblems("required_version", block["required_version"], true),
      ...noVersion(textIn(block["required_version"]) ?? ""),
      ...partsOf(block, "backend")
        .filter((backend) => !isJsonObject(backend) || Object.keys(backend).length === 0)
        .map((backend) => `backend must be a block, not ${shown(backend)}`),
    ]),
    ...oldProviderProblems(document),
    ...(states.length > 1 ? ["it has more than one backend"] : []),
    ...(required.length > 1 ? ["it has more than one required_providers"] : []),
    ...providers.flatMap(([name, wanted]) => {
      const unknown = isJsonObject(wanted) ? unknownIn(wanted, known.provider) : [];
      return [...unknown, ...requiredProblems(name, wanted)].map(
        (problem) => `required_providers.${name}.${problem}`,
      );
    }),
  ].map((problem) => ["terraform", problem]);
}

/** Of Terraform itself, unlike a provider, `~> 1` lets every later version through. */
function noVersion(constraint: string): readonly string[] {
  const conditions = constraint.replace(/~>(\s*v?\d+\s*)(?=,|$)/gu, ">=$1");
  return isPossible(versionRange([conditions]))
    ? []
    : [`required_version: no version is ${shown(constraint)}`];
}

function variableProblems(name: string, body: Json): readonly Problem[] {
  const { type, default: given, nullable, validation } = body;
  const constraint = typeof type === "string" ? typeConstraint(type) : undefined;
  const isOfVariable = (references: readonly Reference[]): boolean =>
    references.some(({ root, steps }) => root === "var" && steps[0] === name);
  const isWrong = given !== undefined && constraint !== undefined && !isOfType(given, constraint);
  return [
    ...(NAME.test(name) ? [] : [nameRule]),
    ...(reserved.has(name) ? [`${name} is a word of Terraform`] : []),
    ...unknownIn(body, known.variable),
    ...(type === undefined || constraint !== undefined
      ? []
      : [`type must be one such as string or list(string), not ${shown(type)}`]),
    ...(isWrong ? [`default must be of the type ${String(type)}, not ${shown(given)}`] : []),
    ...(given === null && nullable === false ? ["default is null, and nullable is false"] : []),
    ...descriptionProblems(body["description"]),
    ...["sensitive", "nullable", "ephemeral"].flatMap((key) =>
      [undefined, true, false, "true", "false"].some((right) => right === body[key])
        ? []
        : [`${key} must be true or false, not ${shown(body[key])}`],
    ),
    ...listIn(validation).flatMap((one) =>
      conditionProblems(one, "validation", isOfVariable, `var.${name}`),
    ),
  ].map((problem) => [`var.${name}`, problem]);
}

/** Instances to wait for, of a resource that has none by an index. */
function waitProblems(document: Json, waits: unknown): readonly string[] {
  return listIn(waits).flatMap((each) => {
    const [, root = "", name = "", index] = /^([a-z]\w*)\.([\w-]+)(\[)?/u.exec(String(each)) ?? [];
    const body = ownValue(objectIn(ownValue(objectIn(document["resource"]), root)), name);
    const isRepeated = ["count", "for_each"].some((by) => by in objectIn(body));
    return index !== undefined && isJsonObject(body) && !isRepeated
      ? [`depends_on: ${root}.${name} has neither count nor for_each, so no index`]
      : [];
  });
}

/** A resource names its provider by a text, a connection is a block: the rest is not looked at. */
function besideProblems(document: Json, body: Json): readonly string[] {
  const { provider, connection } = body;
  const isBlock = typeof (connection ?? {}) === "object";
  return [
    ...(Object.hasOwn(body, "provider") ? providerNameProblems(document, provider) : []),
    ...(isBlock ? [] : [`connection must be a block, not ${shown(connection)}`]),
    ...(listIn(connection).length > 1 ? ["connection stands more than once"] : []),
  ];
}

/** Whether Terraform can make a value of the type of it. */
function isOfType(json: unknown, type: Type): boolean {
  return !("refusal" in attempt(() => converted(fromJson(json), type)));
}

function localProblems(document: Json): readonly Problem[] {
  const names = listIn(document["locals"])
    .flatMap((block) => Object.keys(objectIn(block)))
    .filter((name) => name !== "//");
  return [...new Set(names)].flatMap((name): readonly Problem[] => [
    ...(NAME.test(name) ? [] : [[`local.${name}`, nameRule] as const]),
    ...(names.indexOf(name) === names.lastIndexOf(name)
      ? []
      : [[`local.${name}`, "it is declared more than once"] as const]),
  ]);
}

function resourceProblems(document: Json): readonly Problem[] {
  return Object.entries(objectIn(document["resource"])).flatMap(([type, named]) =>
    Object.entries(objectIn(named)).flatMap(([name, bodies]) => {
      const body = objectIn(listIn(bodies)[0]);
      return [
        ...(NAME.test(name) || name === "//" ? [] : [nameRule]),
        ...orderProblems(body["depends_on"]),
        ...waitProblems(document, body["depends_on"]),
        ...besideProblems(document, body),
      ].map((problem): Problem => [`${type}.${name}`, problem]);
    }),
  );
}
