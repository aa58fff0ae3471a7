/** What is known of a condition key. */
export interface ConditionKey {
  /** Its name as AWS spells it; one that ends in `/` or `:` stands for all keys that begin so. */
  readonly name: string;
  /** Whether a request that does not list the key carries it: AWS never, perhaps or always sends it. */
  readonly unlisted: "never" | "perhaps" | "always";
  /** Whether the value is `true` or `false`, as `Bool` needs it. */
  readonly isBoolean?: true;
  /** Whether AWS gives it a list of values, which only set operators compare. */
  readonly isList?: true;
}

/** The keys that never, perhaps or always come with a request that does not list them. */
const names = {
  never: [
    // Only in calls that another organization's or a person's network, session or provider makes.
    "aws:SourceVpc",
    "aws:SourceVpce",
    "aws:VpcSourceIp",
    "aws:VpceAccount",
    "aws:VpceOrgID",
    "aws:SourceVpcArn",
    "aws:MultiFactorAuthAge",
    "aws:FederatedProvider",
    "aws:AssumedRoot",
    "aws:ChatbotSourceArn",
    "identitystore:UserId",
    // Only in calls with credentials of an EC2 instance, a managed node, a job of Glue or a function.
    "aws:Ec2InstanceSourceVpc",
    "aws:Ec2InstanceSourcePrivateIPv4",
    "ec2:RoleDelivery",
    "ec2:SourceInstanceArn",
    "ssm:SourceInstanceArn",
    "glue:CredentialIssuingService",
    "glue:RoleAssumedBy",
    "lambda:SourceFunctionArn",
    "aws:username",
    // The owner statement of a default topic policy asks for it.
    "aws:SourceOwner",
    // The organization follows from the principal; a service and a lone account have none.
    "aws:PrincipalOrgID",
    "aws:PrincipalServiceName",
    // Only in calls that manage rules.
    "events:creatorAccount",
    "events:ManagedBy",
    "events:TargetArn",
    // Only in a call that creates a grant.
    "kms:GrantIsForAWSResource",
    // Only in a call of Subscribe.
    "sns:Protocol",
    "sns:Endpoint",
    // A service that assumes a role for itself passes none.
    "sts:ExternalId",
    // Only in calls that tag.
    "aws:RequestTag/",
  ],
  perhaps: [
    // Wherever a service acts for a resource of an account; what it sends depends on the service.
    "aws:SourceArn",
    "aws:SourceAccount",
    "aws:SourceOrgID",
    "aws:MultiFactorAuthPresent",
    "aws:PrincipalAccount",
    "aws:PrincipalArn",
    "aws:PrincipalType",
    "aws:PrincipalTag/",
    "aws:ResourceTag/",
    "aws:SourceIp",
    "aws:UserAgent",
    "aws:Referer",
    "aws:userid",
    "aws:TokenIssueTime",
    "aws:ViaAWSService",
    "aws:CalledViaFirst",
    "aws:CalledViaLast",
    "events:eventBusInvocation",
    "kms:ViaService",
    "kms:CallerAccount",
    "kms:EncryptionContext:",
    "lambda:FunctionUrlAuthType",
    "s3:x-amz-acl",
    "s3:x-amz-server-side-encryption",
    "s3:x-amz-server-side-encryption-aws-kms-key-id",
    "s3:TlsVersion",
    "sts:RoleSessionName",
    "sts:SourceIdentity",
  ],
  always: [
    "aws:SecureTransport",
    "aws:PrincipalIsAWSService",
    "aws:RequestedRegion",
    "aws:ResourceAccount",
    "aws:ResourceOrgID",
    "aws:CurrentTime",
    "aws:EpochTime",
    "s3:ResourceAccount",
  ],
} as const;

/** Keys of which AWS gives a list. */
const lists = {
  never: ["aws:PrincipalOrgPaths", "aws:VpceOrgPaths", "aws:TagKeys"],
  perhaps: [
    "aws:SourceOrgPaths",
    "aws:ResourceOrgPaths",
    "aws:PrincipalServiceNamesList",
    "aws:CalledVia",
    "events:source",
    "events:detail-type",
    "kms:EncryptionContextKeys",
  ],
  always: [],
} as const;

const booleans: readonly string[] = [
  "aws:SecureTransport",
  "aws:PrincipalIsAWSService",
  "aws:ViaAWSService",
  "aws:MultiFactorAuthPresent",
  "aws:AssumedRoot",
  "events:eventBusInvocation",
  "kms:GrantIsForAWSResource",
];

/**
 * Every condition key this evaluator knows; of any other nothing is known unless the request lists it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
export const CONDITION_KEYS: readonly ConditionKey[] = (
  ["never", "perhaps", "always"] as const
).flatMap((unlisted) => [
  ...names[unlisted].map((name) => ({
    name,
    unlisted,
    ...(booleans.includes(name) && { isBoolean: true as const }),
  })),
  ...lists[unlisted].map((name) => ({ name, unlisted, isList: true as const })),
]);

const byName = new Map(CONDITION_KEYS.map((key) => [key.name.toLowerCase(), key]));
const families = CONDITION_KEYS.filter(({ name }) => /[/:]$/u.test(name));

/** What is known of a key, its name in any case; `undefined` for one this evaluator has never heard of. */
export function knownConditionKey(name: string): ConditionKey | undefined {
  const lower = name.toLowerCase();
  return (
    byName.get(lower) ?? families.find((family) => lower.startsWith(family.name.toLowerCase()))
  );
}
