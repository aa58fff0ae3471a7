import type { Problem, ProblemPath } from "../../config/problem";
import type { Route } from "../../config/props";
import type { ConfigurationDraft, Draft } from "../../config/draft";

function noRecipients(path: ProblemPath): readonly Problem[] {
  return [
    {
      path,
      value: undefined,
      problem: "nobody would be notified of any sign-in",
      allowed: "at least one e-mail address",
      fix: "add the address of a mailbox that is read at night, such as security@example.com",
    },
  ];
}

/** A route tells recipients, or a topic that is there. */
function checkRoute(route: Draft<Route> | undefined, i: number): readonly Problem[] {
  const path = ["routes", i];
  const channels = (["recipients", "topicArn", "slack", "teams"] as const).filter(
    (key) => route?.[key] !== undefined,
  );
  if (channels.length > 1 && !(channels.length === 2 && channels.includes("topicArn"))) {
    return [
      {
        path,
        value: route?.name,
        problem: `${channels.join(" and ")} are given: a route tells one of them`,
        allowed: "recipients, topicArn, slack or teams",
        fix: "make the other a route of its own",
      },
    ];
  }
  if (route?.slack ?? route?.teams) return [];
  if (route?.topicArn === undefined) {
    return route && route.recipients === undefined ? noRecipients([...path, "recipients"]) : [];
  }
  if (route.recipients === undefined) return [];
  return [
    {
      path: [...path, "topicArn"],
      value: route.topicArn,
      problem: "recipients and topicArn are both given: the recipients would not be told",
      allowed: "one of the two",
      fix: "subscribe the recipients to the topic yourself and remove them here",
    },
  ];
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
    ...((recipients ?? routes) ? [] : noRecipients(["recipients"])),
    ...(routes ?? []).flatMap(checkRoute),
  ];
}
