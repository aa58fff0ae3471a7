import { listIn, objectIn, textIn, type Json } from "../../json/value";
import { finding, type Finding } from "../finding";
import { expressionsOf } from "./block-expressions";
import { analyzedTemplate, mayBeTemplate } from "./hcl";
import type { StackDocument } from "./inventory";
import { addressOf, awaited, dependencies, referencesIn, type Reference } from "./stack-references";
import { templateRefusals } from "./template-refusals";
import { undeclared } from "./undeclared";

/** What Terraform refuses of a stack whatever the provider says: circles, undeclared names, collections, moves. */
export function stackRefusals({ name: stack, document }: StackDocument): readonly Finding[] {
  const all = dependencies(document);
  const refuse = (address: string, problem: string): Finding =>
    finding("terraform-refuses", { stack, address }, problem);
  return [
    ...templateRefusals(document).map(([address, problem]) => refuse(address, problem)),
    ...expressionsOf(document).flatMap(([address, json]) => {
      const problems = referencesIn(json).flatMap((each) => undeclared(document, address, each));
      return [...new Set(problems)].map((problem) => refuse(address, problem));
    }),
    ...[...all]
      .filter(([, references]) => references.some(({ root }) => root === "self"))
      .map(([address]) => refuse(address, "self is of provisioners and connections alone")),
    ...circles(document, all).map((circle) =>
      refuse(
        circle[0] ?? "",
        circle.length === 1 ? "it refers to itself" : `it waits for itself: ${circle.join(", ")}`,
      ),
    ),
    ...collections(document).map(([address, problem]) => refuse(address, problem)),
    ...moves(document).map((problem) => refuse("moved", problem)),
  ];
}

/** Circles of what waits for another, each once; a resource that refers to itself is one. */
function circles(
  document: Json,
  all: ReadonlyMap<string, readonly Reference[]>,
): readonly (readonly string[])[] {
  const next = (address: string): readonly string[] => {
    const [type = "", name = ""] = address.split(".");
    const waits = awaited(objectIn(objectIn(objectIn(document["resource"])[type])[name]));
    const referred = (all.get(address) ?? []).map(addressOf);
    // A resource may name itself in depends_on.
    return [...referred, ...waits.filter((each) => each !== address)].filter((each) =>
      all.has(each),
    );
  };
  const found: (readonly string[])[] = [];
  const done = new Set<string>();
  for (const start of all.keys()) {
    // The way to where the search is, with what is left to look at from each place.
    const way: { readonly address: string; readonly left: string[] }[] = [];
    const on = new Set<string>();
    const enter = (address: string): void => {
      done.add(address);
      on.add(address);
      way.push({ address, left: [...next(address)] });
    };
    if (!done.has(start)) enter(start);
    for (let place = way.at(-1); place !== undefined; place = way.at(-1)) {
      const to = place.left.pop();
      if (to === undefined) {
        on.delete(place.address);
        way.pop();
      } else if (on.has(to)) {
        const addresses = way.map(({ address }) => address);
        found.push(addresses.slice(addresses.indexOf(to)));
      } else if (!done.has(to)) {
        enter(to);
      }
    }
  }
  return found;
}

/** Collections that are neither a map nor a set of texts. */
function collections(document: Json): readonly (readonly [string, string])[] {
  const locals = Object.assign({}, ...listIn(document["locals"]).map(objectIn)) as Json;
  return Object.entries(objectIn(document["resource"])).flatMap(([type, named]) =>
    Object.entries(objectIn(named)).flatMap(([name, body]) => {
      const { for_each: each, count } = objectIn(body);
      const address = `${type}.${name}`;
      const both = each !== undefined && count !== undefined;
      return [
        ...(isNoCollection(each, locals)
          ? ([[address, "for_each must be a map or a set; toset makes one of a list"]] as const)
          : []),
        ...(both ? ([[address, "it has both count and for_each"]] as const) : []),
      ];
    }),
  );
}

function isNoCollection(each: unknown, locals: Json): boolean {
  if (each === null || Array.isArray(each) || typeof each === "number" || typeof each === "boolean")
    return true;
  const text = textIn(each);
  if (text === undefined) return false;
  if (!mayBeTemplate(text)) return true;
  if (/^\$\{\s*tolist\([^()]*\)\s*\}$/u.test(text) || isListExpression(text)) return true;
  const local = /^\$\{\s*local\.([\w-]+)\s*\}$/u.exec(text)?.[1];
  return local !== undefined && Object.hasOwn(locals, local) && Array.isArray(locals[local]);
}

/** Whether a text is one expression that is a list by its form. */
function isListExpression(text: string): boolean {
  const [only, ...others] = analyzedTemplate(text) ?? [];
  if (only === undefined || !("expression" in only) || others.length > 0) return false;
  const { expression } = only;
  return expression.kind === "list" || (expression.kind === "for" && !("key" in expression));
}

function moves(document: Json): readonly string[] {
  const all = listIn(document["moved"]).map(objectIn);
  const declared = (address: unknown): boolean => {
    const [type = "", name = ""] = (textIn(address) ?? "").split(".");
    const named = objectIn(objectIn(document["resource"])[type]);
    const { for_each: each, count } = objectIn(named[name]);
    return Object.hasOwn(named, name) && each === undefined && count === undefined;
  };
  const to = all.map((move) => move["to"]);
  return [
    ...moveCircles(all),
    ...all.flatMap((move, index) => {
      const { from, to: target } = move;
      if (typeof from !== "string" || typeof target !== "string") return [];
      if (from === target) return [`${from} is moved to itself`];
      if (to.indexOf(target) !== index) return [`two resources are moved to ${target}`];
      return declared(from) ? [`${from} is moved, but it is still there`] : [];
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
