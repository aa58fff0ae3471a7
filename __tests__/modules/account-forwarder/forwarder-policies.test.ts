import { AccountForwarder } from "../../../modules";
import { contentsOf, asker, defaultKinds, HUB, HUB_BUS, MEMBER, REGION } from "../one-stack";

const contents = contentsOf((stack, provider) => {
  new AccountForwarder(stack, "forwarder", {
    account: MEMBER,
    regionProviders: { [REGION]: provider },
    roleProvider: provider,
    hubBusArn: HUB_BUS,
    namePrefix: "alerts",
    kinds: defaultKinds,
  });
});
const eventBridge = { service: "events.amazonaws.com" };

function rule(region: string, account = MEMBER, name = "alerts-forward"): string {
  return `arn:aws:events:${region}:${account}:rule/${name}`;
}

describe("the trust of the forwarding role", () => {
  const ask = asker(
    contents.only("aws_iam_role").values["assume_role_policy"],
    {
      principal: eventBridge,
      action: "sts:AssumeRole",
      resource: `arn:aws:iam::${MEMBER}:role/alerts-forward`,
      context: { "aws:SourceArn": rule(REGION), "aws:SourceAccount": MEMBER },
    },
    "trust",
  );
  const asRule = (sourceArn: string, account = MEMBER) =>
    ask({ context: { "aws:SourceArn": sourceArn, "aws:SourceAccount": account } });

  test("admits the forwarding rule of every region of the account", () => {
    for (const region of [REGION, "us-east-1", "ap-southeast-2", "eu-south-1"]) {
      expect(asRule(rule(region))).toBe("allow");
    }
  });

  test("refuses another rule of the account", () => {
    expect(asRule(rule(REGION, MEMBER, "other"))).toBe("implicit-deny");
    expect(asRule(rule(REGION, MEMBER, "custom/alerts-forward"))).toBe("implicit-deny");
    expect(asRule(rule(REGION, MEMBER, "alerts-forward-2"))).toBe("implicit-deny");
  });

  test("refuses the rule of that name in another account", () => {
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
  const ask = asker(contents.only("aws_sqs_queue").values["policy"], {
    principal: eventBridge,
    action: "sqs:SendMessage",
    resource: `arn:aws:sqs:${REGION}:${MEMBER}:alerts-forward-dead-letters`,
    context: { "aws:SourceArn": rule(REGION) },
  });
  const asRule = (sourceArn: string) => ask({ context: { "aws:SourceArn": sourceArn } });

  test("takes the dead letters of the rule beside it", () => {
    expect(ask()).toBe("allow");
  });

  test("refuses those of another rule, region or account", () => {
    expect(asRule(rule(REGION, MEMBER, "other"))).toBe("implicit-deny");
    expect(asRule(rule("us-east-1"))).toBe("implicit-deny");
    expect(asRule(rule(REGION, HUB))).toBe("implicit-deny");
  });

  test("refuses to be read by EventBridge, and to be written by anybody else", () => {
    expect(ask({ action: "sqs:ReceiveMessage" })).toBe("implicit-deny");
    expect(ask({ principal: { account: HUB } })).toBe("implicit-deny");
  });
});
