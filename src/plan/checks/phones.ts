import { removal } from "../../config/edit";
import type { Problem } from "../../config/problem";
import { channelOf, traitsOf } from "../channels";
import type { Check } from "./checked";
import { inRecipients } from "./recipients";

/**
 * Text messages are not sent in every partition.
 * @see https://docs.amazonaws.cn/en_us/aws/latest/userguide/sns.html
 */
const checkOfferedPhones: Check = ({ draft, plan: { partition } }) =>
  inRecipients(draft, (path, recipients) =>
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
    }),
  );

/** Phones. */
export const phoneChecks: readonly Check[] = [checkOfferedPhones];
