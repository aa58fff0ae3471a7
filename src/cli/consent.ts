import { UnusableInputError } from "../json/read-json";
import type { Io } from "./io";

/**
 * Asks before something is done on AWS; `--yes` answers in advance.
 * @param what - a sentence that says what will be done
 * @throws UnusableInputError where the answer is not yes, or nobody can be asked: nothing is done then
 */
export async function requireConsent(
  what: string,
  isGiven: boolean,
  { openTerminal }: Io,
): Promise<void> {
  if (isGiven) return;
  if (openTerminal === undefined) {
    throw new UnusableInputError(
      `nothing was done: there is no terminal to ask for confirmation; give --yes (${what})`,
    );
  }
  const terminal = openTerminal();
  try {
    const answer = await terminal.ask(`${what} Go on? [y/N] `);
    if (!/^y(?:es)?$/iu.test(answer.trim())) throw new UnusableInputError("nothing was done");
  } finally {
    terminal.close();
  }
}
