import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import { catalog } from "../../src/catalog";
import { decide, withoutSource } from "../coverage/policy/sample-policies";
import type { PolicyKind, PolicyRequest } from "../../src/coverage/policy";
import { StackContents } from "../stacks/stack-contents";
import { synthesizedStacks } from "../terraform/synthesized-stacks";

export const HUB = "222222222222";
export const MEMBER = "333333333333";
export const MANAGEMENT = "111111111111";
export const ORGANIZATION = "o-a1b2c3d4e5";
export const REGION = "eu-central-1";
export const HUB_BUS = `arn:aws:events:${REGION}:${HUB}:event-bus/alerts`;
export const defaultKinds = catalog.filter(({ onByDefault }) => onByDefault);

/** What a construct creates in a user's own stack, which has one provider. */
export function contentsOf(
  build: (stack: TerraformStack, provider: AwsProvider) => void,
): StackContents {
  const [stack] = synthesizedStacks((app) => {
    const own = new TerraformStack(app, "own");
    build(own, new AwsProvider(own, "aws", { alias: "here", region: REGION }));
  });
  if (!stack) throw new Error("nothing was synthesized");
  return new StackContents(stack);
}

/** Asks a policy: `allow`, `deny`, or `implicit-deny` where no statement applies. */
export function asker(
  policy: unknown,
  usual: PolicyRequest,
  kind?: PolicyKind,
): (replaced?: Partial<PolicyRequest>) => string {
  return (replaced = {}) => {
    const { context, ...request } = { ...usual, ...replaced };
    return decide(policy, { ...request, context: withoutSource(context) }, kind).effect;
  };
}
