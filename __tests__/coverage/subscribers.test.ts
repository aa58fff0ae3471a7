import type { StackDocument } from "../../src/coverage";
import type { MutableJson } from "./mutation/mutant";
import { HUB, HUB_REGION, organizationWith, reportOf, stacksOf } from "./small-organization";
import { expectationsOf, resolve } from "../../src/plan";
import { said } from "./said";

const place = `${HUB_REGION}:${HUB}`;
const queueArn = `arn:aws:sqs:${place}:archive`;
const functionArn = `arn:aws:lambda:${place}:function:notify`;
const topicArn = `arn:aws:sns:${place}:signin-alerts`;
const keyArn = `arn:aws:kms:${place}:key/00000000-0000-0000-0000-000000000000`;
const change = {
  // No mailbox: one topic.
  recipients: ["https://events.example.com/x", queueArn, functionArn],
  // A topic of its own, which neither queue nor function is subscribed to.
  operations: { recipients: ["operations@example.com"] },
};
const plain = stacksOf(change);
const expectedOf = (changed: typeof change) => expectationsOf(resolve(organizationWith(changed)));

type Bodies = Record<string, Record<string, MutableJson>>;

/** What is found where resources are added to the hub's stack, which the topic may notify. */
function foundWith(added: Bodies, from = plain, expected = expectedOf(change)): readonly string[] {
  const stacks: readonly StackDocument[] = structuredClone(from);
  const { document } = stacks.find(({ name }) => name === "signin-hub") ?? {};
  const resources = document?.["resource"] as Bodies;
  const provider = Object.values(resources["aws_sns_topic"] ?? {})[0]?.["provider"] ?? null;
  const region = Object.values(resources["aws_sns_topic"] ?? {})[0]?.["region"] ?? null;
  for (const [type, bodies] of Object.entries(added)) {
    for (const [name, body] of Object.entries(bodies)) {
      resources[type] = { ...resources[type], [name]: { provider, region, ...body } };
    }
  }
  const { findings } = reportOf(stacks, expected);
  return findings
    .map(said)
    .filter((text) => /denies|disabled|missing|not allowed|archive|notify/u.test(text));
}

const statement = (more: object = {}) => ({
  Effect: "Allow",
  Principal: { Service: "sns.amazonaws.com" },
  Action: "sqs:SendMessage",
  Resource: queueArn,
  Condition: { ArnEquals: { "aws:SourceArn": topicArn } },
  ...more,
});
const policy = (...statements: readonly object[]) =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });
const queue = (statements: readonly object[], more: MutableJson = {}): Bodies => ({
  aws_sqs_queue: { archive: { name: "archive", ...more } },
  ...(statements.length > 0 && {
    aws_sqs_queue_policy: {
      archive: { queue_url: "${aws_sqs_queue.archive.url}", policy: policy(...statements) },
    },
  }),
});
const refused = "resource-policy-denies: sqs:SendMessage is not allowed:";

test("a queue that is elsewhere is not known, and one that lets the topic send is right", () => {
  expect(foundWith({})).toEqual([]);
  expect(foundWith(queue([statement()]))).toEqual([]);
});

test.each([
  ["has no policy", []],
  [
    "is for another topic",
    [statement({ Condition: { ArnEquals: { "aws:SourceArn": `${topicArn}-x` } } })],
  ],
  ["is for another service", [statement({ Principal: { Service: "events.amazonaws.com" } })]],
  ["denies", [statement(), statement({ Effect: "Deny" })]],
])("fails where a queue of the stack %s", (_, statements) => {
  expect(foundWith(queue(statements))).toContainEqual(expect.stringContaining(refused));
});

const keyPolicy = (service: string) =>
  policy(
    { Effect: "Allow", Principal: { AWS: HUB }, Action: "kms:*", Resource: "*" },
    {
      Effect: "Allow",
      Principal: { Service: service },
      Action: ["kms:GenerateDataKey*", "kms:Decrypt"],
      Resource: "*",
    },
  );
const encrypted = (service: string, more: MutableJson = {}): Bodies => ({
  ...queue([statement()], { kms_master_key_id: "${aws_kms_key.archive.arn}" }),
  aws_kms_key: { archive: { policy: keyPolicy(service), description: "archive", ...more } },
});

test("the key of a queue has to let the topic encrypt", () => {
  expect(foundWith(encrypted("sns.amazonaws.com"))).toEqual([]);
  expect(foundWith(encrypted("events.amazonaws.com"))).toContainEqual(
    expect.stringContaining("key-policy-denies: kms:GenerateDataKey is not allowed"),
  );
  expect(foundWith(encrypted("sns.amazonaws.com", { is_enabled: false }))).toContainEqual(
    expect.stringContaining("key-disabled"),
  );
  expect(foundWith(queue([statement()], { kms_master_key_id: keyArn }))).toContainEqual(
    expect.stringContaining("key-missing"),
  );
  expect(foundWith(queue([statement()], { kms_master_key_id: "alias/aws/sqs" }))).toContainEqual(
    expect.stringContaining("which SNS may not use"),
  );
});

const invoked = (permission?: MutableJson): Bodies => ({
  aws_lambda_function: {
    notify: {
      function_name: "notify",
      role: `arn:aws:iam::${HUB}:role/notify`,
      handler: "x.y",
      runtime: "nodejs22.x",
    },
  },
  ...(permission && {
    aws_lambda_permission: {
      notify: {
        statement_id: "topic",
        function_name: "notify",
        action: "lambda:InvokeFunction",
        principal: "sns.amazonaws.com",
        source_arn: topicArn,
        ...permission,
      },
    },
  }),
});

test("a function of the stack has to let the topic invoke it", () => {
  const denies: unknown = expect.stringContaining("lambda:InvokeFunction is not allowed");
  expect(foundWith(invoked({}))).toEqual([]);
  expect(foundWith(invoked())).toContainEqual(denies);
  expect(foundWith(invoked({ principal: "events.amazonaws.com" }))).toContainEqual(denies);
  expect(foundWith(invoked({ source_arn: `${topicArn}-x` }))).toContainEqual(denies);
});

test.each(["live", "7"])(
  "the version or alias %s of a function of the stack is asked",
  (qualifier) => {
    const denies: unknown = expect.stringContaining("lambda:InvokeFunction is not allowed");
    const subscribed = `${functionArn}:${qualifier}`;
    const qualified = { ...change, recipients: ["https://events.example.com/x", subscribed] };
    const found = (permission: MutableJson) =>
      foundWith(invoked(permission), stacksOf(qualified), expectedOf(qualified));
    expect(found({ qualifier })).toEqual([]);
    // A permission for the function itself, or for another version, does not hold for it.
    expect(found({})).toContainEqual(denies);
    expect(found({ qualifier: "other" })).toContainEqual(denies);
  },
);

test("a permission for an alias does not hold for the function itself", () => {
  expect(foundWith(invoked({ qualifier: "live" }))).toContainEqual(
    expect.stringContaining("lambda:InvokeFunction is not allowed"),
  );
});

test.each<[string, string | undefined, boolean]>([
  ["{}", undefined, true],
  [" { } ", "MessageAttributes", true],
  ["{}", "MessageBody", false],
  ['{"severity":["high"]}', undefined, false],
  ["[]", undefined, false],
  ["{", undefined, false],
])("a filter policy %s of scope %s lets every message through: %s", (policy, scope, isOpen) => {
  const stacks: readonly StackDocument[] = structuredClone(plain);
  const hub = stacks.find(({ name }) => name === "signin-hub")?.document["resource"] as Bodies;
  for (const body of Object.values(hub["aws_sns_topic_subscription"] ?? {})) {
    Object.assign(body as object, { filter_policy: policy, filter_policy_scope: scope });
  }
  const { findings, cells } = reportOf(stacks, expectedOf(change));
  expect(cells.every(({ covered }) => covered)).toBe(isOpen);
  expect(findings.some(({ detail }) => detail.includes("filter_policy"))).toBe(!isOpen);
});
