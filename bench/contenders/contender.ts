import type { Size } from "../organization";

/** Who synthesizes: this package, cdktf without it, or nothing but JSON. */
export type ContenderName = "library" | "app" | "bare" | "plain-json";

/** What a contender is to write, and where. */
export interface Job extends Size {
  readonly contender: ContenderName;
  /** Folder to write to. */
  readonly outdir: string;
  /** What this package wrote for the same size, for those who copy it. */
  readonly reference: string;
}

/** What is ready to run once modules are loaded and the input is read. */
export interface Prepared {
  /** Milliseconds that loading of modules took besides the contender's own. */
  readonly importMs: number;
  /** Writes the stacks: what is timed. */
  readonly synthesize: () => void;
}

/** What each module of a contender exports. */
export interface Contender {
  readonly prepare: (job: Job) => Prepared;
}
