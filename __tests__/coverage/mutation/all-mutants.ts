import type { StackDocument } from "../../../src/coverage";
import { attributeMutants, removalMutant } from "./attribute-mutants";
import { originals, type Mutant, type Original } from "./mutant";
import { policyMutants } from "./policy-mutants";
import { aliasMutants, providerMutants } from "./provider-mutants";

/** What a resource belonged to, where nothing refers to it when it is gone. */
function ownersOf(original: Original): readonly string[] {
  const { rule, event_bus_name: bus, topic_arn: topic } = original.body;
  return [rule, bus, topic].flatMap((reference) => {
    const address = /^\$\{([\w-]+\.[\w-]+)\./u.exec(
      typeof reference === "string" ? reference : "",
    )?.[1];
    return address === undefined ? [] : [address];
  });
}

/** Every mutant of the stacks. */
export function allMutants(stacks: readonly StackDocument[]): readonly Mutant[] {
  const documents = new Map(stacks.map(({ name, document }) => [name, document]));
  return [
    ...stacks.flatMap(providerMutants),
    ...originals(stacks).flatMap((original) => [
      removalMutant(original, ownersOf(original)),
      ...attributeMutants(original),
      ...policyMutants(original),
      ...aliasMutants(original, documents.get(original.stack) ?? {}),
    ]),
  ];
}
