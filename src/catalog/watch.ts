import type { Severity } from "./alert-kind";
import { noteForm, noteProblem } from "./note";
import { principalsOverlap, watchedPrincipal } from "./watched-principal";

/** Principals whose sign-ins are kinds of their own: `watch-NAME`, and `watch-NAME-failed`. */
export interface Watch {
  /** Part of the names of the kinds: lower-case words with hyphens. */
  readonly name: string;
  /**
   * Who is watched: `user/NAME`, `role/NAME`, or an ARN with `*` for any account and at the end of a
   * name. What means nobody is left out. No two watches may have a sign-in in common.
   */
  readonly principals: readonly string[];
  readonly severity: Severity;
  /** A line in every message, as in kinds. @default none */
  readonly note?: string;
  /**
   * Whether sign-ins by programs (`aws login`, agents) are watched as well: read-only events, which
   * the trail must log. @default true
   */
  readonly programs?: boolean;
}

/** Characters of a watch's name: with it, the longest names of kinds are not much longer than others. */
export const longestWatchName = 20;

/** What a watch may be called. */
export const watchName = new RegExp(
  `^(?!.*-failed$)(?!failed$)[a-z](?:[a-z0-9-]{0,${longestWatchName - 2}}[a-z0-9])?$`,
  "u",
);

/** The same in words. */
export const watchNameForm = `1 to ${longestWatchName} lower-case letters, digits and hyphens, beginning with a letter, not ending with failed`;

/** What a watched principal may be, in words. */
export const principalForm =
  "user/NAME, role/NAME, or an ARN such as arn:aws:iam::111111111111:user/NAME; * for any account, or at the end of a name";

/** Name of a kind of a watch, and of the one of its failures. */
export function watchKindName(watch: string, outcome?: "failed"): string {
  return ["watch", watch, ...(outcome === undefined ? [] : [outcome])].join("-");
}

/** What is wrong with watches, each in a sentence. */
export function watchProblems(watches: readonly Watch[]): readonly string[] {
  const who = watches.flatMap(({ name, principals }) =>
    principals.map((text) => ({ name, text, principal: watchedPrincipal(text) })),
  );
  return [
    ...watches
      .filter(({ name }) => !watchName.test(name))
      .map(({ name }) => `'name' must be ${watchNameForm}, got: ${name}`),
    ...watches
      .filter(({ name }, i) => watches.findIndex((each) => each.name === name) < i)
      .map(({ name }) => `'name' must be of one watch, got twice: ${name}`),
    ...watches.flatMap(({ name, note = "none" }) => {
      const problem = noteProblem(note);
      return problem === undefined ? [] : [`'note' of ${name} must be ${noteForm}: ${problem}`];
    }),
    ...who
      .filter(({ principal }) => principal === undefined)
      .map(({ name, text }) => `'principals' of ${name} must be ${principalForm}, got: ${text}`),
    ...who.flatMap(({ text, principal }, i) =>
      who
        .slice(0, i)
        .filter(
          (other) => principal && other.principal && principalsOverlap(principal, other.principal),
        )
        .map((other) => `'principals' must not overlap: ${other.text} and ${text}`),
    ),
  ];
}
