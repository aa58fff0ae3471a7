import { example, Organization } from "./example-organization";

interface Statement {
  readonly Sid: string;
  readonly Effect: string;
  readonly [element: string]: unknown;
}

const policyArguments = ["policy", "assume_role_policy", "policy_document"];

/** Every place where an Allow of the generated policies has `*`, and why no name can stand there. */
const wildcards: Readonly<Record<string, string>> = {
  "AccountAdministersKey Action kms:*": "KMS makes no key that its account cannot manage",
  "AccountAdministersKey Resource *": "a key policy can speak of its own key only",
  "ServicesEncryptAlerts Action kms:GenerateDataKey*": "the page of SNS asks for this form",
  "ServicesEncryptAlerts Resource *": "a key policy can speak of its own key only",
  "TrailEncryptsLogFiles Action kms:GenerateDataKey*": "the page of CloudTrail asks for this form",
  "TrailEncryptsLogFiles Resource *": "a key policy can speak of its own key only",
  "TrailEncryptsLogFiles Condition arn:aws:cloudtrail:*:ACCOUNT:trail/*":
    "the page of CloudTrail asks for this form; aws:SourceArn beside it names the trail",
  "TrailChecksKey Resource *": "a key policy can speak of its own key only",
  "TrailUsesBucketKey Resource *": "a key policy can speak of its own key only",
  "LogGroupEncryptsEvents Action kms:ReEncrypt*": "the page of CloudWatch Logs asks for this form",
  "LogGroupEncryptsEvents Action kms:GenerateDataKey*":
    "the page of CloudWatch Logs asks for this form",
  "LogGroupEncryptsEvents Action kms:Describe*": "the page of CloudWatch Logs asks for this form",
  "LogGroupEncryptsEvents Resource *": "a key policy can speak of its own key only",
  "TrailWritesManagementAccount Resource arn:aws:s3:::BUCKET/AWSLogs/ACCOUNT/*":
    "the names of log files are CloudTrail's",
  "TrailWritesOrganization Resource arn:aws:s3:::BUCKET/AWSLogs/ORGANIZATION/*":
    "the names of log files are CloudTrail's",
  "TrailWritesLogStreams Resource arn:aws:logs:REGION:ACCOUNT:log-group:signin-alerts-trail:log-stream:ACCOUNT_CloudTrail_REGION*":
    "CloudTrail numbers its log streams",
  "TrailWritesLogStreams Resource arn:aws:logs:REGION:ACCOUNT:log-group:signin-alerts-trail:log-stream:ORGANIZATION_*":
    "CloudTrail names its log streams by account and region",
  "EventBridgeWritesHeartbeats Resource arn:aws:logs:REGION:ACCOUNT:log-group:/aws/events/signin-alerts-heartbeats:*":
    "EventBridge names its log streams",
  "EventBusWritesLogs Resource arn:aws:logs:REGION:ACCOUNT:log-group:/aws/vendedlogs/events/event-bus/signin-alerts:log-stream:*":
    "the delivery of logs names its log streams",
  "ForwardingRulesAssumeRole Condition arn:aws:events:*:ACCOUNT:rule/signin-alerts-forward":
    "one role serves all regions of the account",
  "ForwardingRulesAssumeRole Condition arn:aws:events:*:ACCOUNT:rule/signin-alerts-heartbeat":
    "one role serves all regions of the account",
  "RulesKeepUndeliveredEvents Condition arn:aws:events:REGION:ACCOUNT:rule/signin-alerts/signin-alerts-*":
    "the names of all rules would pass the size that SQS allows",
  "OrganizationSendsSignInEvents Principal *":
    "aws:PrincipalOrgID beside it names the organization",
  "OrganizationSendsSignInEvents Condition aws.*":
    "root's calls are to any service, and AWS alone sends such sources",
  "OrganizationSendsHeartbeats Principal *": "aws:PrincipalOrgID beside it names the organization",
};

function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function placeless(text: string): string {
  return text
    .replace(/arn:aws:s3:::[\w.-]+/, "arn:aws:s3:::BUCKET")
    .replace(/\b\d{12}(?=[:/_])/g, "ACCOUNT")
    .replace(/o-[a-z0-9]{10}/, "ORGANIZATION")
    .replace(/[a-z]{2}-[a-z]+-\d/g, "REGION");
}

function statementsOf(organization: Organization): readonly Statement[] {
  return organization.stacks.flatMap(({ resources }) =>
    resources.flatMap(({ values }) =>
      policyArguments.flatMap((name) => {
        const json = values[name];
        if (typeof json !== "string") return [];
        return (JSON.parse(json) as { Statement: Statement[] }).Statement;
      }),
    ),
  );
}

const statements = statementsOf(new Organization());

test("no policy has `*` where a name is possible", () => {
  const found = statements
    .filter(({ Effect }) => Effect === "Allow")
    .flatMap(({ Sid, ...elements }) =>
      Object.entries(elements).flatMap(([element, value]) =>
        textsIn(value)
          .filter((text) => text.includes("*"))
          .map((text) => `${Sid} ${element} ${placeless(text)}`),
      ),
    );
  expect([...new Set(found)].sort()).toEqual(Object.keys(wildcards).sort());
});

test("whom a policy allows without a name is held by the organization's id", () => {
  const open = statements.filter(
    ({ Effect, Principal }) => Effect === "Allow" && Principal === "*",
  );
  expect(open.length).toBeGreaterThan(0);
  for (const { Condition } of open) {
    expect(Condition).toMatchObject({
      StringEquals: { "aws:PrincipalOrgID": example.organization.id },
    });
  }
});

test("every statement documents its purpose, and every Deny asks for TLS", () => {
  for (const { Sid, Effect, Condition } of statements) {
    expect(Sid).toMatch(/^[A-Za-z]+$/);
    if (Effect === "Deny") expect(Condition).toEqual({ Bool: { "aws:SecureTransport": "false" } });
  }
});

test("every queue, topic and bucket refuses requests without TLS", () => {
  const stacks = new Organization().stacks;
  const policies = stacks.flatMap(({ resources }) =>
    resources
      .filter(({ type }) =>
        ["aws_sqs_queue", "aws_sns_topic", "aws_s3_bucket_policy"].includes(type),
      )
      .map(({ address, values }) => [address, String(values["policy"])] as const),
  );
  expect(policies.length).toBeGreaterThan(90);
  const open = policies.filter(([, policy]) => !policy.includes('"Sid":"NobodyWithoutTLS"'));
  expect(open).toEqual([]);
});

test("every key is rotated, and the bucket of log files is for the trail alone", () => {
  const stacks = new Organization().stacks;
  const keys = stacks.flatMap((stack) => stack.ofType("aws_kms_key"));
  expect(keys.filter(({ values }) => values["enable_key_rotation"] !== true)).toEqual([]);
  const [block] = stacks.flatMap((stack) => stack.ofType("aws_s3_bucket_public_access_block"));
  expect(block?.values).toMatchObject({
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
  });
});

test("what keeps events keeps them for a stated time", () => {
  const stacks = new Organization().stacks;
  for (const stack of stacks) {
    for (const { values } of stack.ofType("aws_sqs_queue")) {
      expect(values["message_retention_seconds"]).toBe(14 * 86_400);
    }
    for (const { values } of stack.ofType("aws_cloudwatch_log_group")) {
      expect([30, 90]).toContain(values["retention_in_days"]);
    }
  }
});
