import { TerraformOutput } from "cdktf";
import {
  ForwarderStackSet,
  forwarderTemplate,
  type ForwarderStackSetProps,
} from "../../../modules";
import { text } from "../../stacks/stack-contents";
import { contentsOf, HUB, MANAGEMENT } from "../one-stack";
import { sampleProps } from "./sample-props";

const given = {
  ...sampleProps,
  account: MANAGEMENT,
  managementAccount: MANAGEMENT,
  organizationalUnits: ["ou-ab12-c3d4e5f6", "r-ab12"],
};

function contentsWith(change: Partial<ForwarderStackSetProps> = {}) {
  return contentsOf((stack, provider) => {
    new ForwarderStackSet(stack, "stack-set", { ...given, provider, ...change });
  });
}

const contents = contentsWith();
const stackSet = contents.only("aws_cloudformation_stack_set").values;
const instances = contents.only("aws_cloudformation_stack_instances").values;

test("AWS deploys to the accounts of the units by itself, and removes what it deployed", () => {
  expect(stackSet).toMatchObject({
    name: "alerts-forward",
    permission_model: "SERVICE_MANAGED",
    auto_deployment: { enabled: true, retain_stacks_on_account_removal: false },
    managed_execution: { active: true },
    capabilities: ["CAPABILITY_NAMED_IAM"],
  });
  expect(instances).toMatchObject({
    deployment_targets: { organizational_unit_ids: given.organizationalUnits },
    regions: ["us-east-1", "eu-north-1", "us-west-2"],
  });
  expect(contents.referenced(instances["stack_set_name"], "name").values).toBe(stackSet);
});

test("the body is the template, its placeholders out of Terraform's reach", () => {
  const body = text(stackSet, "template_body");
  expect(body).not.toMatch(/(?<!\$)\$\{/u);
  expect(JSON.parse(body.replaceAll("$${", "${"))).toEqual(forwarderTemplate(sampleProps));
});

test("an administration role that AWS fills in is not a change", () => {
  expect(stackSet["lifecycle"]).toEqual({ ignore_changes: ["administration_role_arn"] });
  expect(stackSet).not.toHaveProperty("administration_role_arn");
});

test.each([stackSet, instances])(
  "the home region comes first, and no account stops others",
  (of) => {
    expect(of["operation_preferences"]).toEqual({
      region_concurrency_type: "SEQUENTIAL",
      region_order: ["us-east-1", "eu-north-1", "us-west-2"],
      failure_tolerance_percentage: 100,
      max_concurrent_percentage: 100,
    });
  },
);

test("with a role in each region all regions are deployed at once", () => {
  const preferences = contentsWith({ role: "each-region" }).only(
    "aws_cloudformation_stack_instances",
  ).values["operation_preferences"];
  expect(preferences).toMatchObject({ region_concurrency_type: "PARALLEL" });
  expect(preferences).not.toHaveProperty("region_order");
});

test("the management account calls as itself, another as delegated administrator", () => {
  expect([stackSet["call_as"], instances["call_as"]]).toEqual(["SELF", "SELF"]);
  const delegated = contentsWith({ account: HUB });
  for (const { values } of delegated.resources) expect(values["call_as"]).toBe("DELEGATED_ADMIN");
});

test("the instances that failed can be asked for", () => {
  const { outputs } = contentsOf((stack, provider) => {
    const { failedInstances } = new ForwarderStackSet(stack, "stack-set", { ...given, provider });
    new TerraformOutput(stack, "failed", { value: failedInstances });
  });
  expect(outputs["failed"]?.value).toMatch(
    /^\$\{try\(\[for i in aws_cloudformation_stack_instances\.[\w-]+\.stack_instance_summaries : /u,
  );
});

describe("fails", () => {
  test.each<[string, Partial<ForwarderStackSetProps>, string]>([
    [
      "without an organizational unit",
      { organizationalUnits: [] },
      "'organizationalUnits' must name 1 to 50 organizational units, got: 0; name the root, such as r-ab12, to reach every account, or units that hold others",
    ],
    [
      "with more organizational units than an operation accepts",
      { organizationalUnits: Array.from({ length: 51 }, () => "r-ab12") },
      "'organizationalUnits' must name 1 to 50 organizational units, got: 51; name the root, such as r-ab12, to reach every account, or units that hold others",
    ],
    [
      "for an organizational unit that is none",
      { organizationalUnits: ["r-ab12", "Workloads"] },
      "'organizationalUnits[1]' must be an id such as ou-ab12-c3d4e5f6, or r-ab12 for the root, got: Workloads; list the ids with aws organizations list-organizational-units-for-parent",
    ],
    [
      "for a unit twice",
      { organizationalUnits: ["ou-ab12-c3d4e5f6", "ou-ab12-c3d4e5f6"] },
      "'organizationalUnits' must name every unit once, got twice: ou-ab12-c3d4e5f6",
    ],
    [
      "for an unknown region",
      { regions: ["eu-centrall-1"] },
      "'regions' must name regions that AWS has, got: eu-centrall-1",
    ],
    [
      "for an account that is none",
      { account: "12345" },
      "'account' must be an account id of 12 digits, got: 5 characters (12345); copy it from the list of accounts in AWS Organizations",
    ],
    [
      "for a management account that is none",
      { managementAccount: "management" },
      "'managementAccount' must be an account id of 12 digits, got: 10 characters (management); copy it from the list of accounts in AWS Organizations",
    ],
    [
      "in the partition of China",
      { partition: "aws-cn", regions: ["cn-north-1"] },
      "stack sets for 1 organization are not offered in the partition aws-cn; use an AccountForwarder in each account",
    ],
  ])("%s", (_, change, message) => {
    expect(() => contentsWith(change)).toThrow(new RangeError(message));
  });
});
