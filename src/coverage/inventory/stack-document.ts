import type { Json } from "../../json/value";

/** The Terraform of one stack, in JSON syntax. */
export interface StackDocument {
  readonly name: string;
  /** What its files hold, as parsed JSON. */
  readonly document: Json;
  /** Folder that holds its files. @default - it was not read from a folder */
  readonly folder?: string;
}
