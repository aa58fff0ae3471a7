import { after } from "../every-rule/raise";
import { reviewed, versionOf } from "./review-of";

/** The review of a change to every resource of a type. */
const changed = (type: string, name: RegExp, change: Readonly<Record<string, unknown>>) =>
  reviewed(
    versionOf(),
    versionOf({}, (stacks) => after(type, name, { ...change }, stacks)),
  );

test.each<[string, string, Readonly<Record<string, unknown>>, string]>([
  ["keys of several regions", "aws_kms_key", { multi_region: true }, "becomes unreadable"],
  [
    "an archive of another bus",
    "aws_cloudwatch_event_archive",
    { event_source_arn: "arn:aws:events:eu-central-1:222222222222:event-bus/default" },
    "the events that it keeps are deleted",
  ],
  [
    "mail in the format of programs",
    "aws_sns_topic_subscription",
    { protocol: "email-json" },
    "`email:security@example.com`",
  ],
])("a review counts what %s replace", (_, type, change, said) => {
  const { review, harmless, markdown } = changed(type, /./u, change);
  expect(harmless).toBe(false);
  expect(review.losses.map(({ action }) => action)).toContain("replace");
  expect(markdown).toContain(said);
});

test.each([false, "false", null])("a key that says multi_region is %j is the same", (value) => {
  const { review, harmless } = changed("aws_kms_key", /./u, { multi_region: value });
  expect(review.losses).toEqual([]);
  expect(harmless).toBe(true);
});
