import type {
  CoverageReport,
  ExpectedCoverage,
  StackDocument,
  Finding,
} from "../../../src/coverage";
import { expected, HUB, MANAGEMENT, MEMBER, reportOf, stacksOf } from "../small-organization";
import { forwarderTemplate, type MutableJson, type MutableTemplate } from "./template";

export const UNIT = "ou-ab12-34cdefgh";
export const STACK = "signin-stack-set";
export const SET = "aws_cloudformation_stack_set.Forwarder";
export const INSTANCES = "aws_cloudformation_stack_instances.Forwarder";
export const regions = ["eu-central-1", "us-east-1", "us-east-2"];

/** Parts of the stack that a test may break. */
export interface StackSetParts {
  readonly template: MutableTemplate;
  readonly set: MutableJson;
  readonly instances: MutableJson & { deployment_targets: MutableJson };
  readonly resource: Record<string, Record<string, unknown>>;
}

/** The stack of the stack set, in the management account, changed as told. */
export function stackSetStack(
  change: (parts: StackSetParts) => void = () => undefined,
): StackDocument {
  const provider = "aws.us-east-1";
  const template = forwarderTemplate();
  const set: MutableJson = {
    provider,
    name: "signin-alerts-forward",
    permission_model: "SERVICE_MANAGED",
    call_as: "SELF",
    capabilities: ["CAPABILITY_NAMED_IAM"],
    auto_deployment: { enabled: true, retain_stacks_on_account_removal: false },
  };
  const instances = {
    provider,
    stack_set_name: `\${${SET}.name}`,
    call_as: "SELF",
    regions: [...regions],
    deployment_targets: { organizational_unit_ids: [UNIT] } as MutableJson,
    operation_preferences: {
      failure_tolerance_percentage: 100,
      region_concurrency_type: "PARALLEL",
    },
  };
  const resource: StackSetParts["resource"] = {
    aws_cloudformation_stack_set: { Forwarder: set },
    aws_cloudformation_stack_instances: { Forwarder: instances },
  };
  change({ template, set, instances, resource });
  set["template_body"] ??= escaped(JSON.stringify(template));
  const aws = [{ alias: "us-east-1", region: "us-east-1", allowed_account_ids: [MANAGEMENT] }];
  return { name: STACK, document: { provider: { aws }, resource } };
}

/** Terraform reads `${` as its own. */
function escaped(text: string): string {
  return text.replaceAll("${", () => "$${");
}

const replaced = [HUB, MEMBER].map((id) => `signin-account-${id}`);
const others = stacksOf().filter(({ name }) => !replaced.includes(name));

/** The small organization with a stack set for every account but the management account. */
export function stackSetStacks(change?: (parts: StackSetParts) => void): readonly StackDocument[] {
  return [...others, stackSetStack(change)];
}

/** What the configuration asks for, hub and member reached by the stack set. */
export const expectedByUnit: ExpectedCoverage = {
  ...expected,
  accounts: expected.accounts.map((account) =>
    account.id === MANAGEMENT ? account : { ...account, organizationalUnit: UNIT },
  ),
};

/** The coverage of the organization, its stack set changed as told. */
export function reportAfter(
  change?: (parts: StackSetParts) => void,
  want = expectedByUnit,
): CoverageReport {
  return reportOf(stackSetStacks(change), want);
}

/** Everything that a report complains of. */
export function complaints(report: CoverageReport): readonly Finding[] {
  return [
    ...report.findings,
    ...report.cells.flatMap(({ covered, blocker }) => (covered || !blocker ? [] : [blocker])),
  ];
}

/** Whether something in the stack set's stack is named. */
export function namesStackSet({ resource, detail }: Finding): boolean {
  return [resource?.address ?? "", detail].some((text) =>
    text.includes("aws_cloudformation_stack_"),
  );
}
