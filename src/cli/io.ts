/** A person to ask. */
export interface Terminal {
  /** What the person typed on a line. @throws UnusableInputError where the input ends */
  readonly ask: (question: string) => Promise<string>;
  readonly say: (text: string) => void;
  readonly close: () => void;
}

/** A person's wish to end what the command does, such as by Ctrl-C. */
export interface Interruption {
  /** Aborted by the first wish; the second ends the process. */
  readonly signal: AbortSignal;
  /** Listens no longer. */
  readonly end: () => void;
}

/** What a command reads and writes. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970; decides when progress is shown and how long AWS is waited for. */
  readonly now: () => number;
  /** Waits so many milliseconds, or until the signal is aborted. Never rejects. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Begins to listen for wishes to end, where the command has something to leave in order. */
  readonly interruption: () => Interruption;
  /** All of standard input. */
  readonly input: () => string;
  /** Only where standard input and output are terminals. */
  readonly openTerminal?: () => Terminal;
}

/** Colours only on a terminal whose user did not refuse them. @see https://no-color.org */
export function usesColors({ outIsTerminal, env }: Io): boolean {
  return outIsTerminal && !env["NO_COLOR"] && env["TERM"] !== "dumb";
}
