import { expected, HUB, MANAGEMENT, MEMBER } from "../small-organization";
import {
  expectedByUnit,
  INSTANCES,
  regions,
  reportAfter,
  SET,
  UNIT,
  type StackSetParts,
} from "./stack-set-organization";

type Change = (parts: StackSetParts) => void;

function found(change?: Change, want = expectedByUnit): readonly string[] {
  return reportAfter(change, want).findings.map(
    ({ resource, reason }) => `${resource?.address ?? ""}: ${reason}`,
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
    `${SET}: it has no stack instances: it makes nothing anywhere`,
  ],
  [
    "instances without a stack set",
    ({ instances }) => {
      instances["stack_set_name"] = "other";
    },
    `${INSTANCES}: the stack set other is not there`,
  ],
  [
    "a permission model that names accounts",
    ({ set }) => {
      Reflect.deleteProperty(set, "permission_model");
    },
    `${SET}: permission_model is SELF_MANAGED: only SERVICE_MANAGED reaches organizational units`,
  ],
  [
    "no automatic deployment",
    ({ set }) => {
      Reflect.deleteProperty(set, "auto_deployment");
    },
    `${SET}: auto_deployment is not enabled: accounts that join later would not be covered`,
  ],
  [
    "automatic deployment that is switched off",
    ({ set }) => {
      set["auto_deployment"] = [{ enabled: false }];
    },
    `${SET}: auto_deployment is not enabled: accounts that join later would not be covered`,
  ],
  [
    "a stack set that may make no roles",
    ({ set }) => {
      set["capabilities"] = ["CAPABILITY_IAM"];
    },
    `${SET}: its template makes roles, but capabilities does not have CAPABILITY_NAMED_IAM`,
  ],
  [
    "a caller that AWS does not know",
    ({ set }) => {
      set["call_as"] = "NOBODY";
    },
    `${SET}: call_as is NOBODY, which is not understood by this check`,
  ],
  [
    "a delegated administrator that is the management account",
    ({ set, instances }) => {
      set["call_as"] = "DELEGATED_ADMIN";
      instances["call_as"] = "DELEGATED_ADMIN";
    },
    `${SET}: call_as is DELEGATED_ADMIN, but account ${MANAGEMENT} must say SELF`,
  ],
  [
    "instances that another caller makes",
    ({ instances }) => {
      instances["call_as"] = "DELEGATED_ADMIN";
    },
    `${INSTANCES}: its call_as is not that of signin-stack-set ${SET}, SELF`,
  ],
  [
    "a filter of accounts",
    ({ instances }) => {
      instances.deployment_targets["account_filter_type"] = "DIFFERENCE";
    },
    `${INSTANCES}: account_filter_type of deployment_targets is not understood by this check`,
  ],
  [
    "single accounts",
    ({ instances }) => {
      instances.deployment_targets["accounts"] = [MEMBER];
    },
    `${INSTANCES}: accounts of deployment_targets is not understood by this check`,
  ],
  [
    "overridden parameters",
    ({ instances }) => {
      instances["parameter_overrides"] = { Bus: "other" };
    },
    `${INSTANCES}: parameter_overrides is not understood by this check`,
  ],
  [
    "parameters",
    ({ set }) => {
      set["parameters"] = { Bus: "other" };
    },
    `${SET}: its template is not analyzed: parameters of the stack set is set`,
  ],
  [
    "an id that is no organizational unit's",
    ({ instances }) => {
      instances.deployment_targets["organizational_unit_ids"] = [UNIT, "workloads"];
    },
    `${INSTANCES}: workloads is no organizational unit`,
  ],
  [
    "organizational units that are not known",
    ({ instances }) => {
      instances.deployment_targets["organizational_unit_ids"] = "${var.units}";
    },
    `${INSTANCES}: deployment_targets names no organizational unit that is known: var.units: it is known only where Terraform runs`,
  ],
  [
    "a region that AWS does not have",
    ({ instances }) => {
      instances["regions"] = [...regions, "eu-sout-1"];
    },
    `${INSTANCES}: AWS has no region eu-sout-1`,
  ],
  [
    "a stack set with two instances",
    ({ instances, resource }) => {
      Object.assign(resource["aws_cloudformation_stack_instances"] ?? {}, { Second: instances });
    },
    `aws_cloudformation_stack_instances.Second: ${INSTANCES} is of the same stack set: each takes the other's stacks for its own`,
  ],
  [
    "a resource of StackSets that nobody knows",
    ({ resource }) => {
      resource["aws_cloudformation_stack_set_instance"] = { One: { provider: "aws.us-east-1" } };
    },
    "aws_cloudformation_stack_set_instance.One: aws_cloudformation_stack_set_instance is not understood by this check",
  ],
])("%s is found", (_, change, finding) => {
  expect(found(change)).toContain(finding);
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
      `aws_cloudformation_stack_set.Second["${UNIT}"] us-east-1 Role: AWS has this only once, but signin-stack-set ${SET}["${UNIT}"] us-east-1 Role is the same`,
    ),
  );
});

test("a region that an account of the organizational unit wants is found", () => {
  const accounts = expectedByUnit.accounts.map((account) =>
    account.id === HUB ? { ...account, regions: [...account.regions, "eu-south-1"] } : account,
  );
  expect(found(undefined, { ...expectedByUnit, accounts })).toEqual([
    `${INSTANCES}: it makes no stacks of ${UNIT} in eu-south-1`,
    `: account ${HUB} has no forwarding rule in eu-south-1`,
    `: account ${HUB} sends no heartbeat from eu-south-1`,
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
    `${SET}["${UNIT}"] us-east-2 Forward: us-east-2 of account ${UNIT} is not in the configuration: it is of an older one`,
  );
});

test("the management account is not reached, and is found where it is expected to be", () => {
  const accounts = expected.accounts.map((account) => ({ ...account, organizationalUnit: UNIT }));
  expect(found(undefined, { ...expected, accounts })).toEqual([
    `${SET}: no stack set reaches the management account ${MANAGEMENT}: it needs a stack of its own`,
  ]);
});

test("an account that has a stack of its own and is in the organizational unit is found", () => {
  // Nobody says which account is the management account, so the stack set is taken to reach it.
  const { kinds, organization = "" } = expected;
  const accounts = expected.accounts.map((account) => ({ ...account, organizationalUnit: UNIT }));
  expect(found(undefined, { kinds, organization, accounts })).toContainEqual(
    expect.stringContaining(
      `${SET}["${MANAGEMENT}"] us-east-1 Role: AWS has this only once, but signin-account-${MANAGEMENT}`,
    ),
  );
});
