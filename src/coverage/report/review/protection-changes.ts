import { canonical } from "../../../json/canonical";
import { listIn, objectIn, type Json } from "../../../json/value";
import { statePlaceOf, type StackDocument } from "../../inventory";
import { resourceBodies } from "../../inventory/block-expressions";
import { stateSettingsOf } from "../../inventory/shared-states";
import { counted, firstOf } from "../wording";
import type { OtherChange, Side } from "./side";

/** What protects resources, states and what is recorded. */
export function protectionChanges(base: Side, head: Side): readonly OtherChange[] {
  return [...unprotected(base, head), ...stateSettings(base, head), ...notValidated(base, head)];
}

/** @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html */
function notValidated(base: Side, head: Side): readonly OtherChange[] {
  const trails = (side: Side, isValidated: boolean) =>
    side
      .written("aws_cloudtrail")
      .filter((trail) => side.isNearThePath(trail))
      .filter(({ resource: { attributes } }) => {
        const value = attributes["enable_log_file_validation"];
        return (value === true || value === "true") === isValidated;
      })
      .flatMap(({ name }) => name ?? []);
  const before = trails(base, true);
  const lost = trails(head, false).filter((name) => before.includes(name));
  if (lost.length === 0) return [];
  return [
    {
      text: `The log files of the trail ${firstOf(lost, 3)} are not validated any more: nothing shows that one was changed or deleted.`,
      isLoss: true,
    },
  ];
}

/** Addresses that `prevent_destroy` protects, and of all resources, with their stacks. */
function addressesOf({ inventory }: Side, isMeant: (body: Json) => boolean): readonly string[] {
  return (inventory.documents ?? []).flatMap(({ name: stack, document }) =>
    resourceBodies(document)
      .filter(([, body]) => isMeant(body))
      .map(([address]) => `${stack} ${address}`),
  );
}

function isProtected(body: Json): boolean {
  return String(objectIn(listIn(body["lifecycle"])[0])["prevent_destroy"]) === "true";
}

function unprotected(base: Side, head: Side): readonly OtherChange[] {
  const still = new Set(addressesOf(head, isProtected));
  const there = new Set(addressesOf(head, () => true));
  const lost = addressesOf(base, isProtected).filter(
    (address) => there.has(address) && !still.has(address),
  );
  if (lost.length === 0) return [];
  return [
    {
      text: `Terraform may destroy ${counted(lost.length, "resource")} from now on that prevent_destroy protected: ${firstOf(lost, 3)}.`,
      isLoss: false,
    },
  ];
}

/** Other settings of a state that stays where it is; their values may be secrets. */
function stateSettings(base: Side, head: Side): readonly OtherChange[] {
  const after = new Map((head.inventory.documents ?? []).map((each) => [each.name, each]));
  const names = new Set<string>();
  const stacks = (base.inventory.documents ?? []).filter((before) => {
    const now = after.get(before.name);
    if (now === undefined || statePlaceOf(now).key !== statePlaceOf(before).key) return false;
    const found = differentSettings(before, now);
    for (const name of found) names.add(name);
    return found.length > 0;
  });
  if (stacks.length === 0) return [];
  return [
    {
      text: `The state of ${counted(stacks.length, "stack")} stays where it is, with another ${firstOf([...names].sort(), 5)}: terraform init -reconfigure takes the new settings.`,
      isLoss: false,
    },
  ];
}

function differentSettings(before: StackDocument, after: StackDocument): readonly string[] {
  const [was, is] = [stateSettingsOf(before), stateSettingsOf(after)];
  return [...new Set([...Object.keys(was), ...Object.keys(is)])].filter(
    (name) => canonical(was[name] ?? null) !== canonical(is[name] ?? null),
  );
}
