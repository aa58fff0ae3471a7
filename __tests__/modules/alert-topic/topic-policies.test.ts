import { AlertTopic, type AlertTopicProps } from "../../../modules";
import type { PolicyRequest } from "../../../src/coverage/policy";
import type { StackContents } from "../../stacks/stack-contents";
import { asker, contentsOf, HUB, MEMBER, REGION } from "../one-stack";

const place = { account: HUB, region: REGION };
const arn = `arn:aws:sns:${REGION}:${HUB}:alerts`;

function topic(props: Partial<AlertTopicProps> = {}): StackContents {
  return contentsOf((stack, provider) => {
    new AlertTopic(stack, "topic", { provider, place, name: "alerts", recipients: [], ...props });
  });
}

const contents = topic();
const eventBridge = { service: "events.amazonaws.com" };
const cloudWatch = { service: "cloudwatch.amazonaws.com" };

describe("the policy of a topic", () => {
  const publish: PolicyRequest = {
    principal: eventBridge,
    action: "sns:Publish",
    resource: arn,
    context: {},
  };
  const ask = asker(contents.only("aws_sns_topic").values["policy"], publish);

  test("lets EventBridge publish, without a condition that could lose an alert", () => {
    expect(ask()).toBe("allow");
  });

  test("lets alarms of its own account publish", () => {
    const context = { "aws:SourceAccount": HUB };
    expect(ask({ principal: cloudWatch, context })).toBe("allow");
  });

  test("refuses alarms of another account", () => {
    const context = { "aws:SourceAccount": MEMBER };
    expect(ask({ principal: cloudWatch, context })).toBe("implicit-deny");
    expect(ask({ principal: cloudWatch })).toBe("implicit-deny");
  });

  test("lets its owner manage it, as the default policy did", () => {
    const actions = [
      "sns:GetTopicAttributes",
      "sns:SetTopicAttributes",
      "sns:AddPermission",
      "sns:RemovePermission",
      "sns:DeleteTopic",
      "sns:Subscribe",
      "sns:ListSubscriptionsByTopic",
      "sns:Publish",
    ];
    for (const action of actions) {
      expect(ask({ principal: { account: HUB }, action })).toBe("allow");
    }
  });

  test("refuses other accounts and other services", () => {
    expect(ask({ principal: { account: MEMBER } })).toBe("implicit-deny");
    expect(ask({ principal: { service: "s3.amazonaws.com" } })).toBe("implicit-deny");
  });

  test("lets the services do nothing but publish", () => {
    expect(ask({ action: "sns:Subscribe" })).toBe("implicit-deny");
  });

  test("speaks of this topic only", () => {
    expect(ask({ resource: `${arn}-2` })).toBe("implicit-deny");
  });
});

describe("the key of a topic", () => {
  const key = contents.only("aws_kms_key");
  const ask = asker(key.values["policy"], {
    principal: eventBridge,
    action: "kms:GenerateDataKey",
    resource: `arn:aws:kms:${REGION}:${HUB}:key/1`,
    context: {},
  });

  test.each([eventBridge, cloudWatch])("lets $service encrypt, without a context", (principal) => {
    expect(ask({ principal })).toBe("allow");
    expect(ask({ principal, action: "kms:Decrypt" })).toBe("allow");
  });

  test("lets the services do nothing else, and no other service anything", () => {
    expect(ask({ action: "kms:ScheduleKeyDeletion" })).toBe("implicit-deny");
    expect(ask({ principal: { service: "s3.amazonaws.com" } })).toBe("implicit-deny");
  });

  test("lets its account administer it, and no other account", () => {
    const action = "kms:PutKeyPolicy";
    expect(ask({ principal: { account: HUB }, action })).toBe("allow");
    expect(ask({ principal: { account: MEMBER }, action })).toBe("implicit-deny");
  });

  test("rotates", () => {
    expect(key.values["enable_key_rotation"]).toBe(true);
  });

  test("encrypts the topic", () => {
    const { values } = contents.only("aws_sns_topic");
    expect(contents.referenced(values["kms_master_key_id"], "arn")).toBe(key);
  });
});

describe("a topic", () => {
  test("uses a key that is there already, and makes none", () => {
    const existingKeyArn = `arn:aws:kms:${REGION}:${HUB}:key/1`;
    const existing = topic({ existingKeyArn });
    expect(existing.only("aws_sns_topic").values["kms_master_key_id"]).toBe(existingKeyArn);
    expect(existing.ofType("aws_kms_key")).toEqual([]);
    expect(existing.ofType("aws_kms_alias")).toEqual([]);
  });

  test("has one subscription per recipient", () => {
    const endpoints = ["a@example.com", "b@example.com"];
    const recipients = endpoints.map((endpoint) => ({ protocol: "email" as const, endpoint }));
    const subscriptions = topic({ recipients }).ofType("aws_sns_topic_subscription");
    expect(subscriptions.map(({ values }) => values["endpoint"]).sort()).toEqual(endpoints);
  });
});
