import { isJsonObject, listIn, objectIn, shownJson, type Json } from "../../json/value";
import { finding, type Finding } from "../finding";
import type { StackDocument, UnresolvedAttribute } from "./inventory";
import { constantRefusals } from "./constant-refusals";
import { danglingReferences, missingOrder } from "./dangling-references";
import { lifecycleRefusals } from "./lifecycle-refusals";
import { providerRefusals } from "./provider-refusals";
import { settingsRefusals } from "./settings-refusals";
import { StackConstants } from "./stack-constants";
import { StackTypes } from "./stack-types";
import { stackRefusals } from "./stack-refusals";
import type { StackScope } from "./stack-scope";
import { changesStateAlone } from "./state-blocks";

/** What a stack holds that Terraform would refuse, or that may change resources unseen. */
export function stackProblems(
  scope: StackScope,
  unresolved: readonly UnresolvedAttribute[],
): readonly Finding[] {
  const { stack } = scope;
  const constants = new StackConstants(stack.document, stack.folder);
  const types = new StackTypes(stack.document);
  const refused = stackRefusals(stack, constants, types);
  const dangling = danglingReferences(scope, unresolved, refused);
  return [
    ...unknownBlocks(stack),
    ...foreignProviders(stack),
    ...unknownMoves(stack),
    ...provisioners(stack),
    ...unknownProviderSettings(stack),
    ...dangling,
    ...missingOrder(scope),
    ...providerRefusals(scope),
    ...lifecycleRefusals(scope),
    ...refused,
    ...constantRefusals(stack, constants, types, [...refused, ...dangling]),
    ...settingsRefusals(stack),
  ];
}

const knownBlocks = [
  "//",
  "terraform",
  "provider",
  "resource",
  "data",
  "locals",
  "moved",
  "variable",
  "output",
];

/** Blocks that may make or take away resources unseen, such as `module`. */
function unknownBlocks({ name, document }: StackDocument): readonly Finding[] {
  return Object.keys(document)
    .filter((block) => !knownBlocks.includes(block))
    .filter((block) => block !== "check" || !areChecks(document[block]))
    .filter((block) => !changesStateAlone(block, document))
    .map((block) => finding("not-analyzed-block", { stack: name, address: block }, block));
}

/**
 * Whether blocks assert something and do no more: Terraform warns where that is not so, and changes nothing.
 * @see https://developer.hashicorp.com/terraform/language/block/check
 */
function areChecks(blocks: unknown): boolean {
  if (!isJsonObject(blocks)) return false;
  return Object.values(blocks).every((block) => {
    const { assert, ...others } = objectIn(block);
    const asserts = listIn(assert).map(objectIn);
    return (
      Object.keys(others).every((each) => each === "data" || each === "//") &&
      asserts.length > 0 &&
      asserts.every(
        ({ condition, error_message: message, ...more }) =>
          typeof condition === "string" &&
          typeof message === "string" &&
          Object.keys(more).length === 0,
      )
    );
  });
}

/** Where Terraform and OpenTofu find the AWS provider that is analyzed. */
const awsProvider = /^(?:(?:registry\.(?:terraform\.io|opentofu\.org)\/)?hashicorp\/)?aws$/iu;

/** Another program under the name of the AWS provider may do anything. */
function foreignProviders({ name, document }: StackDocument): readonly Finding[] {
  return listIn(document["terraform"])
    .flatMap((settings) => listIn(objectIn(settings)["required_providers"]))
    .flatMap((required) => {
      const { aws } = objectIn(required);
      const source = objectIn(aws)["source"] ?? "hashicorp/aws";
      if (typeof source === "string" && awsProvider.test(source)) return [];
      const address = "terraform.required_providers.aws";
      return [finding("not-analyzed-block", { stack: name, address }, JSON.stringify(source))];
    });
}

/** The same by what a plan or state says of each resource of AWS; older ones may not say it. */
export function foreignPlannedProviders(stack: string, sources: readonly unknown[]): Finding[] {
  const foreign = sources.filter(
    (source) => source !== undefined && !(typeof source === "string" && awsProvider.test(source)),
  );
  const address = "terraform.required_providers.aws";
  return [...new Set(foreign.map(shownJson))].map((source) =>
    finding("not-analyzed-block", { stack, address }, source),
  );
}

const unknownOfProvider = ["endpoints", "forbidden_account_ids", "assume_role_with_web_identity"];

/** Settings of a provider that may take its resources elsewhere, or nowhere. */
export function unknownProviderSettings({ name, document }: StackDocument): readonly Finding[] {
  return Object.entries(objectIn(document["provider"])).flatMap(([type, providers]) =>
    listIn(providers).flatMap((provider) =>
      unknownOfProvider
        .filter((setting) => setting in objectIn(provider))
        .map((setting) =>
          finding("not-analyzed-setting", { stack: name, address: `provider.${type}` }, setting),
        ),
    ),
  );
}

const ADDRESS = /^(?<type>[a-z]\w*)\.[A-Za-z_][\w-]*(?:\[(?:\d+|"[^"]*")\])?$/u;

/**
 * Blocks that move a resource to another address of its stack change nothing that AWS has. One of
 * another shape is not analyzed.
 * @see https://developer.hashicorp.com/terraform/language/block/moved
 */
function unknownMoves({ name, document }: StackDocument): readonly Finding[] {
  return listIn(document["moved"])
    .filter((move) => !isWithinStack(move))
    .map((move) => {
      const should = "it must have a from and a to, both resources of one type in the stack";
      const detail = `${JSON.stringify(move)}; ${should}`;
      return finding("not-analyzed-block", { stack: name, address: "moved" }, detail);
    });
}

function isWithinStack(move: unknown): boolean {
  if (!isJsonObject(move)) return false;
  const { from, to, ...others } = move;
  const type = typeOf(from);
  return Object.keys(others).length === 0 && type !== undefined && type === typeOf(to);
}

function typeOf(address: unknown): string | undefined {
  if (typeof address !== "string" || /^(?:module|data)\./u.test(address)) return undefined;
  return ADDRESS.exec(address)?.groups?.["type"];
}

function runs(stack: string, address: string, names: readonly string[]): Finding {
  return finding("not-analyzed-block", { stack, address }, `provisioner ${names.join(", ")}`);
}

/** Resources that run a command when they are made or destroyed: it may change any other. */
function provisioners({ name: stack, document }: StackDocument): readonly Finding[] {
  return Object.entries(objectIn(document["resource"])).flatMap(([type, resources]) =>
    Object.entries(objectIn(resources)).flatMap(([name, bodies]) => {
      const made = listIn(bodies).flatMap((body) => listIn(objectIn(body)["provisioner"]));
      const names = made.flatMap((provisioner) => Object.keys(objectIn(provisioner)));
      return names.length === 0 ? [] : [runs(stack, `${type}.${name}`, names)];
    }),
  );
}

/** The same in a plan, which holds the configuration that it was made of; a state holds none. */
export function plannedProvisioners(stack: string, plan: Json): readonly Finding[] {
  return inModule(stack, objectIn(objectIn(plan["configuration"])["root_module"]), "");
}

function inModule(stack: string, module: Json, path: string): readonly Finding[] {
  const own = listIn(module["resources"])
    .map(objectIn)
    .flatMap(({ address, provisioners: made }) => {
      const names = listIn(made).map((provisioner) => String(objectIn(provisioner)["type"]));
      return names.length === 0 ? [] : [runs(stack, `${path}${String(address)}`, names)];
    });
  const inner = Object.entries(objectIn(module["module_calls"])).flatMap(([name, call]) =>
    inModule(stack, objectIn(objectIn(call)["module"]), `${path}module.${name}.`),
  );
  return [...own, ...inner];
}
