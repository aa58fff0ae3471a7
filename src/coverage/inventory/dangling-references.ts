import { bodiesOf } from "./block-expressions";
import { listIn, objectIn } from "../../json/value";
import { finding, type Finding } from "../finding";
import { isOutsideAws } from "../resource-types";
import { expressionsOf } from "./block-expressions";
import type { StackDocument, UnresolvedAttribute } from "./inventory";
import { referencesIn } from "./stack-references";
import type { StackScope } from "./stack-scope";
import { hasLocal, missingResource } from "./undeclared";
import { unresolvedValues } from "./unresolved-values";

/**
 * References to what does not exist, each once: of attributes, and of what no alert depends on, for
 * Terraform refuses the whole stack.
 * @param refused - what is said already
 */
export function danglingReferences(
  scope: StackScope,
  unresolved: readonly UnresolvedAttribute[],
  refused: readonly Finding[],
): readonly Finding[] {
  const lost = dangling(unresolved);
  const addresses = (found: readonly Finding[]): ReadonlySet<string> =>
    new Set(found.map(({ resource }) => resource?.address.replace(/\[.*$/u, "") ?? ""));
  const missing = missingResources(scope.stack, addresses(lost));
  const said = addresses([...refused, ...missing]);
  // What reads a lost value is lost for the same reason.
  const reasons = new Set(unresolved.map(({ value }) => value.reason));
  const elsewhere = dangling(
    outsideAws(scope).filter(({ value }) => !reasons.has(value.reason)),
  ).filter(({ resource }) => !said.has(resource?.address.replace(/\[.*$/u, "") ?? ""));
  return [...lost, ...missing, ...elsewhere];
}

/** Resources and data sources that a block names, where nothing is said of it yet. */
function missingResources(
  { name: stack, document }: StackDocument,
  said: ReadonlySet<string>,
): readonly Finding[] {
  const found = expressionsOf(document)
    .filter(([address]) => !said.has(address))
    .flatMap(([address, json]) =>
      referencesIn(json).flatMap((each) => {
        const missing = missingResource(document, each);
        return missing === undefined ? [] : [JSON.stringify([address, missing])];
      }),
    );
  return [...new Set(found)].map((each) => {
    // Edge: written just now.
    const [address, missing] = JSON.parse(each) as [string, string];
    const detail = `there is no ${missing} in the stack`;
    return finding("reference-dangling", { stack, address }, detail);
  });
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

/** What is not known of resources outside of AWS, and of local values. */
function outsideAws(scope: StackScope): readonly UnresolvedAttribute[] {
  const { name: stack, document } = scope.stack;
  const outside = scope.instances
    .filter(({ type }) => isOutsideAws(type))
    .map((instance) => [instance.address, scope.attributes(instance)] as const);
  const locals = listIn(document["locals"])
    .flatMap((block) => Object.entries(objectIn(block)))
    .filter(([name]) => name !== "//")
    .map(([name, value]) => [`local.${name}`, scope.resolve(value)] as const);
  return [...outside, ...locals].flatMap(([address, value]) =>
    unresolvedValues(value, "value").map(([attribute, unknown]) => ({
      stack,
      address,
      attribute,
      value: unknown,
    })),
  );
}

/** Addresses of `depends_on` that do not exist. */
export function missingOrder(scope: StackScope): readonly Finding[] {
  const { document } = scope.stack;
  const isThere = (wanted: string): boolean => {
    const [root = "", first = "", second = ""] = wanted.replace(/\[.*$/u, "").split(".");
    if (root === "data") return Object.hasOwn(objectIn(objectIn(document["data"])[first]), second);
    // Both are whole objects, for which Terraform may wait.
    if (root === "var") return Object.hasOwn(objectIn(document["variable"]), first);
    if (root === "local") return hasLocal(document, first);
    if (root === "module") return Object.hasOwn(objectIn(document["module"]), first);
    return root === "path" || scope.has(wanted);
  };
  const others = [
    ...bodiesOf(document).filter(([address]) => address.startsWith("data.")),
    ...Object.entries(objectIn(document["output"])).map(
      ([name, body]) => [`output.${name}`, objectIn(body)] as const,
    ),
  ].map(([address, body]) => ({ address, body }));
  return [...scope.instances, ...others].flatMap(({ address, body }) =>
    listIn(body["depends_on"])
      .filter((wanted) => typeof wanted === "string")
      .map((wanted) => wanted.trim())
      .filter((wanted) => !isThere(wanted))
      .map((wanted) =>
        finding(
          "reference-dangling",
          { stack: scope.stack.name, address },
          `depends_on names ${wanted}`,
        ),
      ),
  );
}
