import { listIn, objectIn, textIn, type Json } from "../../json/value";
import { finding, type Finding } from "../finding";
import { expressionsOf } from "./block-expressions";
import type { StackDocument } from "./inventory";
import { repetitionProblems } from "./repetition-refusals";
import type { StackConstants } from "./stack-constants";
import { addressOf, awaited, dependencies, referencesIn, type Reference } from "./stack-references";
import { templateRefusals } from "./template-refusals";
import { undeclared } from "./undeclared";

/** What Terraform refuses of a stack whatever the provider says: circles, undeclared names, collections, moves. */
export function stackRefusals(
  { name: stack, document }: StackDocument,
  constants: StackConstants,
): readonly Finding[] {
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
    ...repetitionProblems(document, constants).map(([address, problem]) =>
      refuse(address, problem),
    ),
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
