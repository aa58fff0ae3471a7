import { policy, type Policy, type PolicyStatement } from "../aws/policy-document";

/**
 * Characters of a customer-managed policy, white space not counted. A role has ten such policies by default.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export const LONGEST_POLICY = 6144;

/** Characters of a policy as IAM counts them. */
export function lengthOf(document: Policy): number {
  return JSON.stringify(document).length;
}

/** Statements as policies, as few as their length allows. */
export function policiesOf(statements: readonly PolicyStatement[]): readonly Policy[] {
  const policies: PolicyStatement[][] = [];
  for (const each of statements.flatMap(parts)) {
    const last = policies.at(-1);
    if (last && lengthOf(policy(...last, each)) <= LONGEST_POLICY) last.push(each);
    else policies.push([each]);
  }
  return policies.map((each) => policy(...each));
}

/** A statement that is too long for a policy, in parts of fewer resources. */
function parts(statement: PolicyStatement): readonly PolicyStatement[] {
  const { Resource, Sid } = statement;
  if (lengthOf(policy(statement)) <= LONGEST_POLICY) return [statement];
  if (typeof Resource !== "object" || Resource.length < 2) return [statement];
  const half = Math.ceil(Resource.length / 2);
  return [
    { ...statement, Sid: `${Sid}A`, Resource: Resource.slice(0, half) },
    { ...statement, Sid: `${Sid}B`, Resource: Resource.slice(half) },
  ].flatMap(parts);
}
