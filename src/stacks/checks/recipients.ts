import type { Problem, ProblemPath } from "../problem";
import type { ConfigurationDraft } from "./draft";
import { firstIndexes } from "./lists";

type Recipients = readonly (string | undefined)[];

// Braces are legal in an address, but Terraform would read ${…} as an expression.
const emailPattern = /^[\w.!#$%&'*+/=?^`|~-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/i;

function isEmail(value: string): boolean {
  return value.length <= 254 && emailPattern.test(value) && !/^\.|\.@|\.\./.test(value);
}

function checkNotEmpty(path: ProblemPath, recipients: Recipients | undefined): readonly Problem[] {
  if (recipients?.length !== 0) return [];
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

/** Form of e-mail addresses, and each only once. */
export function checkAddresses(path: ProblemPath, recipients: Recipients = []): readonly Problem[] {
  const firsts = firstIndexes(recipients.map((value) => value?.toLowerCase()));
  return recipients.flatMap((value, i) => {
    const common = { path: [...path, i], value };
    if (value !== undefined && !isEmail(value)) {
      return [
        {
          ...common,
          problem: "this is no e-mail address",
          allowed: "name@domain, such as security@example.com",
          fix: isEmail(value.trim()) ? `write ${value.trim()}` : "correct the address",
        },
      ];
    }
    return firsts[i] === i
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

/** Who is told: somebody, at addresses that exist. */
export function checkRecipients({ recipients, routes }: ConfigurationDraft): readonly Problem[] {
  const both =
    recipients && routes
      ? [
          {
            path: ["routes"],
            value: undefined,
            problem: "recipients and routes are both given: who is told of what is not clear",
            allowed: "recipients (everybody is told of everything) or routes",
            fix: "make the recipients a route of their own",
          },
        ]
      : [];
  return [
    ...both,
    ...checkNotEmpty(["recipients"], recipients ?? (routes ? undefined : [])),
    ...checkAddresses(["recipients"], recipients),
    ...(routes?.length === 0 ? checkNotEmpty(["routes"], []) : []),
    ...(routes ?? []).flatMap((route, i) => [
      ...checkNotEmpty(["routes", i, "recipients"], route?.recipients),
      ...checkAddresses(["routes", i, "recipients"], route?.recipients),
    ]),
  ];
}
