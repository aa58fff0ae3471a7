import type { Block } from "./hcl/block";

/** A block, and the file of its stack that it stands in. */
export interface PlacedBlock {
  readonly file: string;
  readonly block: Block;
  /** Where it stands among others of its file. @default - where the document has it */
  readonly order?: string;
}
