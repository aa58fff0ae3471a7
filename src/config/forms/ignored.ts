import { isIPv4 } from "node:net";
import { addressPrefixes } from "../../aws/ipv4-block";
import type { Fault, Form } from "./form";

/** A partition and an account that there may be, and what follows in the ARN. */
const principalPattern = /^arn:(aws(?:-[a-z-]+)?):(iam|sts)::(\d{12}|\d*\*[\d*]*):([^*:]+\/.+)$/;

/** What CloudTrail writes of whoever signs in: a role is there as its session, which has no path. */
const actingForms = /^(?:iam:user\/.|sts:federated-user\/.|sts:assumed-role\/(?:.*\*|[^/]+\/.))/;

function isActing(text: string): boolean {
  const [, , service = "", , resource = ""] = principalPattern.exec(text) ?? [];
  return actingForms.test(`${service}:${resource}`);
}

/** The sessions of a role that is written as IAM names it, or without the name of a session. */
function sessionsMeant(text: string): string | undefined {
  const [, partition = "", service = "", account = "", resource = ""] =
    principalPattern.exec(text) ?? [];
  const form = service === "iam" ? /^role\/(?:[^/]+\/)*([^/]+)$/ : /^assumed-role\/([^/]+)\/?$/;
  const [, role] = form.exec(resource) ?? [];
  return role === undefined
    ? undefined
    : `arn:${partition}:sts::${account}:assumed-role/${role}/*`.replace("**", "*");
}

export const principalArn: Form = {
  allowed: "such as arn:aws:sts::*:assumed-role/deployer/* or arn:aws:iam::111111111111:user/robot",
  // No name of a user, role or session has a blank or a control character in it.
  test: (text) => isActing(text) && !/[${}"\\\s\p{C}]|\*\*/u.test(text),
  explain: (text) => {
    const meant = sessionsMeant(text);
    return meant !== undefined && principalArn.test(meant)
      ? {
          problem: "CloudTrail writes the session of a role, so this is never who signs in",
          fix: `write ${meant}`,
          meant,
        }
      : {
          problem:
            "this is not a valid ARN of a user or of a role's session, or it means everybody",
          fix: "copy the ARN from an alert, and put * where it varies",
        };
  },
};

/** The block that an address, or one with bits behind the length, was most likely meant to be. */
function blockMeant(text: string): string | undefined {
  const [address = "", length = "32"] = text.split("/");
  if (!isIPv4(address) || !/^([89]|[12]\d|3[0-2])$/.test(length)) return undefined;
  const bits = address.split(".").map((part) => Number(part).toString(2).padStart(8, "0"));
  const kept = bits.join("").slice(0, Number(length)).padEnd(32, "0");
  const parts = [0, 8, 16, 24].map((at) => parseInt(kept.slice(at, at + 8), 2));
  return `${parts.join(".")}/${length}`;
}

function blockFault(text: string): Fault {
  // Of the rules that follow nothing is said until the block is a block.
  const takenFor = "203.0.113.0/24";
  if (text.includes(":")) {
    return {
      problem: "EventBridge can leave out IPv4 blocks only: an IPv6 address has many spellings",
      fix: "say whose sign-ins in principalArns instead",
      takenFor,
    };
  }
  const meant = blockMeant(text);
  if (meant !== undefined) {
    return {
      problem: text.includes("/")
        ? "bits behind the length of this block are set"
        : "this is an address, not a block",
      fix: `write ${meant}`,
      meant,
    };
  }
  return /^[\d.]+\/[0-7]$/.test(text)
    ? {
        problem: "this is too large a part of all addresses to be left out",
        fix: "name smaller blocks",
        takenFor,
      }
    : { problem: "this is not a valid IPv4 block", fix: "correct the block", takenFor };
}

export const sourceBlock: Form = {
  allowed: "an address and a length of 8 to 32, such as 203.0.113.0/24",
  test: (text) => addressPrefixes(text) !== undefined,
  explain: blockFault,
};
