import { inPlainSyntax } from "../coverage/inventory/json-syntax";
import type { StackDocument } from "../coverage/inventory";
import { blockLines } from "./hcl/block";
import type { PlacedBlock } from "./placed-block";
import type { ReportAt } from "./report";
import { placedBlocks } from "./sections";

/** The text of each file of a stack, by its name. */
export type StackFiles = ReadonlyMap<string, string>;

/**
 * A stack of Terraform's JSON syntax in HCL, in the files where a reader looks for each block.
 * @param reportAt - takes what cannot be expressed
 */
export function stackFiles(stack: StackDocument, reportAt: ReportAt): StackFiles {
  const plain = inPlainSyntax(stack);
  for (const { address, problem } of plain.problems) reportAt(address)(problem);
  const files = new Map<string, PlacedBlock[]>();
  for (const placed of placedBlocks(plain.stack.document, reportAt)) {
    const others = files.get(placed.file);
    if (others) others.push(placed);
    else files.set(placed.file, [placed]);
  }
  return new Map([...files].map(([file, blocks]) => [file, textOf(blocks)]));
}

/** Blocks of one construct together: a rule, then its target. */
function textOf(blocks: readonly PlacedBlock[]): string {
  const inOrder = [...blocks].sort(({ order: a = "" }, { order: b = "" }) =>
    a === b ? 0 : a < b ? -1 : 1,
  );
  return inOrder.map(({ block }) => `${blockLines(block).join("\n")}\n`).join("\n");
}
