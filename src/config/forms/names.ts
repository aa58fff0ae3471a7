import { bucketNameForm, isBucketName } from "../../aws/bucket-name";
import { matching, type Form } from "./form";

// The event bus `default` exists in every account, and the beginnings are reserved for buckets.
const reservedPrefix = /^(default$|sthree(-|$)|xn--|amzn-s3-demo)/;

/** What the names of resources or stacks begin with. */
export const prefix: Form = {
  allowed: "a lower-case letter, then lower-case letters, digits and hyphens",
  test: (text) =>
    /^[a-z][a-z0-9-]*$/.test(text) && !text.endsWith("-") && !reservedPrefix.test(text),
  explain: (text) => ({
    problem: reservedPrefix.test(text)
      ? "AWS keeps this name for itself"
      : "names cannot begin with this",
    fix: "choose a short word, such as signin-alerts",
  }),
};

/** Names of routes whose resources would have the name of something else. */
const reservedRoutes: readonly string[] = ["trail", "operations", "trail-alarms"];

export const routeName: Form = {
  allowed: `a lower-case letter, then lower-case letters, digits and hyphens; not ${reservedRoutes.join(", ")}`,
  test: (text) => /^[a-z][a-z0-9-]*$/.test(text) && !reservedRoutes.includes(text),
  explain: (text) => ({
    problem: reservedRoutes.includes(text)
      ? "a topic or a key of this name exists for other purposes"
      : "this cannot be part of a resource's name",
    fix: "rename the route",
  }),
};

export const alarmName = matching(
  /^[a-z][a-z0-9-]{0,63}$/,
  "a lower-case letter, then at most 63 lower-case letters, digits and hyphens",
  "this cannot be part of an alarm's name",
  "choose a short word, such as break-glass",
);

export const bucketName: Form = {
  allowed: bucketNameForm,
  test: isBucketName,
  explain: ({ length }) => ({
    problem: `S3 does not accept this name for a bucket${length > 63 ? `, this has ${length} characters` : ""}`,
    fix: "choose another name",
  }),
};

const tagPattern = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

/** @see https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
function tagPart(isAccepted: (text: string) => boolean): Form {
  return {
    allowed:
      "letters, digits, spaces and _ . : / = + - @; a key of 1 to 128 characters not beginning with aws:, a value of at most 256",
    test: (text) => tagPattern.test(text) && isAccepted(text),
    explain: () => ({
      problem: "AWS does not accept this tag",
      fix: "rename or shorten the tag",
    }),
  };
}

export const tagKey = tagPart(
  (text) => text !== "__proto__" && text.length > 0 && text.length <= 128 && !/^aws:/i.test(text),
);
export const tagValue = tagPart(({ length }) => length <= 256);
