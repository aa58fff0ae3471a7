import { expected, HUB, MANAGEMENT, MEMBER, reportOf } from "../small-organization";
import {
  expectedByUnit,
  INSTANCES,
  regions,
  reportAfter,
  SET,
  STACK,
  stackSetStacks,
  UNIT,
  type StackSetParts,
} from "./stack-set-organization";
import { said } from "../said";

const provider = { alias: "us-east-1", allowed_account_ids: [MANAGEMENT] };

type Change = (parts: StackSetParts) => void;

function found(change?: Change, want = expectedByUnit): readonly string[] {
  return reportAfter(change, want).findings.map(
    (finding) => `${finding.resource?.address ?? ""} ${said(finding)}`,
  );
}

test("a stack set as it should be has no findings", () => {
  expect(found()).toEqual([]);
});

test.each<[string, Change, string]>([
  [
    "a stack set without instances",
    ({ resource }) => {
      Reflect.deleteProperty(resource, "aws_cloudformation_stack_instances");
    },
    `${SET} stack-set-target-missing: it has no stack instances`,
  ],
  [
    "instances without a stack set",
    ({ instances }) => {
      instances["stack_set_name"] = "other";
    },
    `${INSTANCES} orphaned-resource: the stack set other`,
  ],
  [
    "a permission model that names accounts",
    ({ set }) => {
      Reflect.deleteProperty(set, "permission_model");
    },
    `${SET} stack-set-setting: permission_model is SELF_MANAGED`,
  ],
  [
    "no automatic deployment",
    ({ set }) => {
      Reflect.deleteProperty(set, "auto_deployment");
    },
    `${SET} stack-set-setting: enabled of auto_deployment should be true`,
  ],
  [
    "automatic deployment that is switched off",
    ({ set }) => {
      set["auto_deployment"] = [{ enabled: false }];
    },
    `${SET} stack-set-setting: enabled of auto_deployment should be true`,
  ],
  [
    "a stack set that may make no roles",
    ({ set }) => {
      set["capabilities"] = ["CAPABILITY_IAM"];
    },
    `${SET} stack-set-setting: capabilities should have CAPABILITY_NAMED_IAM`,
  ],
  [
    "a caller that AWS does not know",
    ({ set }) => {
      set["call_as"] = "NOBODY";
    },
    `${SET} not-analyzed-setting: call_as NOBODY`,
  ],
  [
    "a delegated administrator that is the management account",
    ({ set, instances }) => {
      set["call_as"] = "DELEGATED_ADMIN";
      instances["call_as"] = "DELEGATED_ADMIN";
    },
    `${SET} stack-set-setting: call_as is DELEGATED_ADMIN, account ${MANAGEMENT} must say SELF`,
  ],
  [
    "instances that another caller makes",
    ({ instances }) => {
      instances["call_as"] = "DELEGATED_ADMIN";
    },
    `${INSTANCES} stack-set-setting: call_as is not that of signin-stack-set ${SET}: SELF`,
  ],
  [
    "a filter of accounts",
    ({ instances }) => {
      instances.deployment_targets["account_filter_type"] = "DIFFERENCE";
    },
    `${INSTANCES} not-analyzed-setting: account_filter_type of deployment_targets`,
  ],
  [
    "single accounts",
    ({ instances }) => {
      instances.deployment_targets["accounts"] = [MEMBER];
    },
    `${INSTANCES} not-analyzed-setting: accounts of deployment_targets`,
  ],
  [
    "overridden parameters",
    ({ instances }) => {
      instances["parameter_overrides"] = { Bus: "other" };
    },
    `${INSTANCES} not-analyzed-setting: parameter_overrides`,
  ],
  [
    "parameters",
    ({ set }) => {
      set["parameters"] = { Bus: "other" };
    },
    `${SET} not-analyzed-template: Parameters.Bus: the stack set gives it a value, and it does not exist`,
  ],
  [
    "an id that is no organizational unit's",
    ({ instances }) => {
      instances.deployment_targets["organizational_unit_ids"] = [UNIT, "workloads"];
    },
    `${INSTANCES} stack-set-targets-invalid: workloads is not an organizational unit`,
  ],
  [
    "organizational units that are not known",
    ({ instances }) => {
      instances.deployment_targets["organizational_unit_ids"] = "${var.units}";
    },
    `${INSTANCES} stack-set-targets-invalid: deployment_targets names no organizational unit that is known: var.units: it is known only where Terraform runs`,
  ],
  [
    "a region that AWS does not have",
    ({ instances }) => {
      instances["regions"] = [...regions, "eu-sout-1"];
    },
    `${INSTANCES} stack-set-targets-invalid: AWS has no region eu-sout-1`,
  ],
  [
    "a stack set with two instances",
    ({ instances, resource }) => {
      Object.assign(resource["aws_cloudformation_stack_instances"] ?? {}, { Second: instances });
    },
    `aws_cloudformation_stack_instances.Second stack-set-shared: ${INSTANCES}`,
  ],
  [
    "a resource of StackSets that nobody knows",
    ({ resource }) => {
      resource["aws_cloudformation_stack_set_instance"] = { One: { provider: "aws.us-east-1" } };
    },
    "aws_cloudformation_stack_set_instance.One not-analyzed-resource: aws_cloudformation_stack_set_instance",
  ],
])("%s is found", (_, change, finding) => {
  expect(found(change)).toContain(finding);
});

test("a stack set in a region that AWS does not have is found", () => {
  const stacks = stackSetStacks().map(({ name, document }) =>
    name === STACK
      ? {
          name,
          document: { ...document, provider: { aws: [{ ...provider, region: "nowhere-1" }] } },
        }
      : { name, document },
  );
  expect(reportOf(stacks, expectedByUnit).findings.map(said)).toContain(
    "value-invalid: its region: AWS has no region nowhere-1",
  );
});

test("two stack sets for one organizational unit and region are found", () => {
  const findings = found(({ set, instances, resource }) => {
    const second = {
      ...set,
      name: "second",
      template_body: "${aws_cloudformation_stack_set.Forwarder.template_body}",
    };
    Object.assign(resource["aws_cloudformation_stack_set"] ?? {}, { Second: second });
    Object.assign(resource["aws_cloudformation_stack_instances"] ?? {}, {
      Second: { ...instances, stack_set_name: "second" },
    });
  });
  expect(findings).toContainEqual(
    expect.stringContaining(
      `aws_cloudformation_stack_set.Second["${UNIT}"] us-east-1 Role duplicate-identity: signin-stack-set ${SET}["${UNIT}"] us-east-1 Role is the same`,
    ),
  );
});

test("a region that an account of the organizational unit wants is found", () => {
  const accounts = expectedByUnit.accounts.map((account) =>
    account.id === HUB ? { ...account, regions: [...account.regions, "eu-south-1"] } : account,
  );
  expect(found(undefined, { ...expectedByUnit, accounts })).toEqual([
    `${INSTANCES} stack-set-target-missing: ${UNIT} in eu-south-1`,
    ` forwarding-rule-missing: account ${HUB} in eu-south-1`,
    ` heartbeat-missing: account ${HUB} in eu-south-1`,
  ]);
});

test("an account may want fewer regions than the stack set has for its organizational unit", () => {
  const accounts = expectedByUnit.accounts.map((account) =>
    account.id === HUB ? { ...account, regions: ["us-east-1"] } : account,
  );
  expect(found(undefined, { ...expectedByUnit, accounts })).toEqual([]);
});

test("a region that the organizational unit does not want is of an older configuration", () => {
  const unit = { id: UNIT, regions: ["eu-central-1", "us-east-1"] };
  const accounts = [...expectedByUnit.accounts, unit];
  expect(found(undefined, { ...expectedByUnit, accounts })).toContain(
    `${SET}["${UNIT}"] us-east-2 Forward stale-resource: the region us-east-2 of account ${UNIT}`,
  );
});

test("the management account is not reached, and is found where it is expected to be", () => {
  const accounts = expected.accounts.map((account) => ({ ...account, organizationalUnit: UNIT }));
  expect(found(undefined, { ...expected, accounts })).toEqual([
    `${SET} stack-set-management-account: ${MANAGEMENT}`,
  ]);
});

test("an account that has a stack of its own and is in the organizational unit is found", () => {
  // Nobody says which account is the management account, so the stack set is taken to reach it.
  const { kinds, organization = "" } = expected;
  const accounts = expected.accounts.map((account) => ({ ...account, organizationalUnit: UNIT }));
  expect(found(undefined, { kinds, organization, accounts })).toContainEqual(
    expect.stringContaining(
      `${SET}["${MANAGEMENT}"] us-east-1 Role duplicate-identity: signin-account-${MANAGEMENT}`,
    ),
  );
});
