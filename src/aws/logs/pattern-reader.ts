import type { PatternPlace } from "./errors";

/** Reads a pattern from its beginning to its end, and knows where it is. */
export class PatternReader implements PatternPlace {
  #at = 0;

  constructor(private readonly pattern: string) {}

  get offset(): number {
    return this.#at;
  }

  get rest(): string {
    return this.pattern.slice(this.#at);
  }

  /** Reads spaces, and says whether there were any. Other white space is in no page of AWS. */
  skipSpaces(): boolean {
    return this.match(/ +/y) !== undefined;
  }

  /** Reads the sign when it comes next, and says whether it did. */
  take(sign: string): boolean {
    if (!this.pattern.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }

  /**
   * Reads what has the shape, when that comes next.
   *
   * @param shape - a sticky expression
   */
  match(shape: RegExp): string | undefined {
    shape.lastIndex = this.#at;
    const found = shape.exec(this.pattern)?.[0];
    this.#at += found?.length ?? 0;
    return found;
  }
}
