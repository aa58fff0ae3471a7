/** What AWS finds wrong with a generated document. */
export interface DocumentProblem {
  /** Stack and address of the first resource that has it. */
  readonly resource: string;
  /** How many others have it. */
  readonly others: number;
  readonly problem: string;
  /** What AWS advises, or a page. @default - nothing */
  readonly page?: string;
}
