import { AccountForwarder } from "../../../modules";
import type { PolicyRequest } from "../../../src/coverage/policy";
import type { StackContents } from "../../stacks/stack-contents";
import { contentsOf, asker, defaultKinds, HUB, HUB_BUS, MEMBER, REGION } from "../one-stack";

function forwarder(props: { readonly heartbeatHours?: number }): StackContents {
  return contentsOf((stack, provider) => {
    new AccountForwarder(stack, "forwarder", {
      account: MEMBER,
      regionProviders: { [REGION]: provider },
      roleProvider: provider,
      hubBusArn: HUB_BUS,
      namePrefix: "alerts",
      kinds: defaultKinds,
      ...props,
    });
  });
}

const contents = forwarder({ heartbeatHours: 24 });
const silent = forwarder({});
const eventBridge = { service: "events.amazonaws.com" };

function rule(region: string, account = MEMBER, name = "alerts-forward"): string {
  return `arn:aws:events:${region}:${account}:rule/${name}`;
}

describe("the trust of the forwarding role", () => {
  const request: PolicyRequest = {
    principal: eventBridge,
    action: "sts:AssumeRole",
    resource: `arn:aws:iam::${MEMBER}:role/alerts-forward`,
    context: { "aws:SourceArn": rule(REGION), "aws:SourceAccount": MEMBER },
  };
  const trustOf = (stack: StackContents) =>
    asker(stack.only("aws_iam_role").values["assume_role_policy"], request, "trust");
  const ask = trustOf(contents);
  const asRule = (sourceArn: string, account = MEMBER) =>
    ask({ context: { "aws:SourceArn": sourceArn, "aws:SourceAccount": account } });

  test("admits the forwarding rule of every region of the account", () => {
    for (const region of [REGION, "us-east-1", "ap-southeast-2", "eu-south-1"]) {
      expect(asRule(rule(region))).toBe("allow");
    }
  });

  test("admits the heartbeat rule of every region of the account", () => {
    for (const region of [REGION, "us-east-1", "ap-southeast-2", "eu-south-1"]) {
      expect(asRule(rule(region, MEMBER, "alerts-heartbeat"))).toBe("allow");
    }
  });

  test("admits no heartbeat rule where there are no heartbeats", () => {
    const sourceArn = rule(REGION, MEMBER, "alerts-heartbeat");
    const context = { "aws:SourceArn": sourceArn, "aws:SourceAccount": MEMBER };
    expect(trustOf(silent)()).toBe("allow");
    expect(trustOf(silent)({ context })).toBe("implicit-deny");
  });

  test("refuses another rule of the account", () => {
    expect(asRule(rule(REGION, MEMBER, "other"))).toBe("implicit-deny");
    expect(asRule(rule(REGION, MEMBER, "custom/alerts-forward"))).toBe("implicit-deny");
    expect(asRule(rule(REGION, MEMBER, "alerts-forward-2"))).toBe("implicit-deny");
    expect(asRule(rule(REGION, MEMBER, "alerts-heartbeats"))).toBe("implicit-deny");
  });

  test("refuses the rules of those names in another account", () => {
    expect(asRule(rule(REGION, HUB, "alerts-heartbeat"), HUB)).toBe("implicit-deny");
    expect(asRule(rule(REGION, HUB), HUB)).toBe("implicit-deny");
    expect(asRule(rule(REGION), HUB)).toBe("implicit-deny");
    expect(asRule(rule(REGION, HUB))).toBe("implicit-deny");
  });

  test("refuses EventBridge without a rule, other services and people", () => {
    expect(ask({ context: {} })).toBe("implicit-deny");
    expect(ask({ principal: { service: "lambda.amazonaws.com" } })).toBe("implicit-deny");
    expect(ask({ principal: { account: MEMBER } })).toBe("implicit-deny");
  });
});

describe("the permission of the forwarding role", () => {
  const ask = asker(
    contents.only("aws_iam_role_policy").values["policy"],
    {
      principal: { account: MEMBER },
      action: "events:PutEvents",
      resource: HUB_BUS,
      context: {},
    },
    "identity",
  );

  test("is to put events on the hub's bus", () => {
    expect(ask()).toBe("allow");
  });

  test("is for no other bus", () => {
    expect(ask({ resource: HUB_BUS.replace("alerts", "default") })).toBe("implicit-deny");
    expect(ask({ resource: HUB_BUS.replace(REGION, "us-east-1") })).toBe("implicit-deny");
    expect(ask({ resource: HUB_BUS.replace(HUB, MEMBER) })).toBe("implicit-deny");
  });

  test("is for nothing else", () => {
    expect(ask({ action: "events:PutRule" })).toBe("implicit-deny");
    expect(ask({ action: "sqs:SendMessage" })).toBe("implicit-deny");
  });
});

describe("the dead-letter queue of a region", () => {
  const resource = `arn:aws:sqs:${REGION}:${MEMBER}:alerts-forward-dead-letters`;
  const from = (sourceArn: string, tls = "true") => ({
    context: { "aws:SourceArn": sourceArn, "aws:SecureTransport": tls },
  });
  const request: PolicyRequest = {
    principal: eventBridge,
    action: "sqs:SendMessage",
    resource,
    ...from(rule(REGION)),
  };
  const policyOf = (stack: StackContents) =>
    asker(stack.only("aws_sqs_queue").values["policy"], request);
  const ask = policyOf(contents);
  const asRule = (sourceArn: string) => ask(from(sourceArn));

  test("accepts the dead-letter messages of the forwarding rule beside it", () => {
    expect(ask()).toBe("allow");
  });

  test("accepts the dead-letter messages of the heartbeat rule beside it", () => {
    expect(asRule(rule(REGION, MEMBER, "alerts-heartbeat"))).toBe("allow");
  });

  test("accepts those of no heartbeat rule where there are no heartbeats", () => {
    expect(policyOf(silent)()).toBe("allow");
    const heartbeat = from(rule(REGION, MEMBER, "alerts-heartbeat"));
    expect(policyOf(silent)(heartbeat)).toBe("implicit-deny");
  });

  test("refuses those of another rule, region or account", () => {
    expect(asRule(rule(REGION, MEMBER, "other"))).toBe("implicit-deny");
    for (const name of ["alerts-forward", "alerts-heartbeat"]) {
      expect(asRule(rule(REGION, MEMBER, `${name}-2`))).toBe("implicit-deny");
      expect(asRule(rule("us-east-1", MEMBER, name))).toBe("implicit-deny");
      expect(asRule(rule(REGION, HUB, name))).toBe("implicit-deny");
    }
  });

  test("refuses to be read by EventBridge, and to be written by any other principal", () => {
    expect(ask({ action: "sqs:ReceiveMessage" })).toBe("implicit-deny");
    expect(ask({ principal: { account: HUB } })).toBe("implicit-deny");
  });

  test("denies every principal a connection without TLS", () => {
    const plain = from(rule(REGION), "false");
    expect(ask(plain)).toBe("deny");
    for (const action of ["sqs:SendMessage", "sqs:ReceiveMessage", "sqs:PurgeQueue"]) {
      expect(ask({ ...plain, principal: { account: MEMBER }, action })).toBe("deny");
    }
  });
});
