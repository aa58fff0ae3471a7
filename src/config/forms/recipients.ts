import { parseArn } from "../../aws";
import type { IdForm } from "../../aws/chat-channels";
import { logGroupName } from "../../aws/arn";
import { contactForms } from "../../aws/notification-contacts";
import { isOutOfReach } from "../../aws/private-address";
import { recipientOf } from "../../aws/recipient";
import { isReservedVariable, secretAddressOf } from "../../aws/secret-address";
import { unconfirmedWebhook } from "../../aws/unconfirmed-webhooks";
import { matching, type Fault, type Form } from "./form";

function isRecipient(text: string): boolean {
  return recipientOf(text) !== undefined || secretAddressOf(text) !== undefined;
}

/** What is wrong with what looks like the place of a secret address; undefined for all else. */
function secretFault(text: string): Fault | undefined {
  const expression = /^\$\{\s*(.*?)\s*\}$/.exec(text)?.[1];
  if (expression !== undefined && secretAddressOf(expression)) {
    return {
      problem: "this is written as an expression of Terraform",
      fix: `write ${expression}`,
      meant: expression,
    };
  }
  if (isReservedVariable(text)) {
    return {
      problem: "Terraform keeps this name of a variable for itself",
      fix: "choose another name, such as var.pager_url",
    };
  }
  if (/^var\./.test(text)) {
    return {
      problem: "this is not a name that a variable of Terraform can be given by TF_VAR_NAME",
      fix: "use lower-case letters, digits and underscores, not beginning with a digit, 63 at most",
    };
  }
  if (parseArn(text)?.service === "ssm") {
    return {
      problem: "this is not the ARN of a parameter of Systems Manager, without a version or label",
      fix: "copy the ARN: aws ssm get-parameter --name NAME --query Parameter.ARN",
    };
  }
  return undefined;
}

/** The address of a mailbox that is written as in a mail's head, or as a link. */
function mailboxIn(text: string): string | undefined {
  const address = /^[^<>]*<([^<>]*)>$/u.exec(text)?.[1] ?? /^mailto:([^?]*)$/iu.exec(text)?.[1];
  return address !== undefined && recipientOf(address)?.protocol === "email" ? address : undefined;
}

/** What is wrong with a text that is not a valid recipient, by what it looks like. */
function recipientFault(text: string): Fault {
  const trimmed = text.trim();
  if (trimmed !== text && isRecipient(trimmed)) {
    return { problem: "this has spaces around it", fix: "remove the spaces", meant: trimmed };
  }
  const secret = secretFault(text);
  if (secret) return secret;
  if (/^http:/i.test(text)) {
    return {
      problem:
        "alerts are not sent over http, where others on the network could read and change them",
      fix: "write https: in place of http:, if the service has that",
    };
  }
  const webhook = unconfirmedWebhook(text);
  if (webhook) {
    return {
      problem: `${webhook.service} accepts posts at this address but never confirms a subscription of SNS, which then delivers nothing`,
      fix: webhook.instead,
    };
  }
  if (isOutOfReach(text)) {
    return {
      problem: "SNS posts from the internet, where nothing has this address",
      fix: "use an address that the internet reaches, or a function or a queue of the hub's account",
    };
  }
  if (/^https:\/\/[^/?#]*@/i.test(text)) {
    return {
      problem:
        "AWS shows the password of such an address as ****, so Terraform would subscribe it anew each time",
      fix: "use an address with a key of the service, or a function or a queue that passes the alert on",
    };
  }
  if (/^https:/i.test(text)) {
    return { problem: "this is not a valid https address", fix: "correct the address" };
  }
  if (/^arn:/.test(text)) {
    return parseArn(text)?.service === "sns"
      ? { problem: "a topic cannot notify a topic", fix: "give it as topicArn of a route" }
      : {
          problem:
            "this is not the ARN of a standard SQS queue, of a Lambda function or of a parameter of Systems Manager",
          fix: "correct the ARN",
        };
  }
  if (/^[+\d][\d\s()/-]+$/.test(text)) {
    const number = `+${text.replace(/\D/g, "").replace(/^00/, "")}`;
    return {
      problem: "this is not a valid phone number for SNS",
      fix: isRecipient(number)
        ? `write it as ${number}, with the country`
        : "write + and the whole number, with the country",
    };
  }
  const mailbox = mailboxIn(text);
  return mailbox === undefined
    ? { problem: "this is not a valid e-mail address", fix: "correct the address" }
    : {
        problem: "this is more than the address of a mailbox",
        fix: `write ${mailbox}`,
        meant: mailbox,
      };
}

/** Whom a topic can notify. */
export const recipient: Form = {
  allowed:
    "an e-mail address, https://…, var.NAME or the ARN of an SSM parameter for an https address that is a secret, the ARN of an SQS queue or a Lambda function, or a phone number such as +491701234567",
  test: (text) =>
    isRecipient(text) && unconfirmedWebhook(text) === undefined && !isOutOfReach(text),
  explain: recipientFault,
};

export const topicArn: Form = {
  allowed: "arn:aws:sns:REGION:ACCOUNT:NAME",
  test: (text) => {
    const arn = parseArn(text);
    return arn?.service === "sns" && /^[\w-]+$/.test(arn.resource);
  },
  explain: () => ({
    problem: "this is not the ARN of an SNS topic that an alarm or a rule can notify",
    fix: "copy the ARN of a standard topic from the SNS console",
  }),
};

export const logGroupArn: Form = {
  allowed: "arn:aws:logs:REGION:ACCOUNT:log-group:NAME",
  test: (text) => parseArn(text)?.service === "logs" && logGroupName(text) !== undefined,
  explain: () => ({
    problem: "this is not the ARN of a log group",
    fix: "copy it from the trail's page in the CloudTrail console",
  }),
};

export const contactName = matching(
  contactForms.name.form,
  contactForms.name.allowed,
  "AWS does not accept this name of a contact",
  "choose a short name",
);

/** The mailbox of a contact: AWS User Notifications cannot notify what else a topic can. */
export const contactAddress: Form = {
  allowed: contactForms.address.allowed,
  test: (text) => recipientOf(text)?.protocol === "email" && contactForms.address.form.test(text),
  explain: (text) => {
    const fault = recipientFault(text);
    // What else it may be meant for is no mailbox, either.
    const isOther =
      fault.meant !== undefined && recipientOf(String(fault.meant))?.protocol !== "email";
    if (!isOther && !isRecipient(text)) return fault;
    return {
      problem: "AWS User Notifications do not accept this address",
      fix: "give the address of a mailbox, and notify others by recipients or a route",
    };
  },
};

/** The form of an id of a chat channel. */
export const channelId = ({ form, allowed }: IdForm): Form =>
  matching(
    form,
    allowed,
    "this is not a valid id of the channel",
    "copy it from the link of the channel",
  );
