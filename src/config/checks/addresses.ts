import { parseArn } from "../../aws";
import type { Problem, ProblemPath } from "../problem";
import { recipientOf } from "../../aws/recipient";
import { firstIndexes } from "./lists";

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

const anyRecipient =
  "an e-mail address, https://…, the ARN of an SQS queue or a Lambda function, or a phone number such as +491701234567";

/** Form of recipients, and each only once. */
export function checkAddresses(
  path: ProblemPath,
  recipients: readonly (string | undefined)[] = [],
  allowed = anyRecipient,
): readonly Problem[] {
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
