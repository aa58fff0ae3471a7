import { catalog, principalForm, watchedPrincipal, watchName, watchNameForm } from "../../catalog";
import type { Form } from "./form";
import { kindName } from "./kinds";

const kindNames: ReadonlySet<string> = new Set(catalog.map(({ name }) => name));

export const watchNames: Form = {
  allowed: `${watchNameForm}; not the name of an alert kind`,
  test: (text) => watchName.test(text) && !kindNames.has(text),
  explain: (text) => ({
    problem: kindNames.has(text)
      ? "an alert kind has this name"
      : "this cannot be part of the name of a kind",
    fix: "choose a short word, such as break-glass",
  }),
};

const rootFault = {
  problem:
    "this is the root user, whose sign-ins are kinds of their own already: root-sign-in and others",
  fix: "remove it, and set the severity of those kinds",
  remove: true,
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
      fix: `write user/${text} or role/${text}`,
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

/** A kind that a route may take: of the catalog, or of a watch. */
export const routedKind: Form = {
  ...kindName,
  title: "the name of an alert kind, or watch-NAME of a watch",
  pattern: /^watch-[a-z0-9-]+$/,
  test: (text) => kindName.test(text) || /^watch-[a-z0-9-]+$/.test(text),
};
