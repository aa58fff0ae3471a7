import { after, foundIn, more, plain } from "./every-rule/raise";
import type { StackDocument } from "../../src/coverage";
import type { MutableJson } from "./mutation/mutant";
import { said } from "./said";
import { HUB, HUB_REGION, MANAGEMENT } from "./small-organization";

const elsewhere = (account: string) => `arn:aws:kms:eu-west-3:${account}:key/k`;
const rule = "key-in-other-region";

/** What is said of keys. */
function ofKeys(stacks: readonly StackDocument[]): readonly string[] {
  const all = foundIn(stacks).filter((each) => each.rule.startsWith("key-"));
  return [...new Set(all.map((each) => `${each.resource?.address ?? ""} ${said(each)}`))];
}

test.each([
  ["a dead-letter queue", "aws_sqs_queue", /eu-central-1/, "kms_master_key_id", HUB],
  ["a topic for alerts", "aws_sns_topic", /^topic/, "kms_master_key_id", HUB],
  ["the log group of the trail", "aws_cloudwatch_log_group", /trail/i, "kms_key_id", MANAGEMENT],
  ["the log group of heartbeats", "aws_cloudwatch_log_group", /hub/i, "kms_key_id", HUB],
  ["a trail", "aws_cloudtrail", /./, "kms_key_id", MANAGEMENT],
])("fails on a key of another region for %s", (_, type, name, argument, account) => {
  const found = ofKeys(after(type, name, { [argument]: elsewhere(account) }));
  expect(found.length).toBeGreaterThan(0);
  for (const text of found) {
    expect(text).toContain(`${type}.`);
    expect(text).toContain(`${rule}: ${elsewhere(account)} is in eu-west-3, what it encrypts in `);
  }
});

/** The stacks, where a stack has providers of two regions more. */
function withRegions(stack: string): readonly StackDocument[] {
  return plain.map(({ name, document }) => {
    const { aws } = document["provider"] as Record<"aws", readonly MutableJson[]>;
    const more = ["us-east-1", "us-east-2"].map((region) => ({ ...aws[0], alias: region, region }));
    const provider = { aws: [...aws, ...more] };
    return { name, document: name === stack ? { ...document, provider } : document };
  });
}

const anyService = { Service: ["events.amazonaws.com", "cloudwatch.amazonaws.com"] };

/** The stacks, with a key in the hub's stack that every service of a topic may use. */
function withKey(change: MutableJson): readonly StackDocument[] {
  const statement = { Effect: "Allow", Action: "kms:*", Resource: "*" };
  const Statement = [{ AWS: [HUB, MANAGEMENT] }, anyService].map((Principal) => ({
    ...statement,
    Principal,
  }));
  const policy = JSON.stringify({ Version: "2012-10-17", Statement });
  const made = (first: MutableJson) => ({ ...first, policy, ...change });
  return more("signin-hub", "aws_kms_key", made, withRegions("signin-hub"), "other");
}

function topicsWith(key: string, stacks: readonly StackDocument[]): readonly string[] {
  return ofKeys(after("aws_sns_topic", /^topic/, { kms_master_key_id: key }, stacks));
}

test("fails on a key in the Terraform that lies in another region", () => {
  const [here, there] = [{}, { provider: "aws.us-east-1" }].map((change) =>
    topicsWith("${aws_kms_key.other.arn}", withKey(change)),
  );
  expect(here).toEqual([]);
  expect(there?.join()).toContain(`is in us-east-1, what it encrypts in ${HUB_REGION}`);
});

test("a key of another account is used by its ARN, and may be so in its region", () => {
  const provider = "aws.other-account";
  const stacks = withKey({ provider }).map(({ name, document }) => {
    const { aws } = document["provider"] as Record<"aws", readonly MutableJson[]>;
    const theirs = JSON.parse(JSON.stringify(aws[0]).replaceAll(HUB, MANAGEMENT)) as MutableJson;
    const other = { ...theirs, alias: "other-account" };
    return { name, document: { ...document, provider: { aws: [...aws, other] } } };
  });
  expect(topicsWith("${aws_kms_key.other.arn}", stacks)).toEqual([]);
  expect(topicsWith("${aws_kms_key.other.key_id}", stacks).join()).toContain("key-missing");
});

test("a key by its alias is that of the region in the ARN, and of the topic's region by its name", () => {
  const alias = { name: "alias/other", target_key_id: "${aws_kms_key.other.key_id}" };
  const made = (first: MutableJson) => ({ ...first, ...alias });
  const stacks = more("signin-hub", "aws_kms_alias", made, withKey({}));
  expect(topicsWith("alias/other", stacks)).toEqual([]);
  expect(topicsWith(`arn:aws:kms:${HUB_REGION}:${HUB}:alias/other`, stacks)).toEqual([]);
  expect(topicsWith(`arn:aws:kms:us-east-1:${HUB}:alias/other`, stacks).join()).toContain(rule);
});

test("fails on an alias that leads to an alias, instead of following it for ever", () => {
  const alias = { name: "alias/other", target_key_id: "alias/other" };
  const stacks = more("signin-hub", "aws_kms_alias", (first) => ({ ...first, ...alias }));
  expect(topicsWith("alias/other", stacks).join()).toContain("key-missing");
});

test("the key of a trail is in the region of its bucket, wherever the trail is", () => {
  const change = { provider: "aws.us-east-2" };
  const moved = after("aws_s3_bucket", /./, change, withRegions("signin-trail"));
  expect(ofKeys(moved).join()).toContain("what it encrypts in us-east-2");
});
