import { traceText } from "../../../src/coverage/report";
import { changed, type MutableJson } from "./changed";
import { CHAT, findingsIn, stacksBeside, traceIn, withChat } from "./chat-organization";
import { HUB, MEMBER } from "../small-organization";

const TOPIC = `arn:aws:sns:eu-central-1:${HUB}:sign-ins-chat`;
const stacks = stacksBeside(withChat());
const slackType = "aws_chatbot_slack_channel_configuration";

function chatDelivery(from = stacks, kind?: string) {
  return traceIn(from, kind).deliveries.find(({ topic }) => topic === TOPIC);
}

test("a sound organization with chat has no finding", () => {
  expect(findingsIn(stacks)).toEqual([]);
});

test("a channel of Slack is told beside those who get mail", () => {
  const { deliveries, blockers, findings } = traceIn(stacks);
  expect([blockers, findings]).toEqual([[], []]);
  expect(deliveries.map(({ recipients }) => recipients)).toEqual([
    ["slack:T07EA123LEP/C07EZ1ABC23"],
    ["email:security@example.com"],
  ]);
  expect(chatDelivery()).toMatchObject({ kind: "root-sign-in", severity: "critical" });
});

test("a channel of Teams is told", () => {
  const teams = {
    tenantId: "0a1b2c3d-0000-4000-8000-00000000000a",
    teamId: "74361522-da01-538d-aa2e-ac7918c6bb92",
    channelId: "19%3aabc%40thread.tacv2",
  };
  const own = stacksBeside(withChat({ teams }));
  expect(chatDelivery(own)?.recipients).toEqual([`teams:${teams.teamId}/${teams.channelId}`]);
  expect(findingsIn(own)).toEqual([]);
});

test.each([
  ["channel_id", "19%3Aabc%3adef%40thread.tacv2"],
  ["channel_id", "19:abc@thread.tacv2"],
  ["channel_id", `19%3a${"x".repeat(255)}%40thread.tacv2`],
  ["team_id", "74361522da01538daa2eac7918c6bb92----"],
])("fails on a channel of Teams whose %s is %s", (attribute, id) => {
  const teams = {
    tenantId: "0a1b2c3d-0000-4000-8000-00000000000a",
    teamId: "74361522-da01-538d-aa2e-ac7918c6bb92",
    channelId: "19%3Aabc%40thread.tacv2",
  };
  const own = stacksBeside(withChat({ teams }));
  expect(findingsIn(own)).toEqual([]);
  const type = "aws_chatbot_teams_channel_configuration";
  const found = findingsIn(changed(own, CHAT, type, (body) => ({ ...body, [attribute]: id })));
  expect(found.join("\n")).toContain(`chat-channel-invalid: its ${attribute} is `);
});

test("a trace shows the message as its reader in chat sees it", () => {
  const text = chatDelivery()?.text ?? "";
  expect(text.split("\n").slice(0, 2)).toEqual([
    `[critical] Root user sign-in to ${MEMBER} — Success, MFA used: No`,
    "",
  ]);
  expect(text).toContain("- Region: `us-east-2`");
  expect(text).toContain("Open in CloudTrail: https://us-east-2.console.aws.amazon.com/");
  expect(text).not.toContain("{");
  const report = traceText(
    { source: "s", detailType: "d", account: MEMBER, region: "us-east-2" },
    traceIn(stacks),
    { colors: false },
  );
  expect(report).toContain("to slack:T07EA123LEP/C07EZ1ABC23");
  expect(report).toContain("│ [critical] Root user sign-in");
});

test("plain text to a chat topic ends the way: chat drops it", () => {
  const { deliveries, blockers } = traceIn(stacksBeside(withChat({ slack: slackIds }, "mail")));
  expect(deliveries).toHaveLength(1);
  expect(blockers).toEqual([
    expect.objectContaining({
      rule: "chat-message-dropped",
      detail: "plain text is no custom notification",
    }),
  ]);
});

const slackIds = { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" };

test("whoever gets mail of a chat topic is told though chat drops the text, which is noted", () => {
  const plain = stacksBeside(withChat({ slack: slackIds }, "mail"));
  const both = changed(plain, CHAT, "aws_sns_topic", (topic) => topic).map((copy) => {
    if (copy.name !== CHAT) return copy;
    const resource = copy.document["resource"] as Record<string, Record<string, MutableJson>>;
    const aws_sns_topic_subscription = {
      mail: {
        provider: "aws.eu-central-1",
        topic_arn: TOPIC,
        protocol: "email",
        endpoint: "a@example.com",
      },
    };
    return {
      ...copy,
      document: { ...copy.document, resource: { ...resource, aws_sns_topic_subscription } },
    };
  });
  expect(chatDelivery(both)?.recipients).toEqual(["email:a@example.com"]);
  expect(traceIn(both).blockers[0]?.rule).toBe("chat-message-dropped");
});

test("a channel of Slack that is configured twice is found, whatever the configurations are called", () => {
  const twice = stacks.map((copy) => {
    if (copy.name !== CHAT) return copy;
    const resource = copy.document["resource"] as Record<string, Record<string, MutableJson>>;
    const [first] = Object.values(resource[slackType] ?? {});
    const second = { ...first, configuration_name: "another" };
    const both = { ...resource, [slackType]: { ...resource[slackType], second } };
    return { ...copy, document: { ...copy.document, resource: both } };
  });
  expect(findingsIn(twice)).toEqual([expect.stringMatching(/^duplicate/)]);
});

test.each<[string, string, string, (body: MutableJson) => MutableJson | undefined, string]>([
  [
    "a topic that is not listed",
    CHAT,
    slackType,
    (body) => ({ ...body, sns_topic_arns: [] }),
    "chat-channel-without-topic",
  ],
  [
    "another topic that is listed",
    CHAT,
    slackType,
    (body) => ({ ...body, sns_topic_arns: [`${TOPIC}-2`] }),
    `destination-missing: ${TOPIC}-2`,
  ],
  [
    "topics that are known later",
    CHAT,
    slackType,
    (body) => ({ ...body, sns_topic_arns: ["${var.topic}"] }),
    "value-unknown: sns_topic_arns: var.topic: it is known only where Terraform runs",
  ],
  [
    "a channel that is gone",
    CHAT,
    slackType,
    () => undefined,
    `chat-message-without-channel: ${TOPIC}`,
  ],
  [
    "a role for another service",
    CHAT,
    "aws_iam_role",
    (body) => ({
      ...body,
      assume_role_policy: String(body["assume_role_policy"]).replace("chatbot", "events"),
    }),
    "role-trust-denies: sts:AssumeRole is not allowed",
  ],
  [
    "a role for another account",
    CHAT,
    "aws_iam_role",
    (body) => ({
      ...body,
      assume_role_policy: String(body["assume_role_policy"]).replace(HUB, MEMBER),
    }),
    "aws:SourceAccount is 222222222222",
  ],
  [
    "a role whose boundary is of another account",
    CHAT,
    "aws_iam_role",
    (body) => ({ ...body, permissions_boundary: `arn:aws:iam::${MEMBER}:policy/b` }),
    "is of another account",
  ],
  ["a role that is gone", CHAT, "aws_iam_role", () => undefined, "iam_role_arn"],
  [
    "a role of nobody",
    CHAT,
    slackType,
    (body) => ({ ...body, iam_role_arn: "arn:aws:iam::222222222222:role/x" }),
    "role-missing: iam_role_arn arn:aws:iam::222222222222:role/x",
  ],
  [
    "an id of a channel that is none",
    CHAT,
    slackType,
    (body) => ({ ...body, slack_channel_id: "#alerts" }),
    "chat-channel-invalid: its slack_channel_id is #alerts",
  ],
  [
    "a key that EventBridge may not use",
    CHAT,
    "aws_kms_key",
    (body) => ({
      ...body,
      policy: String(body["policy"]).replace("events.amazonaws", "x.amazonaws"),
    }),
    "key-policy-denies: kms:GenerateDataKey is not allowed",
  ],
  [
    "a message in another version of the schema",
    CHAT,
    "aws_cloudwatch_event_target",
    (body) => withTemplate(body, '\\"version\\":\\"1.0\\"', '\\"version\\":\\"2.0\\"'),
    'chat-message-dropped: version is "2.0", not "1.0"',
  ],
  [
    "a message of another source",
    CHAT,
    "aws_cloudwatch_event_target",
    (body) => withTemplate(body, '\\"custom\\"', '\\"aws.signin\\"'),
    'chat-message-dropped: source is "aws.signin", not "custom"',
  ],
  [
    "a message of another type of text",
    CHAT,
    "aws_cloudwatch_event_target",
    (body) => withTemplate(body, "client-markdown", "text"),
    'chat-message-dropped: textType is "text", not "client-markdown"',
  ],
])("%s is noticed", (_, stack, type, change, finding) => {
  const findings = findingsIn(changed(stacks, stack, type, change));
  expect(findings.filter((line) => line.includes(finding))).not.toEqual([]);
});

function withTemplate(body: MutableJson, from: string, to: string): MutableJson {
  const json = JSON.stringify(body);
  const template = json.replace(from, to);
  if (template === json) throw new Error(`no ${from} in ${json}`);
  return JSON.parse(template) as MutableJson;
}

test("the raw event to a chat topic ends the way", () => {
  const raw = changed(stacks, CHAT, "aws_cloudwatch_event_target", (body) => ({
    ...body,
    input_transformer: undefined,
  }));
  expect(findingsIn(raw).filter((line) => line.startsWith("chat-message-dropped"))).toEqual([
    'chat-message-dropped: version is "0", not "1.0"',
  ]);
});
