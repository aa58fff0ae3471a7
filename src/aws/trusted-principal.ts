/** What a principal that a role trusts must be, in words. */
export const principalForm =
  "the ARN of an IAM role or user, or of an account (arn:aws:iam::111111111111:root), without * and ?, at most 612 characters";

const arn =
  /^arn:aws[a-z-]*:iam::\d{12}:(?:root|(?:role|user)\/(?:[!-)+-.0->@-~]+\/)*[\w+=,.@-]{1,64})$/u;

/**
 * Whether a role can trust it: IAM refuses a wildcard within an ARN.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function isTrustedPrincipal(text: string): boolean {
  return text.length <= 612 && arn.test(text);
}
