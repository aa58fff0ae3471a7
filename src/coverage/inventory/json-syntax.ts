import { isJsonObject, type Json } from "../../json/value";
import type { StackDocument } from "./inventory";

/** Something that Terraform's JSON syntax wants otherwise. */
export interface ShapeProblem {
  /** Address of the block, as far as it is known. */
  readonly address: string;
  readonly problem: string;
}

type Report = (address: string, problem: string) => void;

/**
 * A stack with the blocks that have labels in one form: an object for each label, one body for each
 * resource, a list for each provider. Terraform takes arrays at each level, whose members add up.
 * @see https://developer.hashicorp.com/terraform/language/syntax/json#nested-block-mapping
 */
export function inPlainSyntax(stack: StackDocument): {
  readonly stack: StackDocument;
  readonly problems: readonly ShapeProblem[];
} {
  const problems: ShapeProblem[] = [];
  const report: Report = (address, problem) => problems.push({ address, problem });
  const document = Object.fromEntries(
    Object.entries(stack.document).map(([name, value]) => [name, plain(name, value, report)]),
  );
  return { stack: { ...stack, document }, problems };
}

function plain(name: string, value: unknown, report: Report): unknown {
  switch (name) {
    case "resource":
      return byLabel(value, name, "type", report, (named, type) =>
        byLabel(named, type, "name", report, (body, label) =>
          plainResource(body, `${type}.${label}`, report),
        ),
      );
    case "data":
      return byLabel(value, name, "type", report, (named, type) =>
        byLabel(named, `data.${type}`, "name", report, (body, label) =>
          oneBlock(body, `data.${type}.${label}`, report),
        ),
      );
    case "provider":
      return byLabel(value, name, "name", report, (body, label) =>
        blocksIn(body, `provider.${label}`, report),
      );
    case "variable":
    case "output":
      return byLabel(value, name, "name", report, (body, label) =>
        oneBlock(body, `${name}.${label}`, report),
      );
    default:
      return value;
  }
}

/** The members of an object, or of all objects of an array, by their names. */
function byLabel<T>(
  value: unknown,
  address: string,
  what: string,
  report: Report,
  read: (value: unknown, label: string) => T | undefined,
): Readonly<Record<string, T>> {
  const groups = new Map<string, unknown[]>();
  for (const [label, each] of membersOf(value, address, report)) {
    groups.set(label, [...(groups.get(label) ?? []), each]);
  }
  if (groups.size === 0) report(address, `it is empty, a ${what} is missing`);
  return Object.fromEntries(
    [...groups].flatMap(([label, values]): readonly (readonly [string, T])[] => {
      // Members of one name add up like those of an array.
      const found = read(values.length === 1 ? values[0] : values.flat(), label);
      return found === undefined ? [] : [[label, found]];
    }),
  );
}

function membersOf(
  value: unknown,
  address: string,
  report: Report,
): readonly (readonly [string, unknown])[] {
  if (value === null) return [];
  return partsOf(value).flatMap((part) => {
    if (isJsonObject(part)) return Object.entries(part);
    report(address, `it has ${kindOf(part)} where an object must be`);
    return [];
  });
}

/** Blocks, each an object or an array of objects whose members add up. */
function blocksIn(value: unknown, address: string, report: Report): readonly Json[] {
  if (value === null) return [];
  return partsOf(value).map((part) => {
    const members = membersOf(part, address, report);
    const names = members.map(([name]) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) report(address, `${twice} stands twice`);
    return Object.fromEntries(members);
  });
}

function oneBlock(value: unknown, address: string, report: Report): Json | undefined {
  const [first, ...others] = blocksIn(value, address, report);
  if (others.length > 0) report(address, "it stands twice");
  return first;
}

/** The body of a resource; what has labels inside it stands by these too. */
function plainResource(value: unknown, address: string, report: Report): Json | undefined {
  const body = oneBlock(value, address, report);
  return (
    body &&
    Object.fromEntries(
      Object.entries(body).map(([name, inner]) => {
        if (name !== "dynamic" && name !== "provisioner") return [name, inner];
        const blocks = byLabel(
          inner,
          address,
          name === "dynamic" ? "name" : "type",
          report,
          (each) => blocksIn(each, address, report),
        );
        return [name, blocks];
      }),
    )
  );
}

function partsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [value];
}

function kindOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "an array" : `a ${typeof value}`;
}
