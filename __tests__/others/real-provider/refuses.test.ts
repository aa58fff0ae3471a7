import { organizationOf, small } from "../../terraform/organizations";
import { synthesizedStacks, type SynthesizedStack } from "../../terraform/synthesized-stacks";
import { describeJudged, timed } from "../describe-judged";
import { RealTerraform } from "./real-terraform";
import { knownPart } from "./unknown-arguments";

/** A resource that is wrong, and what the provider says of it. */
interface Wrong {
  readonly type: string;
  readonly replaced: Readonly<Record<string, unknown>>;
  readonly says: RegExp;
}

const wrong: readonly (readonly [string, Wrong])[] = [
  [
    "an argument that does not exist",
    {
      type: "aws_sns_topic",
      replaced: { nmae: "x" },
      says: /No argument or block type is named "nmae"/,
    },
  ],
  [
    "an ARN with upper case",
    {
      type: "aws_cloudwatch_event_target",
      replaced: { arn: "arn:aws:sns:EU-Central-1:222222222222:signin-alerts" },
      says: /is an invalid ARN/,
    },
  ],
  [
    "two arguments that exclude each other",
    {
      type: "aws_cloudwatch_event_target",
      replaced: { input: "{}", input_path: "$.detail", input_transformer: undefined },
      says: /conflicts with/,
    },
  ],
  [
    "a policy that is not JSON",
    { type: "aws_sqs_queue", replaced: { policy: "allow everybody" }, says: /invalid JSON/ },
  ],
];

describeJudged("the real provider can fail", ["terraform", "provider"], ({ provider }) => {
  const { stacks } = knownPart(synthesizedStacks(organizationOf(small)), provider.version);
  const hub = stacks.filter(({ name }) => name === "signin-hub");

  test.each(wrong)("refuses %s", async (_, { type, replaced, says }) => {
    const terraform = new RealTerraform(
      hub.map((stack) => withWrong(stack, type, replaced)),
      provider,
    );
    try {
      const said = await timed("provider", "refuses what is wrong", () =>
        terraform.validate("signin-hub"),
      );
      const errors = said.filter(({ severity }) => severity === "error");
      expect(errors.length).toBeGreaterThan(0);
      for (const { summary, detail } of errors) expect(`${summary} ${detail}`).toMatch(says);
    } finally {
      terraform.close();
    }
  });
});

/** The stack with the first resource of a type changed. */
function withWrong(
  stack: SynthesizedStack,
  type: string,
  replaced: Wrong["replaced"],
): SynthesizedStack {
  const resource = stack.configuration.resource ?? {};
  const [first, ...rest] = Object.entries(resource[type] ?? {});
  if (first === undefined) throw new Error(`the stack has no ${type}`);
  const changed = [first[0], { ...(first[1] as object), ...replaced }] as const;
  return {
    ...stack,
    configuration: {
      ...stack.configuration,
      resource: { ...resource, [type]: Object.fromEntries([changed, ...rest]) },
    },
  };
}
