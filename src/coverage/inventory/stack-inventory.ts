import { finding, type Finding } from "../finding";
import type { Inventory, Resource, UnresolvedAttribute } from "./inventory";
import { listIn, objectIn } from "../../json/value";
import { formerAddresses, unknownMoves } from "./moved-blocks";
import { provisioners } from "./provisioners";
import { sharedStates } from "./shared-states";
import type { StackDocument } from "./stack-document";
import { StackScope } from "./stack-scope";
import { isList, isUnresolved, type Unresolved, type Value } from "./value";

/** The inventory of stacks given as parsed Terraform JSON. */
export function inventoryOfStacks(stacks: readonly StackDocument[]): Inventory {
  const found = stacks.map(readStack);
  return {
    stacks: stacks.map(({ name }) => name).sort(),
    resources: found.flatMap(({ resources }) => resources),
    unresolved: found.flatMap((stack) => stack.unresolved),
    problems: [...found.flatMap(({ problems }) => problems), ...sharedStates(stacks)],
  };
}

type StackInventory = Pick<Inventory, "resources" | "unresolved" | "problems">;

function readStack(document: StackDocument): StackInventory {
  const scope = new StackScope(document);
  const stack = document.name;
  const former = formerAddresses(document);
  const resources = scope.instances.map((instance): Resource => {
    const { type, address, place } = instance;
    const attributes = scope.attributes(instance);
    const formerAddress = former.get(address);
    return {
      stack,
      address,
      type,
      account: place.account,
      region: place.region,
      attributes,
      ...(formerAddress !== undefined && { formerAddress }),
    };
  });
  const outputs = Object.entries(objectIn(document.document["output"])).map(
    ([name, output]) => [`output.${name}`, scope.resolve(objectIn(output)["value"])] as const,
  );
  const unresolved = [
    ...resources.flatMap((resource) => unresolvedIn(resource)),
    ...outputs.flatMap(([address, value]) =>
      unresolvedValues(value, "value").map(([attribute, lost]): UnresolvedAttribute => ({
        stack,
        address,
        attribute,
        value: lost,
      })),
    ),
  ];
  return {
    resources,
    unresolved,
    problems: [
      ...unknownBlocks(document),
      ...unknownMoves(document),
      ...provisioners(document),
      ...unknownProviderSettings(document),
      ...dangling(unresolved),
      ...missingOrder(scope),
    ],
  };
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

/** Blocks that may make or take away resources unseen, such as `module` and `removed`. */
function unknownBlocks({ name, document }: StackDocument): readonly Finding[] {
  return Object.keys(document)
    .filter((block) => !knownBlocks.includes(block))
    .map((block) => finding("not-analyzed-block", { stack: name, address: block }, block));
}

const unknownOfProvider = ["endpoints", "forbidden_account_ids", "assume_role_with_web_identity"];

/** Settings of a provider that may take its resources elsewhere, or nowhere. */
function unknownProviderSettings({ name, document }: StackDocument): readonly Finding[] {
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

/** Every attribute of a resource that is not known, its place first. */
export function unresolvedIn(resource: Resource): readonly UnresolvedAttribute[] {
  const { stack, address, account, region } = resource;
  // An unknown account is behind every unknown ARN: named once, it is enough.
  const place = [account, region].filter(isUnresolved).slice(0, 1);
  const lost =
    place.length > 0
      ? place.map((value) => ["provider", value] as const)
      : Object.entries(resource.attributes).flatMap(([name, value]) =>
          unresolvedValues(value, name),
        );
  return lost.map(([attribute, value]) => ({ stack, address, attribute, value }));
}

function unresolvedValues(value: Value, path: string): readonly (readonly [string, Unresolved])[] {
  if (isUnresolved(value)) return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  const parts: readonly (readonly [string, Value])[] = isList(value)
    ? value.map((item, index) => [String(index), item] as const)
    : Object.entries(value);
  return parts.flatMap(([name, part]) => unresolvedValues(part, `${path}.${name}`));
}

/** What Terraform itself would refuse. */
export function dangling(unresolved: readonly UnresolvedAttribute[]): readonly Finding[] {
  const seen = new Set<string>();
  // What is made of the attribute, such as an ARN, is lost for the same reason.
  const isFirst = ({ stack, address, value }: UnresolvedAttribute): boolean => {
    const key = JSON.stringify([stack, address, value.reason]);
    return !seen.has(key) && seen.add(key).size > 0;
  };
  return unresolved
    .filter(({ value }) => value.dangling)
    .filter(isFirst)
    .map(({ stack, address, attribute, value }) =>
      finding("reference-dangling", { stack, address }, `${attribute}: ${value.reason}`),
    );
}

function missingOrder(scope: StackScope): readonly Finding[] {
  return scope.instances.flatMap(({ address, body }) =>
    listIn(body["depends_on"])
      .map(String)
      .filter((wanted) => !/^(data|module)\./u.test(wanted) && !scope.has(wanted))
      .map((wanted) =>
        finding(
          "reference-dangling",
          { stack: scope.stack.name, address },
          `depends_on names ${wanted}`,
        ),
      ),
  );
}
