/** Whether a text is the id of an account: 12 digits. */
export function isAccountId(text: string): boolean {
  return /^\d{12}$/u.test(text);
}

/**
 * Whether an id is that of an organizational unit or of a root, rather than of an account.
 * @see https://docs.aws.amazon.com/organizations/latest/APIReference/API_OrganizationalUnit.html
 */
export function isOrganizationalUnitId(id: string): boolean {
  return /^(?:ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}|r-[0-9a-z]{4,32})$/u.test(id);
}

/**
 * Most organizational units that one operation on a stack set accepts.
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStackInstances.html
 */
export const mostOrganizationalUnits = 50;
