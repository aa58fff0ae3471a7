import type { AlteredResource } from "./altered-resources";

type Body = AlteredResource["body"];

const arn = "arn:aws:sns:us-east-1:111111111111:x";
const target = { rule: "x", arn };
const topic = { name: "x" };
const alarm = {
  ...{ alarm_name: "x", comparison_operator: "GreaterThanThreshold", evaluation_periods: 1 },
  ...{ metric_name: "x", namespace: "x", period: 60, statistic: "Sum", threshold: 1 },
};
/** Values of which only the type is known. */
const list = '${split(",", uuid())}';
const map = "${{ a = uuid() }}";
const text = "${uuid()}";
const generated = (block: object): Body => ({ ...target, dynamic: { input_transformer: block } });
const content = (input_template: string): object => ({ content: { input_template } });

const rows = (isRefused: boolean, type: string, bodies: readonly Body[]) =>
  bodies.map((body): AlteredResource => ({ type, change: JSON.stringify(body), isRefused, body }));

/** Resources whose arguments are expressions, and whether the provider refuses them for what the expressions are. */
export const expressedResources: readonly AlteredResource[] = [
  ...rows(true, "aws_sns_topic", [
    ...[list, map, "${[for a in [uuid()] : a]}"].map((name) => ({ name })),
    ...[list, text].map((tags) => ({ ...topic, tags })),
    { ...topic, tags: { a: list } },
    { ...topic, fifo_topic: list },
    { ...topic, timeouts: "${{}}" },
    { ...topic, nmae: null },
    { ...topic, tags: { '${lower("A")}': "x", a: "y" } },
  ]),
  ...rows(true, "aws_cloudwatch_event_target", [
    ...["${[{ input_template = uuid() }]}", "${[]}", "${uuid()}", ["${uuid()}"]].map((each) => ({
      ...target,
      input_transformer: each,
    })),
    { ...target, retry_policy: { maximum_retry_attempts: list } },
    { ...target, input_transformer: { input_template: "x", input_paths: list } },
    { ...target, input_transformer: [{ input_template: map }] },
  ]),
  ...rows(true, "aws_cloudwatch_metric_alarm", [
    ...[text, map, [list]].map((alarm_actions) => ({ ...alarm, alarm_actions })),
    { ...alarm, dimensions: list },
    { ...alarm, metric_query: "${[]}" },
  ]),
  ...rows(false, "aws_sns_topic", [
    { name: text },
    { ...topic, display_name: "x${length(uuid())}" },
    ...[map, { a: text }].map((tags) => ({ ...topic, tags })),
    { ...topic, fifo_topic: "${uuid() == null}" },
  ]),
  ...rows(false, "aws_cloudwatch_event_target", [
    { ...target, input_transformer: [{ input_template: text, input_paths: map }] },
    { ...target, retry_policy: { maximum_retry_attempts: "${length(uuid())}" } },
    generated({ for_each: ["a"], ...content("${input_transformer.value}") }),
    generated({ for_each: ["a"], iterator: "it", ...content("${it.value}${it.key}") }),
  ]),
  ...rows(false, "aws_cloudwatch_metric_alarm", [
    ...[list, [text]].map((alarm_actions) => ({ ...alarm, alarm_actions })),
    { ...alarm, dimensions: map },
    { ...alarm, threshold: "${length(uuid())}" },
  ]),
];
