import type { Io } from "./io";

/** Shows what takes so long. */
export interface Progress {
  /** What is done now; `done` of `total` where that is known. */
  readonly stage: (what: string, done?: number, total?: number) => void;
  /** Takes the line away. */
  readonly end: () => void;
}

const clearLine = "\r\u001B[2K";
const shownAfter = 1000;
const drawnEvery = 100;

/** Progress on standard error, where that is a terminal and the work takes over a second. */
export function startProgress({ errIsTerminal, err, now }: Io): Progress {
  const start = now();
  let drawn: number | undefined;
  return {
    stage: (what, done, total) => {
      const time = now();
      if (!errIsTerminal || time - start < shownAfter) return;
      if (done !== undefined && drawn !== undefined && time - drawn < drawnEvery) return;
      drawn = time;
      const count = done === undefined || total === undefined ? "" : ` ${done} of ${total}`;
      err(`${clearLine}${what}…${count}`);
    },
    end: () => {
      if (drawn !== undefined) err(clearLine);
      drawn = undefined;
    },
  };
}
