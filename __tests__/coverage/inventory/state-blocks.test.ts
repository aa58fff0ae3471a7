import { after } from "../every-rule/raise";
import { reportOf, stacksOf } from "../small-organization";
import type { Finding, StackDocument } from "../../../src/coverage";
import { isCovered } from "../../../src/coverage/report";

const TOPIC = "aws_sns_topic.topic_69831491";
const ARN = "arn:aws:sns:eu-central-1:222222222222:signin-alerts";
const taken = { to: TOPIC, id: ARN, provider: "aws.eu-central-1" };
const kept = { from: "aws_sns_topic.former", lifecycle: { destroy: false } };

function reportWith(blocks: object, stacks: readonly StackDocument[] = stacksOf()) {
  return reportOf(
    stacks.map(({ document, ...stack }) => ({
      ...stack,
      document: stack.name === "signin-hub" ? { ...document, ...blocks } : document,
    })),
  );
}

const unknown = ({ findings }: { readonly findings: readonly Finding[] }) =>
  findings.filter(({ rule }) => rule === "not-analyzed-block").map(({ detail }) => detail);

test.each<[string, object]>([
  ["takes a topic of AWS for that of the stack, as cdktf writes it", { import: [taken] }],
  ["has no list about it", { import: taken }],
  ["leaves a former resource as it is", { removed: [kept] }],
  ["destroys a former resource", { removed: [{ ...kept, lifecycle: [{ destroy: true }] }] }],
])("a block that %s takes no alert away", (_, blocks) => {
  expect(isCovered(reportWith(blocks))).toBe(true);
});

test.each<[string, object]>([
  ["for a resource that the stack does not have", { import: [{ ...taken, to: `${TOPIC}x` }] }],
  ["for one instance", { import: [{ ...taken, to: `${TOPIC}[0]` }] }],
  ["by another provider", { import: [{ ...taken, provider: "aws.us-east-1" }] }],
  ["of no id", { import: [{ ...taken, id: "" }] }],
  ["of an id that depends on something", { import: [{ ...taken, id: "${var.id}" }] }],
  ["for each of several", { import: [{ ...taken, for_each: { a: "b" } }] }],
  ["twice for one resource", { import: [taken, { ...taken, id: `${ARN}-2` }] }],
  ["of one thing for two resources", { import: [taken, { ...taken, to: "aws_kms_key.topic" }] }],
  ["that is no block", { import: ["x"] }],
])("an import %s is not analyzed", (_, blocks) => {
  expect(unknown(reportWith(blocks))).toEqual(["import"]);
});

test.each<[string, object]>([
  ["of a resource that is still there", { removed: [{ ...kept, from: TOPIC }] }],
  ["of a module", { removed: [{ ...kept, from: "module.a" }] }],
  ["that does not say whether it is destroyed", { removed: [{ from: kept.from }] }],
  ["that runs a command", { removed: [{ ...kept, provisioner: { "local-exec": {} } }] }],
])("a removal %s is not analyzed", (_, blocks) => {
  expect(unknown(reportWith(blocks))).toEqual(["removed"]);
});

test("an import for one of several resources of an address is not analyzed", () => {
  const counted = after("aws_sns_topic", /^topic_/u, { count: 1 });
  expect(unknown(reportWith({ import: [taken] }, counted))).toEqual(["import"]);
});
