import type { Io } from "../../src/cli/io";

/** No time passes, and nobody interrupts. */
export const noWaiting: Pick<Io, "wait" | "interruption"> = {
  wait: () => Promise.resolve(),
  interruption: () => ({ signal: new AbortController().signal, end: () => undefined }),
};
