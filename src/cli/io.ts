/** A person to ask. */
export interface Terminal {
  /** What the person typed on a line. @throws UnusableInputError where the input ends */
  readonly ask: (question: string) => Promise<string>;
  readonly say: (text: string) => void;
  readonly close: () => void;
}

/** What a command reads and writes. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds; decides when progress is shown, and appears in no output. */
  readonly now: () => number;
  /** All of standard input. */
  readonly input: () => string;
  /** Only where standard input and output are terminals. */
  readonly openTerminal?: () => Terminal;
}

/** Colours only on a terminal whose user did not refuse them. @see https://no-color.org */
export function usesColors({ outIsTerminal, env }: Io): boolean {
  return outIsTerminal && !env["NO_COLOR"] && env["TERM"] !== "dumb";
}
