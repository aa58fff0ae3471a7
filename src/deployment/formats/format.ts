import type { DeploymentOrder } from "../deployment-order";

/** What an engine is to do with each stack. */
export type Action = "plan" | "apply";

/** How an engine is told of the stacks and their order. */
export interface Format {
  /** Name of the engine. */
  readonly name: string;
  /** What it writes, and where that belongs, in a line. */
  readonly summary: string;
  /**
   * The text of the engine's file. @throws UnusableInputError for an order that the engine cannot keep
   */
  readonly write: (order: DeploymentOrder, action: Action) => string;
}

/** First line of each file that people read. */
export const writtenBy = (format: string): string =>
  `Written by signin-alerts matrix --format ${format}, from the generated Terraform. Do not edit.`;
