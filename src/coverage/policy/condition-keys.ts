/** What is known of a condition key. */
export interface ConditionKey {
  /** Its name as AWS spells it; one that ends in `/` or `:` stands for all keys that begin so. */
  readonly name: string;
  /**
   * `absent`: a request that does not list the key does not carry it, which AWS documents.
   * `stated`: the key may be there, so a request has to list it before it can be judged.
   */
  readonly unlisted: "absent" | "stated";
  /** Whether the value is `true` or `false`, as `Bool` needs it. */
  readonly boolean?: true;
}

/**
 * Every condition key this evaluator knows; any other is refused unless the request lists it.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-conditions.html
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html
 */
export const CONDITION_KEYS: readonly ConditionKey[] = [
  // Only in a call that a service makes for a resource of an account.
  { name: "aws:SourceArn", unlisted: "absent" },
  { name: "aws:SourceAccount", unlisted: "absent" },
  { name: "aws:SourceOrgID", unlisted: "absent" },
  { name: "aws:SourceOrgPaths", unlisted: "absent" },
  // The owner statement of a default topic policy asks for it; a service's call has none.
  { name: "aws:SourceOwner", unlisted: "absent" },
  // The organization follows from the principal; a service and a lone account have none.
  { name: "aws:PrincipalOrgID", unlisted: "absent" },
  { name: "aws:PrincipalServiceName", unlisted: "absent" },
  { name: "aws:PrincipalIsAWSService", unlisted: "stated", boolean: true },
  { name: "aws:PrincipalOrgPaths", unlisted: "stated" },
  { name: "aws:PrincipalServiceNamesList", unlisted: "stated" },
  { name: "aws:PrincipalAccount", unlisted: "stated" },
  { name: "aws:PrincipalArn", unlisted: "stated" },
  { name: "aws:PrincipalType", unlisted: "stated" },
  { name: "aws:PrincipalTag/", unlisted: "stated" },
  // Nobody with a second factor, no VPC endpoint and no calling service is behind a forwarded event.
  { name: "aws:MultiFactorAuthPresent", unlisted: "absent", boolean: true },
  { name: "aws:MultiFactorAuthAge", unlisted: "absent" },
  { name: "aws:SourceVpc", unlisted: "absent" },
  { name: "aws:SourceVpce", unlisted: "absent" },
  { name: "aws:VpcSourceIp", unlisted: "absent" },
  { name: "aws:CalledVia", unlisted: "absent" },
  { name: "aws:CalledViaFirst", unlisted: "absent" },
  { name: "aws:CalledViaLast", unlisted: "absent" },
  // In every request, or in one that only the caller can describe.
  { name: "aws:SecureTransport", unlisted: "stated", boolean: true },
  { name: "aws:ViaAWSService", unlisted: "stated", boolean: true },
  { name: "aws:RequestedRegion", unlisted: "stated" },
  { name: "aws:ResourceAccount", unlisted: "stated" },
  { name: "aws:ResourceOrgID", unlisted: "stated" },
  { name: "aws:ResourceTag/", unlisted: "stated" },
  { name: "aws:RequestTag/", unlisted: "stated" },
  { name: "aws:TagKeys", unlisted: "stated" },
  { name: "aws:SourceIp", unlisted: "stated" },
  { name: "aws:UserAgent", unlisted: "stated" },
  { name: "events:source", unlisted: "stated" },
  { name: "events:detail-type", unlisted: "stated" },
  // AWS does not say which deliveries carry it.
  { name: "events:eventBusInvocation", unlisted: "stated", boolean: true },
  // Only in calls that manage rules.
  { name: "events:creatorAccount", unlisted: "absent" },
  { name: "events:ManagedBy", unlisted: "absent" },
  { name: "events:TargetArn", unlisted: "absent" },
  // Only where a service calls KMS for the principal that called it.
  { name: "kms:ViaService", unlisted: "stated" },
  { name: "kms:CallerAccount", unlisted: "stated" },
  { name: "kms:GrantIsForAWSResource", unlisted: "absent", boolean: true },
  { name: "kms:EncryptionContext:", unlisted: "stated" },
  { name: "kms:EncryptionContextKeys", unlisted: "stated" },
  { name: "s3:x-amz-acl", unlisted: "stated" },
  { name: "s3:x-amz-server-side-encryption", unlisted: "stated" },
  { name: "s3:x-amz-server-side-encryption-aws-kms-key-id", unlisted: "stated" },
  // Only in a call of Subscribe.
  { name: "sns:Protocol", unlisted: "absent" },
  { name: "sns:Endpoint", unlisted: "absent" },
  // A service that assumes a role for itself passes none.
  { name: "sts:ExternalId", unlisted: "absent" },
];

const byName = new Map(CONDITION_KEYS.map((key) => [key.name.toLowerCase(), key]));
const families = CONDITION_KEYS.filter(({ name }) => /[/:]$/u.test(name));

/** What is known of a key, its name in any case; `undefined` for one this evaluator has never heard of. */
export function knownConditionKey(name: string): ConditionKey | undefined {
  const lower = name.toLowerCase();
  return (
    byName.get(lower) ?? families.find((family) => lower.startsWith(family.name.toLowerCase()))
  );
}
