import { isJsonObject, listIn, objectIn, textIn, type Json } from "../../json/value";
import { NAME, shown } from "./block-arguments";
import { versionProblems } from "./version-constraints";

/** Names that a block of a provider must not use; `for_each` is OpenTofu's, and makes several of one. */
const reserved = "count depends_on for_each lifecycle locals source".split(" ");

/** What no name of a provider has. */
const NO_NAME = /[A-Z._\s]|^$|^-|-$|--/u;

/** Where a provider comes from: a host and a namespace may stand before its name. */
const SOURCE = /^(?:[^\s/]+\/){0,2}[^\s/]+$/u;

const REFERENCE =
  /^\s*(?<name>[\p{ID_Start}_][\p{ID_Continue}-]*)(?:\s*\.\s*(?<alias>[\p{ID_Start}_][\p{ID_Continue}-]*))?\s*$/u;

/**
 * What Terraform refuses of the blocks of providers, by address.
 * @see https://developer.hashicorp.com/terraform/language/block/provider
 */
export function providerBlockProblems(document: Json): readonly (readonly [string, string])[] {
  const blocks = providerBlocks(document);
  const names = [...new Set(blocks.map(([name]) => name))];
  return [
    ...names.flatMap((name) => {
      const aliases = blocks.filter(([each]) => each === name).map(([, { alias }]) => alias);
      const twice = aliases.find((alias, at) => aliases.indexOf(alias) !== at);
      const isTwice = new Set(aliases).size < aliases.length;
      return [
        ...nameProblems(name),
        ...(isTwice ? [`two blocks have ${twice === undefined ? "no alias" : "one alias"}`] : []),
      ].map((problem) => [name, problem] as const);
    }),
    ...blocks.flatMap(([name, body]) =>
      [...blockProblems(body), ...(name === "terraform" ? ofTerraform(body) : [])].map(
        (each) => [name, each] as const,
      ),
    ),
  ].map(([name, problem]) => [`provider.${name}`, problem]);
}

function providerBlocks(document: Json): readonly (readonly [string, Json])[] {
  return listIn(document["provider"]).flatMap((blocks) =>
    Object.entries(objectIn(blocks))
      .filter(([name]) => name !== "//")
      .flatMap(([name, bodies]) => listIn(bodies).map((body) => [name, objectIn(body)] as const)),
  );
}

function nameProblems(name: string): readonly string[] {
  return NO_NAME.test(name)
    ? ["the name of a provider has small letters, digits and single - between them only"]
    : [];
}

/** The provider that Terraform itself has is configured by nothing. */
function ofTerraform(body: Json): readonly string[] {
  return Object.keys(body)
    .filter((name) => name !== "alias" && name !== "//" && !reserved.includes(name))
    .map((name) => `${name}: Terraform has no such argument`);
}

function blockProblems(body: Json): readonly string[] {
  const { alias } = body;
  const isAlias = typeof alias === "string" && NAME.test(alias);
  return [
    ...reserved
      .filter((word) => Object.hasOwn(body, word))
      .map((word) => `${word} is a word of Terraform`),
    ...(isAlias || !Object.hasOwn(body, "alias")
      ? []
      : [`alias must be a name such as hub, not ${shown(alias)}`]),
    ...versionProblems("version", body["version"], false),
  ];
}

/** What is wrong with a provider that a stack requires. */
export function requiredProblems(name: string, wanted: unknown): readonly string[] {
  const { source, version } = isJsonObject(wanted)
    ? wanted
    : { source: undefined, version: wanted };
  const isSource = (source ?? "aws") === "aws" || SOURCE.test(textIn(source) ?? "");
  const isBuiltIn = (source ?? name) === "terraform" || source === "terraform.io/builtin/terraform";
  return [
    ...nameProblems(name),
    ...(isSource ? [] : [`source must be one such as hashicorp/aws, not ${shown(source)}`]),
    ...(isBuiltIn && version !== undefined ? ["version: Terraform itself has this provider"] : []),
    ...versionProblems("version", version, false),
  ];
}

/** What is wrong with how a resource names its provider. */
export function providerNameProblems(document: Json, provider: unknown): readonly string[] {
  const found = REFERENCE.exec(textIn(provider) ?? "")?.groups;
  if (found === undefined) {
    return [`provider must be a name such as aws.eu, not ${shown(provider)}`];
  }
  const { name, alias } = found;
  // An alias of AWS that does not exist is found where the account is asked for.
  const isDeclared =
    alias === undefined ||
    name === "aws" ||
    providerBlocks(document).some(([each, body]) => each === name && body["alias"] === alias);
  return isDeclared ? [] : [`there is no provider ${String(name)}.${alias}`];
}
