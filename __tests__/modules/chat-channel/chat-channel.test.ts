import { ChatChannel, type ChatChannelProps } from "../../../modules";
import type { StackContents } from "../../stacks/stack-contents";
import { asker, contentsOf, HUB, MEMBER, REGION } from "../one-stack";

const place = { account: HUB, region: REGION };
const slack = { workspaceId: "T07EA123LEP", channelId: "C07EZ1ABC23" };
const teams = {
  tenantId: "0a1b2c3d-0000-4000-8000-00000000000a",
  teamId: "74361522-da01-538d-aa2e-ac7918c6bb92",
  channelId: "19%3ab6ef35dc342d56ba5654e6fc6d25a071%40thread.tacv2",
};

type Client = Pick<ChatChannelProps, "slack"> | Pick<ChatChannelProps, "teams">;
type Replaced = Partial<Pick<ChatChannelProps, "name" | "place" | "existingKeyArn">>;

function channel(client: Client, replaced: Replaced = {}): StackContents {
  return contentsOf((stack, provider) => {
    const props = { provider, place, name: "sign-ins-chat", ...client, ...replaced };
    new ChatChannel(stack, "chat", props as ChatChannelProps);
  });
}

const slackType = "aws_chatbot_slack_channel_configuration";
const teamsType = "aws_chatbot_teams_channel_configuration";
const configurations = [
  ["Slack", slackType, { slack }],
  ["Teams", teamsType, { teams }],
] as const;

describe.each(configurations)("a channel of %s", (_, type, client) => {
  const contents = channel(client);
  const { values } = contents.only(type);

  test("lists its own topic, and no other", () => {
    const [arn, ...others] = values["sns_topic_arns"] as readonly unknown[];
    expect(others).toEqual([]);
    expect(contents.referenced(arn, "arn")).toBe(contents.only("aws_sns_topic"));
    expect(contents.ofType("aws_sns_topic_subscription")).toEqual([]);
  });

  test("lets no user act: every guardrail denies, and no member acts with the channel's role", () => {
    expect(values).toMatchObject({
      configuration_name: "sign-ins-chat",
      guardrail_policy_arns: ["arn:aws:iam::aws:policy/AWSDenyAll"],
      user_authorization_required: true,
      logging_level: "ERROR",
    });
  });

  test("has a role without any permission", () => {
    const role = contents.referenced(values["iam_role_arn"], "arn");
    expect(role).toBe(contents.only("aws_iam_role"));
    expect(role.values).toMatchObject({ name: "sign-ins-chat-chat" });
    for (const argument of ["inline_policy", "managed_policy_arns"]) {
      expect(role.values[argument]).toBeUndefined();
    }
    for (const permission of ["aws_iam_role_policy", "aws_iam_role_policy_attachment"]) {
      expect(contents.ofType(permission)).toEqual([]);
    }
  });

  test("names its provider at every resource", () => {
    expect(new Set(contents.resources.map(({ provider }) => provider))).toEqual(
      new Set(["aws.here"]),
    );
  });
});

describe("the role of a channel", () => {
  const ask = asker(
    channel({ slack }).only("aws_iam_role").values["assume_role_policy"],
    {
      principal: { service: "chatbot.amazonaws.com" },
      action: "sts:AssumeRole",
      resource: `arn:aws:iam::${HUB}:role/sign-ins-chat-chat`,
      context: { "aws:SourceAccount": HUB },
    },
    "trust",
  );

  test("is for the chat service of its own account", () => {
    expect(ask()).toBe("allow");
    expect(ask({ context: { "aws:SourceAccount": MEMBER } })).toBe("implicit-deny");
    expect(ask({ context: {} })).toBe("implicit-deny");
  });

  test("is for no other principal", () => {
    expect(ask({ principal: { service: "events.amazonaws.com" } })).toBe("implicit-deny");
    expect(ask({ principal: { account: HUB } })).toBe("implicit-deny");
    expect(ask({ action: "sts:TagSession" })).toBe("implicit-deny");
  });
});

describe("the topic of a channel", () => {
  const contents = channel({ slack });
  const tls = { "aws:SecureTransport": "true" };

  test("lets EventBridge publish, and neither alarms nor the chat service", () => {
    const ask = asker(contents.only("aws_sns_topic").values["policy"], {
      principal: { service: "events.amazonaws.com" },
      action: "sns:Publish",
      resource: `arn:aws:sns:${REGION}:${HUB}:sign-ins-chat`,
      context: tls,
    });
    expect(ask()).toBe("allow");
    const alarm = { principal: { service: "cloudwatch.amazonaws.com" } };
    expect(ask({ ...alarm, context: { ...tls, "aws:SourceAccount": HUB } })).toBe("implicit-deny");
    for (const action of ["sns:Publish", "sns:Subscribe"]) {
      expect(ask({ principal: { service: "chatbot.amazonaws.com" }, action })).toBe(
        "implicit-deny",
      );
    }
  });

  test("lets its account subscribe, as AWS does for the creator of the channel", () => {
    const ask = asker(contents.only("aws_sns_topic").values["policy"], {
      principal: { account: HUB },
      action: "sns:Subscribe",
      resource: `arn:aws:sns:${REGION}:${HUB}:sign-ins-chat`,
      context: tls,
    });
    expect(ask()).toBe("allow");
  });

  test("has a key that EventBridge may use, and the chat service need not", () => {
    const ask = asker(contents.only("aws_kms_key").values["policy"], {
      principal: { service: "events.amazonaws.com" },
      action: "kms:GenerateDataKey",
      resource: `arn:aws:kms:${REGION}:${HUB}:key/1`,
      context: {},
    });
    expect([ask(), ask({ action: "kms:Decrypt" })]).toEqual(["allow", "allow"]);
    const chat = { service: "chatbot.amazonaws.com" };
    expect(ask({ principal: chat, action: "kms:Decrypt" })).toBe("implicit-deny");
  });

  test("uses an existing key", () => {
    const existingKeyArn = `arn:aws:kms:${REGION}:${HUB}:key/1`;
    const existing = channel({ slack }, { existingKeyArn });
    expect(existing.only("aws_sns_topic").values["kms_master_key_id"]).toBe(existingKeyArn);
    expect(existing.ofType("aws_kms_key")).toEqual([]);
  });
});

test.each<[string, Client, Replaced, RegExp]>([
  [
    "a workspace's name",
    { slack: { ...slack, workspaceId: "acme" } },
    {},
    /slack\.workspaceId.*T07EA123LEP, got: acme/,
  ],
  [
    "a channel's name",
    { slack: { ...slack, channelId: "#alerts" } },
    {},
    /slack\.channelId.*C or G/,
  ],
  ["a direct message", { slack: { ...slack, channelId: "D07EZ1ABC23" } }, {}, /slack\.channelId/],
  [
    "a tenant that is not a uuid",
    { teams: { ...teams, tenantId: "1234" } },
    {},
    /teams\.tenantId.*uuid/,
  ],
  ["a team that is not a uuid", { teams: { ...teams, teamId: "ops" } }, {}, /teams\.teamId.*uuid/],
  [
    "a channel of Teams that is not as in its link",
    { teams: { ...teams, channelId: "19:abc@thread.tacv2" } },
    {},
    /teams\.channelId.*19%3aabc%40thread\.tacv2, got: 19:abc@thread\.tacv2/,
  ],
  ["a name with a space", { slack }, { name: "sign ins" }, /'name' must be 1 to 59 letters/],
  ["a name that is too long for a role", { slack }, { name: "x".repeat(60) }, /'name'/],
  [
    "another partition",
    { slack },
    { place: { partition: "aws-cn", account: HUB, region: "cn-north-1" } },
    /partition aws alone, got: aws-cn/,
  ],
])("fails on %s and says what is allowed", (_, client, replaced, message) => {
  expect(() => channel(client, replaced)).toThrow(RangeError);
  expect(() => channel(client, replaced)).toThrow(message);
});

test("fails with all problems at once", () => {
  const wrong = { slack: { workspaceId: "a", channelId: "b" } };
  expect(() => channel(wrong, { name: "" })).toThrow(/'name'.*workspaceId.*channelId/);
});
