import { coverageOf, inventoryOfStacks, type StackDocument } from "../../../src/coverage";
import { expectationsOf, resolve } from "../../../src/plan";
import { synthesizedOnce } from "../../terraform/synthesized-once";
import { stackSet } from "../../terraform/organizations";

const drill = {
  trustedPrincipals: ["arn:aws:iam::222222222222:role/drills"],
  externalId: "drills",
};
const props = { ...stackSet, drill };
const wanted = expectationsOf(resolve(props));
const stacks: readonly StackDocument[] = synthesizedOnce(props).map(
  ({ name, configuration: document }) => ({ name, document }),
);

interface Role {
  Type: string;
  Properties: Record<string, unknown> & {
    AssumeRolePolicyDocument: { Statement: Record<string, unknown>[] };
  };
}

/** What is found of roles of drills where that of the template is changed. */
function foundAfter(change: (role: Role, resources: Record<string, Role>) => void) {
  const copies = structuredClone(stacks);
  for (const { document } of copies) {
    // Edge: Terraform that this package wrote.
    const { aws_cloudformation_stack_set: sets = {} } = document["resource"] as Record<
      string,
      Record<string, { template_body: string }>
    >;
    for (const set of Object.values(sets)) {
      const template = JSON.parse(set.template_body.replaceAll("$${", () => "${")) as {
        Resources: Record<string, Role>;
      };
      const role = Object.values(template.Resources).find(({ Properties }) =>
        JSON.stringify(Properties).includes("DrillsAssumeRole"),
      );
      if (role === undefined) throw new Error("the template has no role of drills");
      change(role, template.Resources);
      set.template_body = JSON.stringify(template).replaceAll("${", () => "$${");
    }
  }
  return coverageOf(inventoryOfStacks(copies), { expected: wanted }).findings.map(
    ({ rule, detail }) => [rule, detail] as const,
  );
}

test("roles of drills that a stack set makes have no finding, in accounts and in units", () => {
  expect(foundAfter(() => undefined)).toEqual([]);
});

test("a role of drills that anybody may assume is found in each account and unit", () => {
  const found = foundAfter(({ Properties: { AssumeRolePolicyDocument: trust } }) => {
    for (const statement of trust.Statement) statement["Principal"] = { AWS: "*" };
  });
  expect(found.filter(([rule]) => rule === "drill-role-open")).toHaveLength(3);
});

test("a role of drills that may do something is found in each account and unit", () => {
  const found = foundAfter(({ Properties }) => {
    const Statement = [{ Sid: "All", Effect: "Allow", Action: "s3:*", Resource: "*" }];
    Properties["Policies"] = [
      { PolicyName: "all", PolicyDocument: { Version: "2012-10-17", Statement } },
    ];
  });
  expect(found.filter(([rule]) => rule === "drill-role-permissions")).toHaveLength(3);
});

test("a template without the role is found in each account and unit", () => {
  const found = foundAfter((role, resources) => {
    for (const [name, each] of Object.entries(resources)) {
      if (each === role) Reflect.deleteProperty(resources, name);
    }
  });
  expect(found.filter(([rule]) => rule === "drill-role-missing")).toHaveLength(3);
});

test("a role with a managed policy is not taken for one that may do nothing", () => {
  const found = foundAfter(({ Properties }) => {
    Properties["ManagedPolicyArns"] = ["arn:aws:iam::aws:policy/AdministratorAccess"];
  });
  expect(found).not.toEqual([]);
});
