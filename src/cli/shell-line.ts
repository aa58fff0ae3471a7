/** A program and its arguments. */
export type Call = readonly string[];

/** One argument of a call, as a shell takes it. */
function shellWord(argument: string): string {
  return /^[\w@%+=:,./-]+$/u.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}

/** A call as a line that a shell runs. */
export function shellLine(call: Call): string {
  return call.map(shellWord).join(" ");
}
