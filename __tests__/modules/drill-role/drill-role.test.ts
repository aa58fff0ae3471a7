import { DrillRole, type DrillRoleProps } from "../../../modules";
import { asker, contentsOf, HUB, MEMBER, ORGANIZATION } from "../one-stack";

const starter = `arn:aws:iam::${HUB}:role/ci/SignInAlertsDrill`;

function role(replaced: Partial<DrillRoleProps> = {}) {
  return contentsOf((stack, provider) => {
    new DrillRole(stack, "drill", {
      provider,
      account: MEMBER,
      namePrefix: "alerts",
      organizationId: ORGANIZATION,
      trustedPrincipals: [starter],
      ...replaced,
    });
  });
}

/** What the trust policy of a role says to who starts a drill. */
function asking(replaced: Partial<DrillRoleProps> = {}) {
  return asker(
    role(replaced).only("aws_iam_role").values["assume_role_policy"],
    {
      principal: { account: HUB, organization: ORGANIZATION, arn: starter },
      action: "sts:AssumeRole",
      resource: `arn:aws:iam::${MEMBER}:role/alerts-drill`,
      context: {},
    },
    "trust",
  );
}

test("the role of a drill has no policy, so it may do nothing", () => {
  const contents = role();
  expect(contents.resources.map(({ type }) => type)).toEqual(["aws_iam_role"]);
  const { values } = contents.only("aws_iam_role");
  expect(values).toMatchObject({ name: "alerts-drill" });
  for (const argument of ["inline_policy", "managed_policy_arns", "path", "permissions_boundary"]) {
    expect(values[argument]).toBeUndefined();
  }
});

test("who is trusted may assume it from within the organization alone, and nobody else may", () => {
  const ask = asking();
  const principal = { account: HUB, organization: ORGANIZATION, arn: starter };
  expect(ask()).toBe("allow");
  expect(ask({ principal: { ...principal, organization: "o-z9y8x7w6v5" } })).toBe("implicit-deny");
  expect(ask({ principal: { ...principal, arn: `arn:aws:iam::${HUB}:role/ci/Other` } })).toBe(
    "implicit-deny",
  );
  expect(ask({ principal: { service: "events.amazonaws.com" } })).toBe("implicit-deny");
});

test("with an external id nobody may assume it who does not send it", () => {
  const ask = asking({ externalId: "drill-4b1d" });
  expect(ask({ context: { "sts:ExternalId": "drill-4b1d" } })).toBe("allow");
  expect(ask({ context: { "sts:ExternalId": "another" } })).toBe("implicit-deny");
  expect(ask({ context: { "sts:ExternalId": [] } })).toBe("implicit-deny");
});

test("path and boundary are those of the other roles", () => {
  const createdRoles = { path: "/security/", permissionsBoundary: "teams/Boundary" };
  expect(role({ createdRoles }).only("aws_iam_role").values).toMatchObject({
    path: "/security/",
    permissions_boundary: `arn:aws:iam::${MEMBER}:policy/teams/Boundary`,
  });
});

test.each([
  ["no principal", { trustedPrincipals: [] }, /'trustedPrincipals' must name at least 1/],
  ["a wildcard", { trustedPrincipals: [`arn:aws:iam::${HUB}:role/*`] }, /'trustedPrincipals\[0\]'/],
  ["everybody", { trustedPrincipals: ["*"] }, /'trustedPrincipals\[0\]'/],
  ["no organization", { organizationId: "" }, /'organizationId'/],
  ["an external id with a blank", { externalId: "a b" }, /'externalId'/],
  ["a path without a slash", { createdRoles: { path: "security" } }, /'createdRoles.path'/],
])("fails for %s", (_, replaced, message) => {
  expect(() => role(replaced)).toThrow(message);
});
