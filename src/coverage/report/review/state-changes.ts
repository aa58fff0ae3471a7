import { objectIn, listIn, textIn, type Json } from "../../../json/value";
import { statePlaceOf, type StackDocument } from "../../inventory";
import { groupBy } from "../groups";
import { counted, firstOf } from "../wording";
import type { OtherChange, Side } from "./side";
import type { StackLosses } from "./stack-losses";

/** What becomes of states, and of the providers that what is in them needs. */
export function stateChanges(base: Side, head: Side, found: StackLosses): readonly OtherChange[] {
  return [
    ...movedStates(base, head, found),
    ...replacedStacks(head, found),
    ...unknownStates(found),
    ...missingProviders(base, head, found),
  ];
}

function documentsOf({ inventory }: Side): ReadonlyMap<string, StackDocument> {
  return new Map((inventory.documents ?? []).map((each) => [each.name, each]));
}

function movedStates(base: Side, head: Side, found: StackLosses): readonly OtherChange[] {
  const after = documentsOf(head);
  const moved = [...documentsOf(base).values()].flatMap((before) => {
    const now = after.get(before.name);
    if (now === undefined) return [];
    const [was, is] = [statePlaceOf(before), statePlaceOf(now)];
    return was.key === is.key ? [] : [{ stack: before.name, was: was.shown, is: is.shown }];
  });
  const [first] = moved;
  if (first === undefined) return [];
  const stacks = moved.map(({ stack }) => stack);
  return [
    {
      text: `The state of ${counted(stacks.length, "stack")} (${firstOf(stacks, 3)}) is kept elsewhere: ${first.is} instead of ${first.was} in ${first.stack}. Unless it is moved there first, Terraform creates everything anew, and fails where AWS has it.`,
      isLoss: stacks.some((stack) => !found.planned.includes(stack) || isUnknown(stack, found)),
    },
  ];
}

function isUnknown(stack: string, { compared, unknownToState }: StackLosses): boolean {
  return (
    unknownToState.some((each) => each.stack === stack) ||
    compared.some(({ loss, heir }) => loss.action === "strand" && heir?.resource.stack === stack)
  );
}

/** A stack that is gone while another one creates what it had. */
function replacedStacks(head: Side, { compared }: StackLosses): readonly OtherChange[] {
  const names = documentsOf(head);
  const gone = compared.filter(
    ({ loss, before }) => loss.action === "strand" && !names.has(before.resource.stack),
  );
  const byStack = [...groupBy(gone, ({ before }) => before.resource.stack)];
  const again = byStack.filter(([, losses]) => losses.some(({ heir }) => heir !== undefined));
  const left = byStack.filter(([, losses]) => losses.every(({ heir }) => heir === undefined));
  const heirs = new Set(
    again.flatMap(([, losses]) => losses.flatMap(({ heir }) => heir?.resource.stack ?? [])),
  );
  const [stacksAgain, stacksLeft] = [again.map(([name]) => name), left.map(([name]) => name)];
  return [
    ...(stacksAgain.length === 0
      ? []
      : [
          {
            text: `${counted(stacksAgain.length, "stack")} (${firstOf(stacksAgain, 3)}) ${stacksAgain.length === 1 ? "is" : "are"} gone, and ${firstOf([...heirs], 3)} would create what they hold from an empty state: the apply fails where AWS has it, and no state knows the old resources any more.`,
            isLoss: true,
          },
        ]),
    ...(stacksLeft.length === 0
      ? []
      : [
          {
            text: `${counted(stacksLeft.length, "stack")} (${firstOf(stacksLeft, 3)}) ${stacksLeft.length === 1 ? "is" : "are"} gone: what ${stacksLeft.length === 1 ? "it holds" : "they hold"} stays in AWS unless destroyed first.`,
            isLoss: false,
          },
        ]),
  ];
}

function unknownStates({ unknownToState }: StackLosses): readonly OtherChange[] {
  return unknownToState.map(({ stack, resources, isEmpty }) => ({
    text: isEmpty
      ? `The state of ${stack} knows nothing of what the base has there: the plan creates all ${counted(resources, "resource")} anew. If they are in AWS, the state is another or lost, and the apply fails.`
      : `The plan of ${stack} creates ${counted(resources, "resource")} that the base has already: the base was not applied yet.`,
    isLoss: isEmpty,
  }));
}

function providersOf(document: Json): ReadonlySet<string> {
  return new Set(
    Object.entries(objectIn(document["provider"])).flatMap(([type, blocks]) =>
      listIn(blocks).map((block) => {
        const alias = textIn(objectIn(block)["alias"]);
        return alias === undefined ? type : `${type}.${alias}`;
      }),
    ),
  );
}

function providerOf(document: Json, address: string): string {
  const [type = "", name = ""] = address.replace(/\[.*$/u, "").split(".");
  const body = objectIn(listIn(objectIn(objectIn(document["resource"])[type])[name])[0]);
  const reference = textIn(body["provider"]) ?? type.split("_")[0] ?? "";
  return reference.replace(/^\$\{(.*)\}$/u, "$1");
}

/** Terraform needs the provider of what it is to destroy. */
function missingProviders(
  base: Side,
  head: Side,
  { compared, planned }: StackLosses,
): readonly OtherChange[] {
  const [before, after] = [documentsOf(base), documentsOf(head)];
  const lost = compared.flatMap(({ loss, before: { resource } }) => {
    const [was, is] = [before.get(resource.stack), after.get(resource.stack)];
    if (loss.action !== "destroy" || !was || !is || planned.includes(resource.stack)) return [];
    const provider = providerOf(was.document, resource.address);
    return providersOf(is.document).has(provider) ? [] : [{ stack: resource.stack, provider }];
  });
  if (lost.length === 0) return [];
  const stacks = [...new Set(lost.map(({ stack }) => stack))];
  const providers = [...new Set(lost.map(({ provider }) => provider))];
  const one = providers.length === 1;
  const gone = `the ${one ? "provider" : "providers"} ${firstOf(providers, 3)} ${one ? "is" : "are"} gone`;
  const held = `${counted(lost.length, "resource")} of ${one ? "it" : "them"} ${lost.length === 1 ? "is" : "are"}`;
  return [
    {
      text: `No plan can be made of ${firstOf(stacks, 3)}: ${gone} while ${held} in the state ("Provider configuration not present"). Keep ${one ? "the provider" : "the providers"} until they are destroyed: retiredRegions does so.`,
      isLoss: true,
    },
  ];
}
