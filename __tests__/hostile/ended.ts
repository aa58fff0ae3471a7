import { openTerraform } from "../../src/cli/open-terraform";
import { run } from "../../src/cli/run";
import { noWaiting } from "../cli/no-waiting";

/** How a command ended. */
export interface Ended {
  readonly code: number;
  readonly written: string;
}

/** Runs the command as a process would, in this one; a crash throws. */
export async function ended(argv: readonly string[]): Promise<Ended> {
  let written = "";
  const write = (text: string): void => {
    written += text;
  };
  const io = {
    out: write,
    err: write,
    outIsTerminal: false,
    errIsTerminal: false,
    env: {},
    now: () => 0,
    ...noWaiting,
    input: () => "",
  };
  const code = await run(argv, io, openTerraform);
  return { code, written };
}

/** What a program says of its own bugs, and no person of an input. */
export const crash =
  /^\s+at |TypeError|RangeError|ReferenceError|is not a function|is not iterable|cannot read propert|\[object Object\]|call stack/imu;
