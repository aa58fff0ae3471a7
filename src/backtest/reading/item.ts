/** What stands in a file, and the line where it begins, from 1. */
export interface Item {
  readonly line: number;
  /** Text of one JSON value; absent where what stands there cannot be one. */
  readonly text?: string;
  /** Why it cannot be read; absent where there is a text. */
  readonly broken?: string;
}

/** Takes a text piece by piece, and gives what ended in each. */
export interface Splitter {
  readonly push: (text: string) => readonly Item[];
  /** What is left at the end. */
  readonly end: () => readonly Item[];
}

/** Characters of the longest value that is read: a record of CloudTrail has at most 256 KB. */
export const longestItem = 4 * 1024 * 1024;

/** What is said of a value that is longer. */
export const tooLong = "longer than any record of CloudTrail: over 4 million characters";
