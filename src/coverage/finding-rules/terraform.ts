import { awsPage, error, terraformPage, warning, type FindingRules } from "./rule";

const organizations = awsPage(
  "AWSCloudFormation/latest/UserGuide/stacksets-orgs-associate-stackset-with-org.html",
);
const guide = (page: string): string => awsPage(`AWSCloudFormation/latest/UserGuide/${page}`);
const notAnalyzed = "docs/pull-requests.md";
const removing = "docs/operations.md#removing-an-account";

/** What is wrong with the Terraform itself, what is not analyzed in it, what is left over, and what keeps a stack set from its accounts. */
export const terraformRules = {
  "stack-set-management-account": error({
    title: "No stack set reaches the management account",
    text: "CloudFormation leaves it out, whichever unit it is in.",
    fix: "Give the management account a stack of its own.",
    page: organizations,
  }),
  "stack-set-targets-invalid": error({
    title: "The targets of the stack instances are not valid",
    text: "Which accounts and regions the stack set reaches is not known.",
    fix: "Name organizational units and regions of AWS.",
    page: awsPage("AWSCloudFormation/latest/APIReference/API_DeploymentTargets.html"),
  }),
  "stack-set-shared": error({
    title: "Two stack instances are of one stack set",
    text: "Each takes the stacks of the other for its own: the next apply deletes them.",
    fix: "Put all organizational units into one, or create a stack set for each.",
    page: guide("stacksets-concepts.html"),
  }),
  "stack-set-setting": error({
    title: "A setting of the stack set is not what it needs",
    text: "CloudFormation refuses the stack set, or new accounts and organizational units are left out.",
    fix: "Set the argument to what the detail names.",
    page: awsPage("AWSCloudFormation/latest/APIReference/API_CreateStackSet.html"),
  }),
  "stack-set-target-missing": error({
    title: "No stack instances are for an organizational unit or region",
    text: "Sign-ins of these accounts and regions are not forwarded.",
    fix: "Add the units and regions to the stack instances.",
    page: organizations,
  }),
  "value-unknown": error({
    title: "A value cannot be resolved",
    text: "Whether alerts pass, or a resource exists, depends on a value that is known only where Terraform runs.",
    fix: "Write the value down, or check the plan instead of the generated Terraform.",
    page: terraformPage("values/variables"),
  }),
  "value-invalid": error({
    title: "A value is missing or not valid",
    text: "The provider refuses the resource.",
    fix: "Correct the argument.",
    page: terraformPage("syntax/json"),
  }),
  "terraform-refuses": error({
    title: "Terraform or the provider does not accept it",
    text: "The plan of the stack fails, so nothing of it is created or changed.",
    fix: "Correct what the detail names.",
    page: terraformPage("syntax/json"),
  }),
  "reference-dangling": error({
    title: "A reference names what is not in the stack",
    text: "Terraform refuses the stack.",
    fix: "Correct the reference, or add the resource.",
    page: terraformPage("expressions/references"),
  }),
  "duplicate-identity": error({
    title: "Two resources are one thing in AWS",
    text: "AWS has it once, be it a resource or a policy: the second is refused, or overwrites the first.",
    fix: "Remove one of them, or rename it.",
    page: terraformPage("resources/syntax"),
  }),
  "shared-state": error({
    title: "Two stacks keep their state at the same place",
    text: "Each apply destroys what the other created.",
    fix: "Give every stack a state of its own.",
    page: terraformPage("state"),
  }),
  "orphaned-resource": error({
    title: "The resource belongs to something that does not exist",
    text: "It does nothing, and AWS may refuse it.",
    fix: "Create what it belongs to, or remove it.",
    page: terraformPage("resources/behavior"),
  }),
  "not-analyzed-resource": error({
    title: "Resources of this type are not analyzed",
    text: "It may change what others do, so nothing is said of them that may not hold.",
    fix: "Keep it in a stack of its own that this check is not given.",
    page: notAnalyzed,
  }),
  "not-analyzed-setting": error({
    title: "A setting is not analyzed",
    text: "It may stop or change events and messages, so whether alerts pass is not known.",
    fix: "Remove the setting.",
    page: notAnalyzed,
  }),
  "not-analyzed-block": error({
    title: "A block, file or provisioner of the stack is not analyzed",
    text: "It may create, change or take away resources unseen.",
    fix: "Remove it; of a block or file the plan shows the effect, so check that instead.",
    page: terraformPage("syntax/json"),
  }),
  "not-analyzed-policy": error({
    title: "A policy is not analyzed",
    text: "What it allows and denies is not known.",
    fix: "Write the policy without what the detail names, that of a role inline.",
    page: awsPage("IAM/latest/UserGuide/reference_policies_elements.html"),
  }),
  "not-analyzed-pattern": error({
    title: "An event pattern is not analyzed",
    text: "Which events it matches is not known.",
    fix: "Use the event pattern that the package generates.",
    page: awsPage("eventbridge/latest/userguide/eb-event-patterns.html"),
  }),
  "not-analyzed-target": error({
    title: "A target or protocol of this sort is not analyzed",
    text: "Who is notified by it is not known.",
    fix: "Send to an event bus, a topic, a log group or the function of the package; subscribe by a protocol that the detail names.",
    page: awsPage("eventbridge/latest/userguide/eb-targets.html"),
  }),
  "not-analyzed-selectors": error({
    title: "The event selectors of the trail are not analyzed",
    text: "They leave out some management events; whether sign-ins are among them is not known.",
    fix: "Use selectors that name the category and readOnly alone.",
    page: awsPage("awscloudtrail/latest/APIReference/API_AdvancedEventSelector.html"),
  }),
  "not-analyzed-template": error({
    title: "The template of the stack set is not analyzed",
    text: "What it creates in the accounts is not known.",
    fix: "Use the template that the package generates.",
    page: awsPage("AWSCloudFormation/latest/UserGuide/template-anatomy.html"),
  }),
  "acceptance-expired": error({
    title: "Findings were accepted until a day that has passed",
    text: "What was accepted is a finding again.",
    fix: "Mend what the finding is about, or accept it until a later day.",
    page: "docs/pull-requests.md",
  }),
  "stale-stack": warning({
    title: "The stack is left over from an earlier version",
    text: "The configuration does not name its account, or the manifest not its folder.",
    fix: "Destroy the stack, then take it out of the configuration and synthesize again, or delete its folder.",
    page: removing,
  }),
  "stale-resource": warning({
    title: "Something is left over from an earlier version",
    text: "The configuration does not name this region, kind, recipient, alarm, metric filter, saved query or archive.",
    fix: "Apply the stack again, or name it in the configuration.",
    page: removing,
  }),
  "no-longer-notified": error({
    title: "The change takes the alert away",
    text: "Someone is notified of it before the change, and no one after.",
    fix: "Keep the account, region or kind in the configuration, or accept the loss.",
    page: removing,
  }),
} satisfies FindingRules;
