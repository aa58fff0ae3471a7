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
const tls = { "aws:SecureTransport": "true" };
const ofAccount = (account: string) => ({ ...tls, "aws:SourceAccount": account });

function policyOf(stack: StackContents): ReturnType<typeof asker> {
  const publish: PolicyRequest = {
    principal: eventBridge,
    action: "sns:Publish",
    resource: arn,
    context: tls,
  };
  return asker(stack.only("aws_sns_topic").values["policy"], publish);
}

function keyPolicyOf(stack: StackContents): ReturnType<typeof asker> {
  return asker(stack.only("aws_kms_key").values["policy"], {
    principal: eventBridge,
    action: "kms:GenerateDataKey",
    resource: `arn:aws:kms:${REGION}:${HUB}:key/1`,
    context: {},
  });
}

describe("the policy of a topic", () => {
  const ask = policyOf(contents);

  test("lets EventBridge publish, without a condition that could lose an alert", () => {
    expect(ask()).toBe("allow");
  });

  test("lets alarms of its own account publish", () => {
    expect(ask({ principal: cloudWatch, context: ofAccount(HUB) })).toBe("allow");
  });

  test("refuses alarms of another account", () => {
    expect(ask({ principal: cloudWatch, context: ofAccount(MEMBER) })).toBe("implicit-deny");
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

  test("denies every principal to publish without TLS", () => {
    const plain = { "aws:SecureTransport": "false" };
    expect(ask({ context: plain })).toBe("deny");
    expect(ask({ principal: { account: HUB }, context: plain })).toBe("deny");
    const alarm = { ...ofAccount(HUB), ...plain };
    expect(ask({ principal: cloudWatch, context: alarm })).toBe("deny");
  });
});

describe("a topic for rules", () => {
  const forRules = topic({ publisher: "rules" });
  const ask = policyOf(forRules);

  test("lets EventBridge publish and refuses alarms of its own account", () => {
    expect(ask()).toBe("allow");
    expect(ask({ principal: cloudWatch, context: ofAccount(HUB) })).toBe("implicit-deny");
  });

  test("has a key that EventBridge may use and CloudWatch may not", () => {
    const askKey = keyPolicyOf(forRules);
    for (const action of ["kms:GenerateDataKey", "kms:Decrypt"]) {
      expect(askKey({ action })).toBe("allow");
      expect(askKey({ principal: cloudWatch, action })).toBe("implicit-deny");
    }
  });
});

describe("a topic for alarms", () => {
  const forAlarms = topic({ publisher: "alarms" });
  const ask = policyOf(forAlarms);

  test("lets alarms of its own account publish and refuses EventBridge", () => {
    expect(ask({ principal: cloudWatch, context: ofAccount(HUB) })).toBe("allow");
    expect(ask({ principal: cloudWatch, context: ofAccount(MEMBER) })).toBe("implicit-deny");
    expect(ask()).toBe("implicit-deny");
  });

  test("has a key that CloudWatch may use and EventBridge may not", () => {
    const askKey = keyPolicyOf(forAlarms);
    for (const action of ["kms:GenerateDataKey", "kms:Decrypt"]) {
      expect(askKey({ principal: cloudWatch, action })).toBe("allow");
      expect(askKey({ action })).toBe("implicit-deny");
    }
  });
});

describe("the key of a topic", () => {
  const key = contents.only("aws_kms_key");
  const ask = keyPolicyOf(contents);

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
  test("uses an existing key, and creates none", () => {
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
