import type { RuleId } from "../../../src/coverage";
import { more } from "../every-rule/raise";
import { HUB } from "../small-organization";
import { foundWithDrills, withDrills } from "./drill-organization";

const NAME = "signin-alerts-drill";

/** The provider that a role of drills is created with. */
function providerOf(stack: string): unknown {
  const { document } = withDrills.find(({ name }) => name === stack) ?? {};
  const { aws_iam_role: roles = {} } = document?.["resource"] as Record<
    string,
    Record<string, Record<string, unknown>>
  >;
  return Object.values(roles)[0]?.["provider"];
}

test.each<[string, string, Record<string, unknown>, RuleId]>([
  [
    "attached to it",
    "aws_iam_role_policy_attachment",
    { role: NAME, policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess" },
    "drill-role-permissions",
  ],
  [
    "attached by a resource that is not analyzed",
    "aws_iam_policy_attachment",
    { name: "x", roles: [NAME], policy_arn: "arn:aws:iam::aws:policy/AdministratorAccess" },
    "not-analyzed-resource",
  ],
  [
    "written for it",
    "aws_iam_role_policy",
    {
      name: "x",
      role: NAME,
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: "s3:*", Resource: "*" }],
      }),
    },
    "drill-role-permissions",
  ],
])("a policy %s is found", (_, type, body, rule) => {
  const stack = withDrills.find(({ name }) => name.includes(HUB))?.name ?? "";
  const provider = providerOf(stack);
  const added = more(stack, type, () => ({ provider, ...body }), withDrills);
  expect(foundWithDrills(added).map(({ rule: id }) => id)).toEqual([rule]);
});
