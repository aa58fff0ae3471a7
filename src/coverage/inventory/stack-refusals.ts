import { objectIn, type Json } from "../../json/value";
import { finding, type Finding } from "../finding";
import { expressionsOf } from "./block-expressions";
import type { StackDocument } from "./inventory";
import { repetitionProblems } from "./repetition-refusals";
import type { StackConstants } from "./stack-constants";
import { moveProblems } from "./move-refusals";
import type { StackTypes } from "./stack-types";
import { addressOf, awaited, dependencies, referencesIn, type Reference } from "./stack-references";
import { templateRefusals } from "./template-refusals";
import { undeclared } from "./undeclared";

/** What Terraform refuses of a stack whatever the provider says: circles, undeclared names, collections, moves. */
export function stackRefusals(
  { name: stack, document }: StackDocument,
  constants: StackConstants,
  types: StackTypes,
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
    ...[...all, ...checked(document)]
      .filter(([, references]) => references.some(({ root }) => root === "self"))
      .map(([address]) => refuse(address, "self is of provisioners and connections alone")),
    ...circles(document, all).map((circle) =>
      refuse(
        circle[0] ?? "",
        circle.length === 1 ? "it refers to itself" : `it waits for itself: ${circle.join(", ")}`,
      ),
    ),
    ...repetitionProblems(document, constants, types).map(([address, problem]) =>
      refuse(address, problem),
    ),
    ...moveProblems(document, constants).map((problem) => refuse("moved", problem)),
  ];
}

/** What checks and validations refer to, by address. */
function checked(document: Json): readonly (readonly [string, readonly Reference[]])[] {
  return expressionsOf(document)
    .filter(([address]) => /^(?:check|var)\./u.test(address))
    .map(([address, json]) => [address, referencesIn(json)] as const);
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
