import { awsPage, error, terraformPage, type FindingRules, warning } from "./rule";

const notAnalyzed = "docs/pull-requests.md";
const removing = "docs/operations.md#removing-an-account";

/** What is wrong with the Terraform itself, what is not analyzed in it, and what is left over. */
export const terraformRules = {
  "value-unknown": error({
    title: "A value cannot be resolved",
    text: "Whether alerts pass depends on a value that is known only where Terraform runs.",
    fix: "Write the value down, or check the plan instead of the generated Terraform.",
    page: terraformPage("values/variables"),
  }),
  "value-invalid": error({
    title: "A value is missing or not valid",
    text: "The provider refuses the resource.",
    fix: "Correct the argument.",
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
    text: "AWS has it once: the second is refused, or overwrites the first.",
    fix: "Remove one of them, or rename it.",
    page: terraformPage("resources/syntax"),
  }),
  "shared-state": error({
    title: "Two stacks keep their state at the same place",
    text: "Each apply destroys what the other created.",
    fix: "Give every stack a state of its own.",
    page: terraformPage("state"),
  }),
  "two-policies": error({
    title: "Two resources write one policy",
    text: "The one that is written last overwrites the other.",
    fix: "Keep one of them.",
    page: awsPage("IAM/latest/UserGuide/access_policies_identity-vs-resource.html"),
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
  "not-analyzed-repetition": error({
    title: "A number of resources is not analyzed",
    text: "count or for_each cannot be resolved: there may be none.",
    fix: "Write the number down, or check the plan.",
    page: terraformPage("meta-arguments/count"),
  }),
  "not-analyzed-setting": error({
    title: "A setting is not analyzed",
    text: "It may stop or change events, so whether alerts pass is not known.",
    fix: "Remove the setting.",
    page: notAnalyzed,
  }),
  "not-analyzed-block": error({
    title: "A block of the stack is not analyzed",
    text: "It may create, move or take away resources unseen.",
    fix: "Remove the block, or check the plan.",
    page: terraformPage("syntax/json"),
  }),
  "not-analyzed-provisioner": error({
    title: "A provisioner is not analyzed",
    text: "It runs at the apply and may change any resource.",
    fix: "Remove the provisioner.",
    page: terraformPage("resources/provisioners/syntax"),
  }),
  "not-analyzed-file": error({
    title: "A file in the folder of the stack is not analyzed",
    text: "Terraform reads it too: it may create or change resources.",
    fix: "Remove the file, or check the plan.",
    page: terraformPage("files"),
  }),
  "not-analyzed-policy": error({
    title: "A policy is not analyzed",
    text: "What it allows and denies is not known.",
    fix: "Write the policy without what the detail names.",
    page: awsPage("IAM/latest/UserGuide/reference_policies_elements.html"),
  }),
  "not-analyzed-role": error({
    title: "The permissions of a role are not analyzed",
    text: "A boundary or a managed policy may deny what the role needs.",
    fix: "Use inline policies alone.",
    page: awsPage("IAM/latest/UserGuide/access_policies_managed-vs-inline.html"),
  }),
  "not-analyzed-pattern": error({
    title: "An event pattern is not analyzed",
    text: "Which events it matches is not known.",
    fix: "Use the event pattern that the package generates.",
    page: awsPage("eventbridge/latest/userguide/eb-event-patterns.html"),
  }),
  "not-analyzed-target": error({
    title: "A target of this sort is not analyzed",
    text: "Who is notified by it is not known.",
    fix: "Send to an event bus, a topic, a log group or the function of the package.",
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
  "stale-stack": warning({
    title: "The stack is left over from an earlier version",
    text: "The configuration does not name its account, or the manifest not its folder.",
    fix: "Destroy the stack, then delete its folder.",
    page: removing,
  }),
  "stale-region": warning({
    title: "The region is left over from an earlier version",
    text: "The configuration does not name this region of the account.",
    fix: "Apply the stack of the account again.",
    page: removing,
  }),
  "stale-kind": warning({
    title: "The alert kind is left over from an earlier version",
    text: "People are notified of a kind that the configuration has not enabled.",
    fix: "Apply the stack of the hub again, or enable the kind.",
    page: "docs/routes.md",
  }),
  "stale-recipient": warning({
    title: "The recipient is left over from an earlier version",
    text: "Someone is notified whom the configuration does not name.",
    fix: "Remove the subscription or contact.",
    page: awsPage("sns/latest/dg/sns-delete-subscription-topic.html"),
  }),
  "stale-guard": warning({
    title: "An alarm, metric filter or saved query is left over from an earlier version",
    text: "The configuration does not name it; an alarm may be raised for nothing.",
    fix: "Apply the stack again.",
    page: "docs/operations.md#alarms",
  }),
  "no-longer-notified": error({
    title: "The change takes the alert away",
    text: "Someone is notified of it before the change, and no one after.",
    fix: "Keep the account, region or kind in the configuration, or accept the loss.",
    page: removing,
  }),
} satisfies FindingRules;
