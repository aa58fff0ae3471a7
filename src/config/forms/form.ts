import { nearest } from "../problem";

/** What is wrong with a value, and what to do. */
export interface Fault {
  readonly problem: string;
  readonly fix: string;
  /** The value that was meant, where that is plain: the fix sets it, what follows is checked with it. */
  readonly meant?: string | number;
  /** What it is taken for in what follows, where it is not plain. */
  readonly takenFor?: string;
  /** The fix is to take it away; with `group` also what its list is part of, where nothing else is in the list. */
  readonly remove?: true | "group";
}

/** What a text must be. */
export interface Form {
  /** What is allowed, in words. */
  readonly allowed: string;
  /** The same in few words, where `allowed` is long. */
  readonly title?: string;
  /** For editors; only where it says exactly what is allowed, or with `known` what else may be. */
  readonly pattern?: RegExp;
  /** What cannot be checked as long as the text is faulty, so that it is taken for missing. */
  readonly hides?: string;
  /** Every text that is allowed; with `pattern`, those known today. */
  readonly known?: readonly string[];
  readonly test: (text: string) => boolean;
  readonly explain: (text: string) => Fault;
}

/** Texts that a pattern describes. */
export function matching(pattern: RegExp, allowed: string, problem: string, fix: string): Form {
  const explain = () => ({ problem, fix });
  return { allowed, pattern, test: (text) => pattern.test(text), explain };
}

/** One of some names. */
export function oneOf(names: readonly string[], title: string, problem: string): Form {
  return {
    allowed: names.join(", "),
    title,
    known: names,
    test: (text) => names.includes(text),
    explain: (text) => ({ problem, ...nearestFix(text, names) }),
  };
}

/** The fix that names the nearest of some names, with what is meant. */
export function nearestFix(text: string, names: readonly string[]): Omit<Fault, "problem"> {
  const meant = nearest(text, names);
  return meant === undefined
    ? { fix: "use one of these" }
    : { fix: `did you mean ${meant}?`, meant };
}
