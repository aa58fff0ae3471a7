import { removal } from "../../config/edit";
import type { Problem, ProblemPath } from "../../config/problem";
import { channelOf, traitsOf } from "../channels";
import type { Check } from "./checked";

type Recipients = readonly (string | undefined)[] | undefined;

/** Text messages are not sent in every partition. */
const checkOfferedPhones: Check = ({ draft, plan: { partition } }) => {
  const check = (path: ProblemPath, recipients: Recipients = []) =>
    recipients.flatMap((value, i): readonly Problem[] => {
      const { type } = channelOf(value ?? "");
      if (type !== "sms" || traitsOf({ type }).partitions.includes(partition)) return [];
      const isOnly = recipients.length === 1;
      return [
        {
          path: [...path, i],
          value,
          problem: `AWS sends no text messages in the partition ${partition}`,
          allowed: "recipients of another form",
          fix: isOnly ? "name a mailbox here" : "remove it",
          ...(!isOnly && { edits: [removal(draft, [...path, i])] }),
        },
      ];
    });
  return [
    ...check(["recipients"], draft.recipients),
    ...(draft.routes ?? []).flatMap((route, i) =>
      check(["routes", i, "recipients"], route?.recipients),
    ),
    ...check(["operations", "recipients"], draft.operations?.recipients),
  ];
};

/** Phones. */
export const phoneChecks: readonly Check[] = [checkOfferedPhones];
