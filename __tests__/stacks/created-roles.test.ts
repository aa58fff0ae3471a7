import { example, Organization } from "./example-organization";

const organization = new Organization({
  ...example,
  formatter: true,
  createdRoles: { path: "/security/", permissionsBoundary: "teams/Boundary" },
});

test("every role that is created has the path, and the policy of its own account as its boundary", () => {
  for (const stack of organization.stacks) {
    const [provider] = stack.providers;
    const account = provider?.allowed_account_ids?.[0] ?? "";
    for (const { values } of stack.ofType("aws_iam_role")) {
      expect(values["path"]).toBe("/security/");
      expect(values["permissions_boundary"]).toBe(`arn:aws:iam::${account}:policy/teams/Boundary`);
    }
  }
  const roles = organization.stacks.flatMap((stack) => stack.ofType("aws_iam_role"));
  // One forwarder in each account, the trail's, and the formatter's.
  expect(roles.length).toBeGreaterThanOrEqual(example.accounts.length + 2);
});

test("without them a role has neither path nor boundary", () => {
  for (const stack of new Organization({ ...example, createdRoles: { path: "/" } }).stacks) {
    for (const { values } of stack.ofType("aws_iam_role")) {
      expect(values).not.toHaveProperty("path");
      expect(values).not.toHaveProperty("permissions_boundary");
    }
  }
});

test("with drills each account has a role of its own for them, and without them none", () => {
  const trusted = ["arn:aws:iam::222222222222:role/ci/SignInAlertsDrill"];
  const drillRoles = (props: typeof example) =>
    new Organization(props).stacks.flatMap((stack) =>
      stack.named("aws_iam_role", "signin-alerts-drill").map(() => stack.name),
    );
  expect(drillRoles(example)).toEqual([]);
  expect(drillRoles({ ...example, drill: { trustedPrincipals: trusted } })).toEqual(
    example.accounts.map(({ id }) => `signin-account-${id}`),
  );
});
