import fc from "fast-check";
import { coverageOf, inventoryOfStacks, type StackDocument } from "../../../src/coverage";
import { runs } from "../../property-runs";
import { after, allOf, plain } from "../every-rule/raise";
import { said } from "../said";
import { HUB, reportOf } from "../small-organization";
import { ownResources, type OwnResources } from "./own-resources";

/** The stacks with resources added to one of them. */
function withAdded(added: OwnResources, stacks = plain, stack = "signin-hub") {
  const copies = structuredClone(stacks);
  const { document } = copies.find(({ name }) => name === stack) ?? {};
  const resource = document?.["resource"] as Record<string, Record<string, object>>;
  for (const [type, bodies] of Object.entries(added)) {
    const placed = Object.entries(bodies).map(([label, body], i) => [
      `${label}${Object.keys(resource[type] ?? {}).length + i}`,
      { provider: "aws.eu-central-1", ...body },
    ]);
    // The label that references name comes first.
    const [[, first] = []] = placed;
    const label = Object.keys(bodies)[0] ?? "own";
    const others = Object.fromEntries(placed.slice(1)) as Record<string, object>;
    resource[type] = { ...resource[type], ...others, [label]: first as object };
  }
  return copies;
}

function found(stacks: readonly StackDocument[]): readonly string[] {
  return [
    ...allOf(reportOf(stacks)).map(said),
    ...allOf(coverageOf(inventoryOfStacks(stacks))).map(
      (each) => `no configuration: ${said(each)}`,
    ),
  ].sort();
}

test.each(Object.keys(ownResources))("what alerts do not pass is no finding: %s", (name) => {
  expect(found(withAdded(ownResources[name] ?? {}))).toEqual([]);
});

test("neither is it in the stack of a member", () => {
  const names = [
    "a scheduled rule to a function",
    "an event bus",
    "a role",
    "a rule on sign-ins to a topic of the stack",
  ];
  for (const name of names) {
    const stacks = withAdded(ownResources[name] ?? {}, plain, "signin-account-333333333333");
    expect(found(stacks)).toEqual([]);
  }
});

const broken = {
  "a rule that is off": after("aws_cloudwatch_event_rule", /root-sign-in/u, { state: "DISABLED" }),
  "a target that is gone": after("aws_cloudwatch_event_target", /root-sign-in/u, undefined),
  "a rule for something else": after("aws_cloudwatch_event_rule", /Rule-root-sign-in/u, {
    event_pattern: '{"source":["aws.ec2"]}',
  }),
  "a subscription elsewhere": after("aws_sns_topic_subscription", /security/u, {
    topic_arn: `arn:aws:sns:eu-central-1:${HUB}:elsewhere`,
  }),
  "a forwarding rule that notifies a topic": after(
    "aws_cloudwatch_event_target",
    /forwarder.*us-east-1/u,
    { arn: `arn:aws:sns:us-east-1:${HUB}:elsewhere`, role_arn: null },
  ),
  "a rule of the hub on the default bus": after("aws_cloudwatch_event_rule", /root-sign-in/u, {
    event_bus_name: "default",
  }),
  "an alarm without actions": after("aws_cloudwatch_metric_alarm", /undelivered/u, {
    actions_enabled: false,
  }),
};

test("what a team has besides hides nothing that is wrong", () => {
  const names = Object.keys(ownResources);
  const faults = fc.constantFrom(...Object.values(broken));
  fc.assert(
    fc.property(fc.constantFrom(...names), faults, (name, stacks) => {
      const before = found(stacks);
      expect(before).not.toEqual([]);
      expect(found(withAdded(ownResources[name] ?? {}, stacks))).toEqual(before);
    }),
    runs(6),
  );
});

const place = `eu-central-1:${HUB}`;
const touching: readonly (readonly [string, OwnResources, string])[] = [
  [
    "a policy of the hub's topic",
    {
      aws_sns_topic_data_protection_policy: { own: { arn: `arn:aws:sns:${place}:signin-alerts` } },
    },
    "not-analyzed-resource: aws_sns_topic_data_protection_policy",
  ],
  [
    "a reader of the dead-letter queue",
    {
      aws_lambda_event_source_mapping: {
        own: { event_source_arn: `arn:aws:sqs:${place}:signin-alerts-hub-dead-letters` },
      },
    },
    "not-analyzed-resource: aws_lambda_event_source_mapping",
  ],
  [
    "a pipe from it",
    {
      aws_pipes_pipe: {
        own: { source: `arn:aws:sqs:${place}:signin-alerts-hub-dead-letters`, target: "x" },
      },
    },
    "not-analyzed-resource: aws_pipes_pipe",
  ],
  [
    "what names a role in a way that is not known",
    { aws_iam_policy_attachment: { own: { name: "x", roles: ["${var.role}"] } } },
    "not-analyzed-resource: aws_iam_policy_attachment",
  ],
  [
    "a service control policy",
    { aws_organizations_policy: { own: { name: "x", content: "{}" } } },
    "not-analyzed-resource: aws_organizations_policy",
  ],
  [
    "a stack of CloudFormation, which may hold anything",
    { aws_cloudformation_stack: { own: { name: "x", template_body: "{}" } } },
    "not-analyzed-resource: aws_cloudformation_stack",
  ],
  [
    "a rule that sends other events to the hub's topic",
    {
      aws_cloudwatch_event_rule: { own: { name: "x", event_pattern: '{"region":["us-east-1"]}' } },
      aws_cloudwatch_event_target: {
        own: { rule: "x", arn: `arn:aws:sns:${place}:signin-alerts` },
      },
    },
    "pattern-differs",
  ],
];

test.each(touching)("fails on what may touch the path: %s", (_, added, finding) => {
  expect(found(withAdded(added))).toContain(finding);
});
