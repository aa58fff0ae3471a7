import { coverageOf, inventoryOfStacks, type StackDocument } from "../../../src/coverage";
import { finding } from "../../../src/coverage/finding";
import type { Review, Version } from "../../../src/coverage/report";
import { after, plain } from "../every-rule/raise";
import { expected } from "../small-organization";
import { reviewed } from "./review-of";

function versionOf(stacks: readonly StackDocument[]): Version {
  const inventory = inventoryOfStacks(stacks);
  const judge: Version["judge"] = (applied) => coverageOf(applied, { expected });
  return { inventory, coverage: coverageOf(inventory, { expected }), judge };
}

const RULE = "aws_cloudwatch_event_rule";
const root = /Rule-root-sign-in_/u;
const ignoring = (ignored: unknown) => ({ lifecycle: { ignore_changes: ignored } });
const other = { event_pattern: '{"source":["aws.ec2"]}' };
const withLifecycle = (ignored: unknown, stacks = plain) =>
  after(RULE, root, ignoring(ignored), stacks);

const review = (base: readonly StackDocument[], head: readonly StackDocument[]) =>
  reviewed(versionOf(base), versionOf(head));
const kindsOf = (cells: readonly { readonly kind: string }[]) => [
  ...new Set(cells.map(({ kind }) => kind)),
];

const textsOf = ({ others }: Review): string => others.map(({ text }) => text).join("\n");

test.each([[["event_pattern"]], ["all"]])(
  "an alert that is won by a change which %p withholds is not won",
  (ignored) => {
    const { review: found, harmless } = review(after(RULE, root, other), withLifecycle(ignored));
    expect(found.coverage.won).toEqual([]);
    expect(kindsOf(found.coverage.stillOpen)).toContain("root-sign-in");
    expect(harmless).toBe(false);
    expect(textsOf(found)).toMatch(
      /^Terraform will not change signin-hub aws_cloudwatch_event_rule\.[\w-]+: event_pattern: lifecycle\.ignore_changes withholds it/mu,
    );
  },
);

test("an alert that is lost by a change which is withheld is not lost", () => {
  const head = after(RULE, root, { ...other, ...ignoring(["event_pattern"]) });
  expect(review(plain, head).review.coverage.lost).toEqual([]);
  expect(kindsOf(review(plain, after(RULE, root, other)).review.coverage.lost)).toContain(
    "root-sign-in",
  );
});

test("a name that is withheld stays, with all that refers to it", () => {
  const head = after("aws_sns_topic", /topic/u, { name: "other", ...ignoring(["name"]) });
  const { review: found } = review(plain, head);
  expect(found.coverage.lost).toEqual([]);
  expect(found.losses).toEqual([]);
});

test("a part that is withheld stays, the rest changes", () => {
  const TARGET = "aws_cloudwatch_event_target";
  const name = /Target-root-sign-in|root-sign-in.*Target/u;
  const head = after(TARGET, name, (body) => ({
    ...body,
    retry_policy: { maximum_event_age_in_seconds: 60, maximum_retry_attempts: 0 },
    ...ignoring(["retry_policy[0].maximum_retry_attempts"]),
  }));
  const texts = textsOf(review(plain, head).review);
  expect(texts).toContain("retry_policy[0].maximum_retry_attempts: lifecycle");
  expect(texts).toMatch(/185 attempts/u);
});

test("what Terraform creates anew is as it is written", () => {
  const renamed = { name: "signin-alerts-another", ...other, ...ignoring(["event_pattern"]) };
  const { review: found } = review(plain, after(RULE, root, renamed));
  expect(kindsOf(found.coverage.lost)).toContain("root-sign-in");
  const { review: made } = review(after(RULE, root, undefined), withLifecycle(["event_pattern"]));
  expect(kindsOf(made.coverage.won)).toContain("root-sign-in");
});

test("where nothing else is written nothing is withheld", () => {
  expect(textsOf(review(plain, withLifecycle("all")).review)).not.toContain("Terraform will not");
});

test("what is wrong with the files of the head stays wrong where some of it is withheld", () => {
  const head = versionOf(withLifecycle(["event_pattern"]));
  const twice = finding(
    "not-analyzed-block",
    { stack: "signin-hub", address: "cdk.tf.json" },
    "twice",
  );
  const problems = [...head.inventory.problems, twice];
  const { review: found } = reviewed(versionOf(after(RULE, root, other)), {
    ...head,
    inventory: { ...head.inventory, problems },
  });
  expect(found.coverage.newFindings).toContainEqual(twice);
});
