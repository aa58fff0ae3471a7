/** A line that parliament wrote. */
export interface Said {
  readonly issue: string;
  readonly location: object;
  readonly detail?: unknown;
}

/** What it says of the policies of deploying roles, and why they stay as they are. */
const expected: readonly {
  readonly issue: string;
  /** What is in the detail. */
  readonly detail: RegExp;
  readonly reason: string;
}[] = [
  {
    issue: "UNKNOWN_ACTION",
    detail: /^Unknown action events:AllowVendedLogDeliveryForResource$/,
    reason: "AWS's reference has it since parliament's copy was made",
  },
  {
    issue: "RESOURCE_MISMATCH",
    detail:
      /^(?:logs:CreateDelivery|logs:DeleteDeliverySource|kms:(?:Create|Delete|Update)Alias|events:CreateArchive|cloudformation:(?:Create|Delete|Update)StackInstances|cloudformation:UpdateStackSet)$/,
    reason: "the call is about several resources, and another statement allows it on the others",
  },
  {
    issue: "RESOURCE_POLICY_PRIVILEGE_ESCALATION",
    detail: /^Possible resource policy privilege escalation on arn:[\w-]+:s3:::[\w-]+ due to /,
    reason: "who writes the policy of the trail's bucket can let himself in, as the page says",
  },
];

/** The actions of a mismatch, one by one; of anything else the text. */
function detailsOf({ detail }: Said): readonly string[] {
  if (!Array.isArray(detail)) return [String(detail)];
  // Edge: what parliament wrote.
  return detail.map((each: string | { readonly action?: string }) =>
    typeof each === "string" ? each : String(each.action),
  );
}

/** What is not expected, and what is expected and not said. */
export function notExpected(said: readonly Said[]): readonly string[] {
  const all = said.flatMap((each) =>
    detailsOf(each).map((detail) => [each.issue, detail] as const),
  );
  const stale = expected.filter(
    ({ issue, detail }) => !all.some(([of, text]) => of === issue && detail.test(text)),
  );
  const open = all.filter(
    ([of, text]) => !expected.some(({ issue, detail }) => issue === of && detail.test(text)),
  );
  return [
    ...new Set(open.map(([of, text]) => `${of} ${text}`)),
    ...stale.map(({ issue, detail }) => `nothing left of ${issue} ${detail.source}`),
  ].sort();
}
