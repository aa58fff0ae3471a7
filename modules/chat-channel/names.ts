/** Name of the role that the chat application works with. */
export function chatRoleName(name: string): string {
  return `${name}-chat`;
}
