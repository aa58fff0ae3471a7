import { parseArgs } from "node:util";
import { regionCounts } from "./organization";

/** What is to be measured. */
export interface Options {
  readonly accounts: readonly number[];
  readonly regions: readonly number[];
  /** How often short runs are repeated. */
  readonly repetitions: number;
  /** Whether ts-node is installed, in a temporary folder, and measured. */
  readonly tsNode: boolean;
  /** Whether the results go into bench/README.md. */
  readonly write: boolean;
}

function numbers(text: string, option: string, allowed: (value: number) => boolean): number[] {
  const values = text.split(",").map(Number);
  const wrong = values.find((value) => !Number.isInteger(value) || value < 1 || !allowed(value));
  if (wrong !== undefined) throw new RangeError(`--${option} ${text}: ${wrong} cannot be measured`);
  return [...new Set(values)].sort((a, b) => a - b);
}

/** Reads the command line. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      accounts: { type: "string" },
      regions: { type: "string" },
      quick: { type: "boolean", default: false },
      write: { type: "boolean", default: false },
    },
  });
  const { quick, write } = values;
  const accounts = values.accounts ?? (quick ? "1,10" : "1,10,100,1000");
  return {
    accounts: numbers(accounts, "accounts", () => true),
    regions: numbers(values.regions ?? regionCounts.join(","), "regions", (count) =>
      regionCounts.includes(count),
    ),
    repetitions: quick ? 3 : 5,
    tsNode: !quick,
    write,
  };
}
