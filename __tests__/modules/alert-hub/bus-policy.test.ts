import { AlertHub, type AlertHubProps } from "../../../modules";
import { isOfAnyService } from "../../../src/catalog";
import type { PolicyRequest } from "../../../src/coverage/policy";
import type { StackContents } from "../../stacks/stack-contents";
import {
  asker,
  contentsOf,
  defaultKinds,
  HUB,
  HUB_BUS,
  MEMBER,
  ORGANIZATION,
  REGION,
} from "../one-stack";

function hub(
  props: Pick<AlertHubProps, "heartbeat" | "alarmTopicArn"> = {},
  kinds = defaultKinds,
): StackContents {
  return contentsOf((stack, provider) => {
    new AlertHub(stack, "hub", {
      provider,
      place: { account: HUB, region: REGION },
      organizationId: ORGANIZATION,
      namePrefix: "alerts",
      routes: [{ topicArn: "arn:aws:sns:eu-central-1:222222222222:t", kinds }],
      ...props,
    });
  });
}

const signIn = {
  "events:source": "aws.signin",
  "events:detail-type": "AWS Console Sign In via CloudTrail",
};
const putEvents: PolicyRequest = {
  principal: { account: MEMBER, organization: ORGANIZATION },
  action: "events:PutEvents",
  resource: HUB_BUS,
  context: signIn,
};
const heartbeat = {
  "events:source": "aws.events",
  "events:detail-type": "Scheduled Event",
};

function policyOf(contents: StackContents): ReturnType<typeof asker> {
  return asker(contents.only("aws_cloudwatch_event_bus_policy").values["policy"], putEvents);
}

const ask = policyOf(hub());

describe("the policy of the hub's bus", () => {
  test("admits console sign-ins of an account of the organization", () => {
    expect(ask()).toBe("allow");
  });

  test("admits the hub account's own, whose forwarders send over the same bus", () => {
    expect(ask({ principal: { account: HUB, organization: ORGANIZATION } })).toBe("allow");
  });

  test("refuses an account of another organization", () => {
    expect(ask({ principal: { account: MEMBER, organization: "o-zzzzzzzzzz" } })).toBe(
      "implicit-deny",
    );
  });

  test("refuses an account of no organization", () => {
    expect(ask({ principal: { account: MEMBER } })).toBe("implicit-deny");
  });

  test("refuses a source that any account can send, and so a forged sign-in", () => {
    for (const source of ["signin", "custom.signin", "evil.aws.signin", "aws", "AWS.signin"]) {
      expect(ask({ context: { ...signIn, "events:source": source } })).toBe("implicit-deny");
    }
  });

  test("admits any service of AWS only where some kind has its events", () => {
    const fromAnother = { context: { ...signIn, "events:source": "aws.ec2" } };
    expect(ask(fromAnother)).toBe("allow");
    const named = policyOf(
      hub(
        {},
        defaultKinds.filter((kind) => !isOfAnyService(kind)),
      ),
    );
    expect(named(fromAnother)).toBe("implicit-deny");
    expect(named({ context: { ...signIn, "events:source": "aws.signin.more" } })).toBe(
      "implicit-deny",
    );
    expect(named()).toBe("allow");
  });

  test("refuses a detail-type that no kind of alert has", () => {
    const context = { ...signIn, "events:detail-type": "EC2 Instance State-change Notification" };
    expect(ask({ context })).toBe("implicit-deny");
  });

  test("refuses everything but putting events", () => {
    for (const action of ["events:PutRule", "events:PutTargets", "events:DeleteEventBus"]) {
      expect(ask({ action })).toBe("implicit-deny");
    }
  });

  test("speaks of this bus only", () => {
    expect(ask({ resource: HUB_BUS.replace("alerts", "default") })).toBe("implicit-deny");
  });
});

describe("the policy of a bus on which heartbeats are counted", () => {
  const counting = policyOf(
    hub({
      heartbeat: { forwarders: 2, hours: 24 },
      alarmTopicArn: `arn:aws:sns:${REGION}:${HUB}:operations`,
    }),
  );

  test("admits heartbeats of an account of the organization, beside its sign-ins", () => {
    expect(counting({ context: heartbeat })).toBe("allow");
    expect(counting()).toBe("allow");
  });

  test("refuses those of another organization, and of none", () => {
    const others = { account: MEMBER, organization: "o-zzzzzzzzzz" };
    expect(counting({ context: heartbeat, principal: others })).toBe("implicit-deny");
    const anonymous = { account: MEMBER };
    expect(counting({ context: heartbeat, principal: anonymous })).toBe("implicit-deny");
  });

  test("refuses a heartbeat from another service than EventBridge itself", () => {
    const context = { ...heartbeat, "events:source": "aws.signin" };
    expect(counting({ context })).toBe("implicit-deny");
  });
});

test("the policy of a bus on which none are counted refuses heartbeats", () => {
  expect(ask({ context: heartbeat })).toBe("implicit-deny");
});
