import type { Problem } from "../problem";
import type { ConfigurationDraft } from "./draft";

const mostTags = 50;
const allowedText = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

function isAccepted(key: string, value: string): boolean {
  return (
    key !== "__proto__" &&
    key.length > 0 &&
    key.length <= 128 &&
    value.length <= 256 &&
    !/^aws:/i.test(key) &&
    allowedText.test(key) &&
    allowedText.test(value)
  );
}

/**
 * Tags that AWS would refuse.
 * @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html
 */
export function checkTags({ tags = {} }: ConfigurationDraft): readonly Problem[] {
  const entries = Object.entries(tags);
  const tooMany =
    entries.length <= mostTags
      ? []
      : [
          {
            path: ["tags"],
            value: entries.length,
            problem: `a resource cannot have ${entries.length} tags`,
            allowed: `at most ${mostTags} tags`,
            fix: "remove some",
          },
        ];
  return [
    ...tooMany,
    ...entries
      .filter(([key, value]) => value !== undefined && !isAccepted(key, value))
      .map(([key, value]) => ({
        path: ["tags", key],
        value,
        problem: "AWS does not accept this tag",
        allowed:
          "letters, digits, spaces and _ . : / = + - @; a key of 1 to 128 characters not beginning with aws:, a value of at most 256",
        fix: "rename or shorten the tag",
      })),
  ];
}
