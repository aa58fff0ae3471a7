import { listIn, objectIn, ownValue, textIn, type Json } from "../../json/value";
import { isMapping } from "./constants";
import type { StackConstants } from "./stack-constants";

/**
 * What Terraform refuses of blocks that move resources.
 * @see https://developer.hashicorp.com/terraform/language/block/moved
 */
export function moveProblems(document: Json, constants: StackConstants): readonly string[] {
  const all = listIn(document["moved"]).map(objectIn);
  const [from, to] = ["from", "to"].map((end) => all.map((move) => move[end]));
  return [
    ...moveCircles(all),
    ...all.flatMap((move, index) => {
      const { from: source, to: target } = move;
      if (typeof source !== "string" || typeof target !== "string") return [];
      if (source === target) return [`${source} is moved to itself`];
      if (to?.indexOf(target) !== index) return [`two resources are moved to ${target}`];
      if (from?.indexOf(source) !== index) return [`${source} is moved to two places`];
      return isDeclared(document, constants, source)
        ? [`${source} is moved, but it is still there`]
        : [];
    }),
  ];
}

/** Moves that lead back to where they begin, each once. */
function moveCircles(all: readonly Json[]): readonly string[] {
  const next = new Map(all.map(({ from, to }) => [textIn(from) ?? "", textIn(to) ?? ""]));
  const done = new Set<string>();
  return [...next.keys()].flatMap((start) => {
    const way = new Set<string>();
    for (let at: string | undefined = start; at !== undefined; at = next.get(at)) {
      if (way.has(at)) {
        const circle = [...way].slice([...way].indexOf(at));
        // A move to itself is said by itself.
        return circle.length > 1 ? [`moves in a circle: ${circle.join(", ")}`] : [];
      }
      if (done.has(at)) return [];
      done.add(at);
      way.add(at);
    }
    return [];
  });
}

/** Whether a stack has a resource, or an instance of one, at an address. */
function isDeclared(document: Json, constants: StackConstants, address: string): boolean {
  const [, type = "", name = "", index, key] =
    /^([\w-]+)\.([\w-]+)(?:\[(?:(\d+)|"([^"]*)")\])?$/u.exec(address) ?? [];
  const named = objectIn(ownValue(objectIn(document["resource"]), type));
  if (!Object.hasOwn(named, name)) return false;
  const { for_each: each, count } = objectIn(named[name]);
  if (index !== undefined) {
    const number = count === undefined ? 0 : constants.value(count);
    return typeof number === "number" && Number(index) < number;
  }
  if (key !== undefined) {
    const collection = each === undefined ? undefined : constants.value(each);
    return isMapping(collection) && collection.entries.has(key);
  }
  return each === undefined && count === undefined;
}
