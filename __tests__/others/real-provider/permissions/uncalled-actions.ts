/** Why nothing calls an action though it is allowed, as far as the provider, the server and the changes of the tests go. */
const reasons: readonly { readonly reason: string; readonly actions: readonly string[] }[] = [
  {
    reason: "a change of a tag is planned by the tests, and not applied",
    actions: [
      "cloudformation:UntagResource",
      "cloudtrail:AddTags",
      "cloudtrail:RemoveTags",
      "cloudwatch:TagResource",
      "cloudwatch:UntagResource",
      "events:TagResource",
      "events:UntagResource",
      "iam:TagRole",
      "iam:UntagRole",
      "kms:TagResource",
      "kms:UntagResource",
      "lambda:TagResource",
      "lambda:UntagResource",
      "logs:TagResource",
      "logs:UntagResource",
      "sns:TagResource",
      "sns:UntagResource",
      "sqs:TagQueue",
      "sqs:UntagQueue",
    ],
  },
  {
    reason: "another setting is not changed by the tests",
    actions: [
      "cloudformation:UpdateStackInstances",
      "cloudformation:UpdateStackSet",
      "cloudtrail:UpdateTrail",
      "events:UpdateArchive",
      "events:UpdateEventBus",
      "iam:UpdateAssumeRolePolicy",
      "iam:UpdateRole",
      "iam:UpdateRoleDescription",
      "kms:PutKeyPolicy",
      "kms:UpdateAlias",
      "kms:UpdateKeyDescription",
      "lambda:GetFunctionConfiguration",
      "lambda:UpdateFunctionCode",
      "lambda:UpdateFunctionConfiguration",
      "sns:SetSubscriptionAttributes",
      "sqs:SetQueueAttributes",
    ],
  },
  {
    reason: "AWS asks for it with the rights of the caller, inside of another call",
    actions: [
      "cloudformation:TagResource",
      "iam:CreateServiceLinkedRole",
      "iam:GetRole",
      "organizations:DescribeOrganization",
      "organizations:ListAWSServiceAccessForOrganization",
    ],
  },
  {
    reason: "version 6 of the provider tags buckets by it, version 5 does not",
    actions: ["s3:ListTagsForResource", "s3:TagResource", "s3:UntagResource"],
  },
  {
    reason: "moto says of every trail that it selects all events",
    actions: ["cloudtrail:GetEventSelectors", "cloudtrail:PutEventSelectors"],
  },
  {
    reason: "it is called where an operation of a stack set failed",
    actions: ["cloudformation:ListStackSetOperationResults"],
  },
  {
    reason: "it is called of confirmed subscriptions, and mail is not confirmed",
    actions: ["sns:ListSubscriptionsByTopic"],
  },
  {
    reason: "the boundary of a role is not changed by the tests",
    actions: ["iam:PutRolePermissionsBoundary"],
  },
];

/** Actions of one life of a configuration, or of several. */
export interface AllowedAndCalled {
  readonly allowed: readonly string[];
  readonly called: readonly string[];
}

/** The actions that are allowed in some life, that none calls, and of which it is not said why. */
export function unexplained(lives: readonly AllowedAndCalled[]): readonly string[] {
  const known = new Set([
    ...lives.flatMap(({ called }) => called),
    ...reasons.flatMap(({ actions }) => actions),
  ]);
  const allowed = new Set(lives.flatMap((life) => life.allowed));
  return [...allowed].filter((action) => !known.has(action)).sort();
}
