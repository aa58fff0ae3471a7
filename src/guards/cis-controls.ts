import { counted, type LogGroup, type Part } from "./filter-pattern";

/**
 * A control of auditors that wants one metric filter in a fixed form, and an alarm on what it counts.
 * @see https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html
 */
export interface CisControl {
  /** Ends the name of its filter and its alarm. */
  readonly name: string;
  readonly metric: string;
  /** What the pattern holds between its braces, to the character. */
  readonly condition: string;
  /** What has happened where it counts, as a sentence. */
  readonly happened: string;
  /** Its number in Security Hub CSPM; absent: it has none there. */
  readonly securityHub?: string;
  /**
   * Its number in the section on monitoring of the CIS AWS Foundations Benchmark: section 4 of its
   * versions 1.4 to 5, section 5 of 6 and 7.
   */
  readonly item: number;
}

/** An event of one of these names, which white space divides. */
function named(events: string): string {
  return events
    .trim()
    .split(/\s+/u)
    .map((name) => `($.eventName=${name})`)
    .join(" || ");
}

/** An event of a service, of one of these names. */
function of(service: string, events: string): string {
  return `($.eventSource=${service}.amazonaws.com) && (${named(events)})`;
}

/** The controls of sign-in and of the trail itself: what everything else here rests on. */
const signInControls: readonly CisControl[] = [
  {
    name: "root-usage",
    metric: "CisRootUsage",
    condition:
      '$.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent"',
    happened: "The root user of some account signed in, or called AWS.",
    securityHub: "CloudWatch.1",
    item: 3,
  },
  {
    name: "sign-in-without-mfa",
    metric: "CisSignInWithoutMfa",
    // The form for IAM users: every single sign-on is without MFA as far as AWS knows.
    condition:
      '($.eventName = "ConsoleLogin") && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") && ($.responseElements.ConsoleLogin = "Success")',
    happened: "An IAM user signed in to the console without MFA.",
    securityHub: "CloudWatch.3",
    item: 2,
  },
  {
    name: "authentication-failures",
    metric: "CisAuthenticationFailures",
    condition: '($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication")',
    happened: "A sign-in to the console failed.",
    securityHub: "CloudWatch.6",
    item: 6,
  },
  {
    name: "trail-configuration",
    metric: "CisTrailConfiguration",
    condition: named("CreateTrail UpdateTrail DeleteTrail StartLogging StopLogging"),
    happened: "A trail was created, changed, deleted, started or stopped, in some account.",
    securityHub: "CloudWatch.5",
    item: 5,
  },
];

/** The other controls of the benchmark's section on monitoring: about more than sign-ins. */
const otherControls: readonly CisControl[] = [
  {
    name: "unauthorized-calls",
    metric: "CisUnauthorizedCalls",
    condition: '($.errorCode="*UnauthorizedOperation") || ($.errorCode="AccessDenied*")',
    happened: "A call was not authorized.",
    securityHub: "CloudWatch.2",
    item: 1,
  },
  {
    name: "iam-policies",
    metric: "CisIamPolicies",
    condition: of(
      "iam",
      `
      DeleteGroupPolicy DeleteRolePolicy DeleteUserPolicy PutGroupPolicy PutRolePolicy
      PutUserPolicy CreatePolicy DeletePolicy CreatePolicyVersion DeletePolicyVersion
      AttachRolePolicy DetachRolePolicy AttachUserPolicy DetachUserPolicy
      AttachGroupPolicy DetachGroupPolicy`,
    ),
    happened: "An IAM policy was changed.",
    securityHub: "CloudWatch.4",
    item: 4,
  },
  {
    name: "kms-keys",
    metric: "CisKmsKeys",
    condition: of("kms", "DisableKey ScheduleKeyDeletion"),
    happened: "A KMS key was disabled, or its deletion was scheduled.",
    securityHub: "CloudWatch.7",
    item: 7,
  },
  {
    name: "bucket-policies",
    metric: "CisBucketPolicies",
    condition: of(
      "s3",
      `
      PutBucketAcl PutBucketPolicy PutBucketCors PutBucketLifecycle PutBucketReplication
      DeleteBucketPolicy DeleteBucketCors DeleteBucketLifecycle DeleteBucketReplication`,
    ),
    happened: "Who may use an S3 bucket was changed.",
    securityHub: "CloudWatch.8",
    item: 8,
  },
  {
    name: "config-recorder",
    metric: "CisConfigRecorder",
    condition: of(
      "config",
      `
      StopConfigurationRecorder DeleteDeliveryChannel PutDeliveryChannel
      PutConfigurationRecorder`,
    ),
    happened: "What AWS Config records was changed.",
    securityHub: "CloudWatch.9",
    item: 9,
  },
  {
    name: "security-groups",
    metric: "CisSecurityGroups",
    condition: named(`
      AuthorizeSecurityGroupIngress AuthorizeSecurityGroupEgress
      RevokeSecurityGroupIngress RevokeSecurityGroupEgress CreateSecurityGroup
      DeleteSecurityGroup`),
    happened: "A security group was changed.",
    securityHub: "CloudWatch.10",
    item: 10,
  },
  {
    name: "network-acls",
    metric: "CisNetworkAcls",
    condition: named(`
      CreateNetworkAcl CreateNetworkAclEntry DeleteNetworkAcl DeleteNetworkAclEntry
      ReplaceNetworkAclEntry ReplaceNetworkAclAssociation`),
    happened: "A network access control list was changed.",
    securityHub: "CloudWatch.11",
    item: 11,
  },
  {
    name: "network-gateways",
    metric: "CisNetworkGateways",
    condition: named(`
      CreateCustomerGateway DeleteCustomerGateway AttachInternetGateway
      CreateInternetGateway DeleteInternetGateway DetachInternetGateway`),
    happened: "A network gateway was changed.",
    securityHub: "CloudWatch.12",
    item: 12,
  },
  {
    name: "route-tables",
    metric: "CisRouteTables",
    condition: of(
      "ec2",
      `
      CreateRoute CreateRouteTable ReplaceRoute ReplaceRouteTableAssociation
      DeleteRouteTable DeleteRoute DisassociateRouteTable`,
    ),
    happened: "A route table was changed.",
    securityHub: "CloudWatch.13",
    item: 13,
  },
  {
    name: "vpcs",
    metric: "CisVpcs",
    condition: named(`
      CreateVpc DeleteVpc ModifyVpcAttribute AcceptVpcPeeringConnection
      CreateVpcPeeringConnection DeleteVpcPeeringConnection RejectVpcPeeringConnection
      AttachClassicLinkVpc DetachClassicLinkVpc DisableVpcClassicLink EnableVpcClassicLink`),
    happened: "A VPC was changed.",
    securityHub: "CloudWatch.14",
    item: 14,
  },
  {
    name: "organization",
    metric: "CisOrganization",
    condition: of(
      "organizations",
      `
      AcceptHandshake AttachPolicy CancelHandshake CreateAccount CreateOrganization
      CreateOrganizationalUnit CreatePolicy DeclineHandshake DeleteOrganization
      DeleteOrganizationalUnit DeletePolicy EnableAllFeatures EnablePolicyType
      InviteAccountToOrganization LeaveOrganization DetachPolicy DisablePolicyType
      MoveAccount RemoveAccountFromOrganization UpdateOrganizationalUnit UpdatePolicy`,
    ),
    happened: "The organization was changed: its accounts, units or policies.",
    item: 15,
  },
];

/** Which of the controls are wanted: those of sign-in and the trail, all of them, or none. */
export const cisChoices = ["on", "all", "off"] as const;

/** Which of the controls are wanted. */
export type CisChoice = (typeof cisChoices)[number];

/** The controls that are wanted. */
export function cisControls(choice: CisChoice): readonly CisControl[] {
  if (choice === "off") return [];
  return choice === "all" ? [...signInControls, ...otherControls] : signInControls;
}

/** A filter and an alarm at the first event, for each control. */
export function cisParts(log: LogGroup, choice: CisChoice): readonly Part[] {
  return cisControls(choice).map(({ name, metric, condition, happened, securityHub, item }) => {
    const cis = `CIS 4.${item}, since version 6 5.${item}`;
    const numbers = securityHub === undefined ? cis : `${cis}; ${securityHub}`;
    return counted(log, { filter: `cis-${name}`, metric }, condition, {
      description: `${happened} An auditors' control (${numbers}): look up the event in CloudTrail, in the log group ${log.logGroupName}.`,
      threshold: 1,
    });
  });
}
