import { policyArn, type ArnPlace } from "./arn";

const names = /^(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,128}$/u;
const arns = /^arn:(aws(?:-cn|-us-gov)?):iam::(\d{12}|aws):policy\/(.+)$/u;

/** Longest path and name of a policy. */
const longest = 640;

/** The policy of an ARN: its partition, its account, `aws` for one of AWS's own, and its name after its path. */
export function boundaryOfArn(text: string):
  | {
      readonly partition: string;
      readonly account: string;
      readonly name: string;
    }
  | undefined {
  const [, partition, account, name] = arns.exec(text) ?? [];
  if (partition === undefined || account === undefined || name === undefined) return undefined;
  return { partition, account, name };
}

/** Whether a text names a policy: by its name, after its path if it has one, or by its ARN. */
export function isBoundary(text: string): boolean {
  const name = boundaryOfArn(text)?.name ?? text;
  return name.length <= longest && names.test(name);
}

/** What {@link isBoundary} accepts, in words. */
export const boundaryForm =
  "the name of a policy, after its path if it has one, or its ARN: letters, digits and + = , . @ _ -";

/**
 * ARN of the policy that bounds a role of an account: an ARN is that already, a name is of the account.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function boundaryArn(place: Omit<ArnPlace, "region">, boundary: string): string {
  return boundary.startsWith("arn:") ? boundary : policyArn(place, boundary);
}
