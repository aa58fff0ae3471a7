import {
  catalog,
  noteForm,
  noteProblem,
  principalForm,
  watchedPrincipal,
  longestWatchName,
  watchName,
  watchNameForm,
} from "../../catalog";
import { isRootKind, namesNoPrincipal } from "../../catalog/ignored";
import { notBlank } from "./accounts";
import { nearestFix, oneOf, type Form } from "./form";

const kindNames = catalog.map(({ name }) => name);

export const kindName = oneOf(
  kindNames,
  "the name of an alert kind",
  "this alert kind does not exist",
);

const ignorable = catalog
  .filter((kind) => !isRootKind(kind) && !namesNoPrincipal(kind))
  .map(({ name }) => name);

/** A kind whose events may be ignored. */
export const ignorableKind: Form = {
  ...oneOf(ignorable, "an alert kind that says who acted, not of root", ""),
  explain: (text) => {
    const kind = catalog.find(({ name }) => name === text);
    if (kind === undefined) {
      const { fix, meant } = nearestFix(text, ignorable);
      const problem = "this alert kind does not exist";
      return meant === undefined
        ? { problem, fix: "remove the entry", remove: "group" }
        : { problem, fix, meant };
    }
    return {
      problem: isRootKind(kind)
        ? "what root does is never ignored"
        : "events of this kind do not say who acted, so it may be root, which is never ignored",
      fix: "remove the entry",
      remove: "group",
    };
  },
};

export const note: Form = {
  allowed: noteForm,
  test: (text) => noteProblem(text) === undefined,
  explain: (text) => ({
    problem: noteProblem(text) ?? "",
    fix: "write one line in plain characters, and the rest behind a link",
  }),
};

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return (
    /^\d{4}-\d{2}-\d{2}$/.test(text) &&
    !isNaN(date.getTime()) &&
    date.toISOString().slice(0, 10) === text
  );
}

export const day: Form = {
  allowed: "a day such as 2027-06-30",
  test: isDay,
  explain: () => ({ problem: "this is not a valid day", fix: "write year, month and day" }),
};

export const reason = notBlank("a few words", "the reason is missing", "give the reason");

const isKindName = (text: string): boolean => kindNames.includes(text);

export const watchNames: Form = {
  allowed: `${watchNameForm}; not the name of an alert kind`,
  test: (text) => watchName.test(text) && !isKindName(text),
  explain: (text) => ({
    problem: isKindName(text)
      ? "an alert kind has this name"
      : "this cannot be part of the name of a kind",
    fix: "choose a short word, such as break-glass",
    // Names that are made of it are not too long because it is.
    takenFor: text.slice(0, longestWatchName),
  }),
};

const rootFault = {
  problem:
    "this is the root user, whose sign-ins are kinds of their own already: root-sign-in and others",
  fix: "remove it, and set the severity of those kinds",
  remove: "group",
} as const;

function faultOf(text: string): { problem: string; fix: string } {
  if (/^\**$|[/:]\**$/u.test(text)) {
    return {
      problem: "this means everybody",
      fix: "write a name, or its beginning",
    };
  }
  if (/^[\w+=,.@-]+\*?$/u.test(text)) {
    return {
      problem: "this does not say whether it is a user or a role",
      fix: text.length > 65 ? "write user/NAME or role/NAME" : `write user/${text} or role/${text}`,
    };
  }
  return {
    problem: "this means no user, no role and no session",
    fix: "write user/NAME or role/NAME, or copy the ARN from an alert",
  };
}

export const watchedPrincipals: Form = {
  allowed: principalForm,
  title: "user/NAME, role/NAME, or an ARN; * for any account, or at the end of a name",
  test: (text) => watchedPrincipal(text) !== undefined,
  explain: (text) => (/(?:^|:)root$/u.test(text) ? rootFault : faultOf(text)),
};

const ofWatch = /^watch-[a-z0-9-]+$/;

/** A kind that a route may take: of the catalog, or of a watch. */
export const routedKind: Form = {
  ...kindName,
  title: "the name of an alert kind, or watch-NAME of a watch",
  pattern: ofWatch,
  test: (text) => kindName.test(text) || ofWatch.test(text),
};
