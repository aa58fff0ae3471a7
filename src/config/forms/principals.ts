import { isTrustedPrincipal, principalForm } from "../../aws/trusted-principal";
import type { Form } from "./form";

/** `arn:aws:sts::111111111111:assumed-role/Name/session`, which holds no path. */
const session = /^arn:(aws[\w-]*):sts::(\d{12}):assumed-role\/([\w+=,.@-]+)\/[\w+=,.@-]+$/u;

/** A principal that a role trusts. */
export const trustedPrincipal: Form = {
  allowed: principalForm,
  test: isTrustedPrincipal,
  explain: (text) => {
    const [, partition = "", account = "", role = ""] = session.exec(text) ?? [];
    const meant = `arn:${partition}:iam::${account}:role/${role}`;
    return isTrustedPrincipal(meant)
      ? {
          problem: "this is a session, which ends; a role is trusted",
          fix: `write ${meant}, with the path of the role if it has one`,
          meant,
        }
      : {
          problem: "this is not the ARN of a principal that a role can trust",
          fix: "copy the ARN of the role from the console of IAM",
        };
  },
};
