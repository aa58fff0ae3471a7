import { catalog } from "../../catalog";
import { nearest, type Problem, type ProblemPath } from "../problem";
import type { SignInAlertsProps } from "../props";

const emailPattern = /^[^\s@<>"(),:;\\[\]]+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

function checkEmails(path: ProblemPath, recipients: readonly string[]): readonly Problem[] {
  if (recipients.length === 0) {
    return [
      {
        path,
        value: recipients,
        problem: "nobody would be told of any sign-in",
        allowed: "at least one e-mail address",
        fix: "add the address of a mailbox that is read at night, such as security@example.com",
      },
    ];
  }
  return recipients.flatMap((value, i) => {
    const common = { path: [...path, i], value };
    if (!emailPattern.test(value)) {
      return [
        {
          ...common,
          problem: "this is no e-mail address",
          allowed: "name@domain, such as security@example.com",
          fix: "correct the address",
        },
      ];
    }
    return recipients.indexOf(value) === i
      ? []
      : [
          {
            ...common,
            problem: "this address is named twice",
            allowed: "every address once",
            fix: "remove one of the two",
          },
        ];
  });
}

function checkKinds(path: ProblemPath, kinds: readonly string[] = []): readonly Problem[] {
  const names = catalog.map(({ name }) => name);
  return kinds
    .map((value, i) => ({ value, i }))
    .filter(({ value }) => !names.includes(value))
    .map(({ value, i }) => {
      const meant = nearest(value, names);
      return {
        path: [...path, i],
        value,
        problem: "there is no alert kind of this name",
        allowed: names.join(", "),
        fix: meant === undefined ? "use one of the kinds above" : `did you mean ${meant}?`,
      };
    });
}

function checkRouteName(
  routes: NonNullable<SignInAlertsProps["routes"]>,
  name: string,
  i: number,
): readonly Problem[] {
  const path = ["routes", i, "name"];
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    return [
      {
        path,
        value: name,
        problem: "this cannot be part of a resource's name",
        allowed: "a lower-case letter, then lower-case letters, digits and hyphens",
        fix: "rename the route",
      },
    ];
  }
  const first = routes.findIndex((route) => route.name === name);
  return first === i
    ? []
    : [
        {
          path,
          value: name,
          problem: `routes[${first}] has the same name, so their topics would be one`,
          allowed: "every name once",
          fix: "rename one of the two, or join their recipients",
        },
      ];
}

/** Who is told: somebody, at addresses that exist, by routes that differ. */
export function checkRecipients({
  recipients,
  routes,
  accounts,
}: Partial<SignInAlertsProps>): readonly Problem[] {
  if (recipients && routes) {
    return [
      {
        path: ["routes"],
        value: undefined,
        problem: "recipients and routes are both given: who is told of what is not clear",
        allowed: "recipients (everybody is told of everything) or routes",
        fix: "make the recipients a route of their own",
      },
    ];
  }
  // Without any section there is no telling whether recipients were left out or are unreadable.
  if (!recipients && !routes) return accounts ? checkEmails(["recipients"], []) : [];
  if (recipients) return checkEmails(["recipients"], recipients);
  if (routes?.length === 0) return checkEmails(["routes"], []);
  return (routes ?? []).flatMap((route, i) => [
    ...checkRouteName(routes ?? [], route.name, i),
    ...checkKinds(["routes", i, "kinds"], route.kinds),
    ...checkEmails(["routes", i, "recipients"], route.recipients),
  ]);
}
