import { principalArn, sourceBlock } from "../forms/ignored";
import { day, ignorableKind, reason } from "../forms/kinds";
import { group, text, texts } from "./key";

const required = { required: true } as const;

const someToIgnore = (unit: string) =>
  ({
    least: 1,
    unit,
    fault: {
      problem: "an empty list means nobody, so the entry would ignore nothing",
      fix: "remove the key, or name some",
      remove: true,
    },
  }) as const;

/** What no recipient is notified of, on purpose. */
export const ignore = group(
  "Sign-ins of which no recipient is notified, on purpose. All that is given must hold.",
  {
    principalArn: text(
      "ARN of who signs in, `*` for any text. A sign-in without an ARN is never ignored.",
      { form: principalArn, otherwise: "any principal" },
    ),
    principalArns: texts("Several of them, of which one must be who signs in.", principalArn, {
      otherwise: "any principal",
      size: someToIgnore("ARNs"),
      once: { noun: "ARN" },
    }),
    accounts: texts("Accounts that sign-ins are to: ids, names with `*`, or tags.", undefined, {
      otherwise: "all",
      size: someToIgnore("accounts"),
    }),
    sourceCidr: text("IPv4 block that sign-ins come from.", {
      form: sourceBlock,
      otherwise: "anywhere",
    }),
    sourceCidrs: texts("Several of them, of which one must hold the address.", sourceBlock, {
      otherwise: "anywhere",
      size: someToIgnore("blocks"),
      once: { noun: "block" },
    }),
    kinds: texts("Alert kinds.", ignorableKind, {
      otherwise: "all such that are on",
    }),
    until: text("Last day, at most 3 years ahead; later the configuration is refused.", {
      ...required,
      form: day,
    }),
    reason: text("Why.", { ...required, form: reason }),
  },
  { as: "Ignore" },
);
