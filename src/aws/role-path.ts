/** What the path of a role must be, in words. */
export const rolePathForm =
  "/, or letters, digits and + = , . @ _ - between slashes, such as /security/, at most 512 characters";

/**
 * Whether roles may have a path. AWS would accept more signs, which policies and Terraform give a meaning.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html
 */
export function isRolePath(text: string): boolean {
  return text.length <= 512 && /^\/(?:[\w+=,.@-]+\/)*$/u.test(text);
}
