import { awsPage, error, type FindingRules } from "./rule";

const organizations = awsPage(
  "AWSCloudFormation/latest/UserGuide/stacksets-orgs-associate-stackset-with-org.html",
);
const guide = (page: string): string => awsPage(`AWSCloudFormation/latest/UserGuide/${page}`);

/** What keeps a stack set from the accounts of its organizational units. */
export const stackSetRules = {
  "stack-set-without-auto-deployment": error({
    title: "The stack set does not deploy to new accounts",
    text: "Accounts that join later are not covered.",
    fix: "Set enabled of auto_deployment to true.",
    page: guide("stacksets-orgs-manage-auto-deployment.html"),
  }),
  "stack-set-without-capability": error({
    title: "The stack set may not create roles with names",
    text: "CloudFormation refuses the template.",
    fix: "Add CAPABILITY_NAMED_IAM to capabilities.",
    page: awsPage("AWSCloudFormation/latest/APIReference/API_CreateStackSet.html"),
  }),
  "stack-set-without-instances": error({
    title: "The stack set has no stack instances",
    text: "It creates nothing anywhere.",
    fix: "Add stack instances for the organizational units.",
    page: guide("what-is-cfnstacksets.html"),
  }),
  "stack-set-caller": error({
    title: "call_as does not fit the account",
    text: "CloudFormation does not find the stack set, or refuses the caller.",
    fix: "Set call_as to SELF in the management account, to DELEGATED_ADMIN in any other.",
    page: guide("stacksets-orgs-delegated-admin.html"),
  }),
  "stack-set-unit-missing": error({
    title: "No stack set reaches an organizational unit",
    text: "Sign-ins of its accounts are not forwarded.",
    fix: "Add the unit to deployment_targets of the stack instances.",
    page: organizations,
  }),
  "stack-set-region-missing": error({
    title: "The stack set leaves out regions of an organizational unit",
    text: "Sign-ins in these regions are not forwarded.",
    fix: "Add the regions to the stack instances.",
    page: organizations,
  }),
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
  "stack-set-self-managed": error({
    title: "The stack set is not service-managed",
    text: "Only service-managed stack sets reach organizational units.",
    fix: "Set permission_model to SERVICE_MANAGED.",
    page: organizations,
  }),
  "stack-set-shared": error({
    title: "Two stack instances are of one stack set",
    text: "Each takes the stacks of the other for its own: the next apply deletes them.",
    fix: "Put all organizational units into one, or create a stack set for each.",
    page: guide("stacksets-concepts.html"),
  }),
} satisfies FindingRules;
