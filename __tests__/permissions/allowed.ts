import type { Policy } from "../../src/aws";
import { evaluatePolicies, parsePolicy } from "../../src/coverage/policy";

/** One call, as IAM sees it. */
export interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly region: string;
  readonly context?: Readonly<Record<string, string>>;
}

/** Whether policies of a role allow a call. */
export function allows(
  policies: readonly Policy[],
  { action, resource, region, context }: Asked,
): boolean {
  const documents = policies.map((document) =>
    parsePolicy(JSON.stringify(document), { kind: "identity" }),
  );
  const { effect } = evaluatePolicies(documents, {
    principal: { account: "111111111111", arn: "arn:aws:iam::111111111111:role/deployer" },
    action,
    resource,
    context: { "aws:RequestedRegion": region, ...context },
  });
  if (effect === "unknown") throw new Error(`it is not known whether ${action} is allowed`);
  return effect === "allow";
}
