import type { Problem, ProblemPath } from "../problem";
import { parseArn } from "../../aws";
import type { Route } from "../props";
import { recipientOf } from "../recipient";
import type { ConfigurationDraft, Draft } from "./draft";
import { firstIndexes } from "./lists";

type Recipients = readonly (string | undefined)[];

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

/** What is wrong with a text that is no recipient, by what it looks like. */
function explained(value: string): { readonly problem: string; readonly fix: string } {
  const trimmed = value.trim();
  if (trimmed !== value && recipientOf(trimmed)) {
    return { problem: "this is no recipient", fix: `write ${trimmed}` };
  }
  if (/^http:/i.test(value)) {
    return {
      problem: "alerts are not sent over http, where anybody on the way could read and change them",
      fix: `write ${value.replace(/^http:/i, "https:")}, if the service has that`,
    };
  }
  if (/^https:/i.test(value)) {
    return { problem: "this is no https address", fix: "correct the address" };
  }
  if (/^arn:/.test(value)) {
    const isTopic = parseArn(value)?.service === "sns";
    return {
      problem: isTopic
        ? "a topic does not tell a topic"
        : "this is not the ARN of a standard SQS queue or of a Lambda function",
      fix: isTopic ? "give it as topicArn of a route" : "correct the ARN",
    };
  }
  if (/^[+\d][\d\s()/-]+$/.test(value)) {
    return {
      problem: "this is no phone number as SNS takes them",
      fix: `write it as +${value.replace(/\D/g, "").replace(/^00/, "")}, with the country`,
    };
  }
  return { problem: "this is no e-mail address", fix: "correct the address" };
}

const allowed =
  "an e-mail address, https://…, the ARN of an SQS queue or a Lambda function, or a phone number such as +491701234567";

/** Form of recipients, and each only once. */
export function checkAddresses(path: ProblemPath, recipients: Recipients = []): readonly Problem[] {
  const firsts = firstIndexes(recipients.map((value) => value?.toLowerCase()));
  return recipients.flatMap((value, i) => {
    const common = { path: [...path, i], value };
    if (value !== undefined && !recipientOf(value)) {
      return [{ ...common, ...explained(value), allowed }];
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

/** A route tells recipients, or a topic that is there. */
function checkRoute(route: Draft<Route> | undefined, i: number): readonly Problem[] {
  const path = ["routes", i];
  if (route?.topicArn === undefined) {
    return checkNotEmpty([...path, "recipients"], route?.recipients ?? (route ? [] : undefined));
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
    ...checkNotEmpty(["recipients"], recipients ?? (routes ? undefined : [])),
    ...checkAddresses(["recipients"], recipients),
    ...(routes?.length === 0 ? checkNotEmpty(["routes"], []) : []),
    ...(routes ?? []).flatMap((route, i) => [
      ...checkRoute(route, i),
      ...checkAddresses(["routes", i, "recipients"], route?.recipients),
    ]),
  ];
}
