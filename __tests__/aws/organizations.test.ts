import { isAccountId, isOrganizationalUnitId } from "../../src/aws/organizations";

describe("Ids of AWS Organizations", () => {
  test.each([
    ["111111111111", true],
    ["11111111111", false],
    ["1111111111111", false],
    ["1111-1111-1111", false],
    ["111111111111\n", false],
    ["", false],
  ])("are of an account when they have 12 digits and nothing else: %j", (id, expected) => {
    expect(isAccountId(id)).toBe(expected);
  });

  test.each([
    ["ou-ab12-c3d4e5f6", true],
    ["r-ab12", true],
    ["ou-ab12", false],
    ["ou-AB12-c3d4e5f6", false],
    ["r-ab12-c3d4e5f6", false],
    ["111111111111", false],
  ])("are of an organizational unit or of the root in the form of AWS: %j", (id, expected) => {
    expect(isOrganizationalUnitId(id)).toBe(expected);
  });
});
