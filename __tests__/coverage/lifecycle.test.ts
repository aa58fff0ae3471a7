import { after, foundIn, more, plain } from "./every-rule/raise";
import type { MutableJson } from "./mutation/mutant";
import { said } from "./said";

const RULE = "aws_cloudwatch_event_rule";

const withLifecycle = (lifecycle: unknown) =>
  foundIn(after(RULE, /Rule-root-sign-in_/u, (body) => ({ ...body, lifecycle }))).map(said);

test.each<[string, unknown, string]>([
  ["is not there", { enabled: false }, "lifecycle.enabled = false"],
  ["may not be there", { enabled: "${var.x}" }, 'lifecycle.enabled = "${var.x}"'],
  [
    "keeps an older pattern",
    { ignore_changes: ["event_pattern"] },
    'lifecycle.ignore_changes = ["event_pattern"]',
  ],
  [
    "is replaced with another resource",
    { replace_triggered_by: ["aws_cloudwatch_event_bus.alert-hub_851754CE"] },
    'lifecycle.replace_triggered_by = ["aws_cloudwatch_event_bus.alert-hub_851754CE"]',
  ],
  ["keeps all that it had", [{ ignore_changes: "all" }], 'lifecycle.ignore_changes = "all"'],
])("a rule that %s by its lifecycle is not taken for what is written", (_, lifecycle, detail) => {
  expect(withLifecycle(lifecycle)).toEqual([`not-analyzed-setting: ${detail}`]);
});

test.each([
  ["its tags", { ignore_changes: ["tags", 'tags["a"]', "tags_all"] }],
  ["no trigger", { replace_triggered_by: [] }],
  ["how it is replaced", { create_before_destroy: true, prevent_destroy: true }],
])("a lifecycle of %s alone is nobody's finding", (_, lifecycle) => {
  expect(withLifecycle(lifecycle)).toEqual([]);
});

test("what a team ignores of its own resources is nobody's finding", () => {
  const own = ({ provider }: MutableJson) =>
    ({ name: "own", provider, lifecycle: { ignore_changes: ["display_name"] } }) as never;
  expect(foundIn(more("signin-hub", "aws_sns_topic", own, plain, "own")).map(said)).toEqual([]);
});
