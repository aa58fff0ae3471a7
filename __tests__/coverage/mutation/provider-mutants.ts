import type { StackDocument } from "../../../src/coverage";
import { bodyMutant, type Mutant, type MutableJson, type Original } from "./mutant";

function providersOf(document: MutableJson): MutableJson[] {
  return (document["provider"] as { readonly aws: MutableJson[] }).aws;
}

/** Each provider's alias, region and account broken in turn. */
export function providerMutants(stack: StackDocument): readonly Mutant[] {
  return providersOf(stack.document as MutableJson).flatMap((provider, index) => {
    const inProvider = (change: string, apply: (block: MutableJson) => void): Mutant => ({
      stack: stack.name,
      address: `aws.${String(provider["alias"])}`,
      change: `provider ${change}`,
      neighbours: [],
      apply: (document) => {
        const block = providersOf(document)[index];
        if (block) apply(block);
      },
    });
    const set = (name: string, value: unknown): Mutant =>
      inProvider(`${name} = ${JSON.stringify(value)}`, (block) => {
        block[name] = value;
      });
    return [
      inProvider("removed", (block) => {
        block["alias"] = "removed";
      }),
      set("region", "ap-south-1"),
      set("region", "nowhere-1"),
      set("region", "${var.region}"),
      set("allowed_account_ids", ["999999999999"]),
      set("allowed_account_ids", []),
      ...(provider["assume_role"] === undefined
        ? []
        : [set("assume_role", [{ role_arn: "arn:aws:iam::999999999999:role/x" }])]),
      inProvider("of another account", (block) => {
        block["allowed_account_ids"] = ["999999999999"];
        if (block["assume_role"]) {
          block["assume_role"] = [{ role_arn: "arn:aws:iam::999999999999:role/x" }];
        }
      }),
    ];
  });
}

/** Each resource given the provider of another region, and one that is not there. */
export function aliasMutants(
  original: Original,
  document: StackDocument["document"],
): readonly Mutant[] {
  const aliases = providersOf(document as MutableJson).map(({ alias }) => `aws.${String(alias)}`);
  const others = aliases.filter((alias) => alias !== original.body["provider"]).slice(0, 1);
  return [...others, "aws.nowhere", undefined].map((alias) =>
    bodyMutant(original, `provider of the resource ${alias ?? "removed"}`, (body) => {
      if (alias === undefined) Reflect.deleteProperty(body, "provider");
      else body["provider"] = alias;
    }),
  );
}
