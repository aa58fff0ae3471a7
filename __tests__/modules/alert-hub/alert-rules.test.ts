import { AlertHub, type AlertHubProps } from "../../../modules";
import { compilePattern } from "../../../src/aws/eventbridge";
import { alertRulesOf, placeSample } from "../../../src/catalog";
import { text, type StackContents } from "../../stacks/stack-contents";
import { asker, contentsOf, defaultKinds, HUB, MEMBER, ORGANIZATION, REGION } from "../one-stack";

function topic(name: string): string {
  return `arn:aws:sns:${REGION}:${HUB}:${name}`;
}

function hub(props: Pick<AlertHubProps, "routes" | "existingBus">): StackContents {
  return contentsOf((stack, provider) => {
    new AlertHub(stack, "hub", {
      provider,
      place: { account: HUB, region: REGION },
      organizationId: ORGANIZATION,
      namePrefix: "alerts",
      ...props,
    });
  });
}

const critical = defaultKinds.filter(({ severity }) => severity === "critical");
const routes = [
  { name: "security", topicArn: topic("security"), kinds: defaultKinds },
  { name: "on-call", topicArn: topic("on-call"), kinds: critical },
];
const contents = hub({ routes });
const rules = contents.ofType("aws_cloudwatch_event_rule");
const targets = contents.ofType("aws_cloudwatch_event_target");

/** The topics that the sample of a kind reaches. */
function topicsFor(kind: (typeof defaultKinds)[number]): readonly unknown[] {
  const event = placeSample(kind.sample, { account: MEMBER, region: "us-east-1" });
  return targets
    .filter(({ values }) => {
      const rule = contents.referenced(values["rule"], "name");
      const pattern = compilePattern(JSON.parse(text(rule.values, "event_pattern")));
      return pattern.matches({ ...event });
    })
    .map(({ values }) => values["arn"])
    .sort();
}

describe("the hub's rules", () => {
  test.each(defaultKinds)("notify each route that wants it of a $name once", (kind) => {
    const expected = [
      ...(kind.severity === "critical" ? [topic("on-call")] : []),
      topic("security"),
    ];
    expect(topicsFor(kind)).toEqual(expected);
  });

  test("name kind and route", () => {
    const names = rules.map(({ values }) => values["name"]);
    expect(names).toContain("alerts-root-sign-in-on-call");
    expect(names).toContain("alerts-root-sign-in-security");
    const wanted = [...defaultKinds, ...critical].flatMap((kind) => alertRulesOf(kind, {}));
    expect(names).toHaveLength(wanted.length);
    expect(new Set(names).size).toBe(wanted.length);
  });

  test("ask for no account, as an event carries its sender's", () => {
    for (const { values } of rules) {
      expect(JSON.parse(text(values, "event_pattern"))).not.toHaveProperty("account");
    }
  });

  test("show the severity that the kind is given", () => {
    const shown = (kinds: typeof critical) =>
      JSON.stringify(
        hub({ routes: [{ topicArn: topic("all"), kinds }] })
          .ofType("aws_cloudwatch_event_target")
          .map(({ values }) => values["input_transformer"]),
      );
    expect(shown(critical)).toContain("root-sign-in (critical)");
    const lowered = critical.map((kind) => ({ ...kind, severity: "low" as const }));
    expect(shown(lowered)).toContain("root-sign-in (low)");
  });

  test("listen on an existing bus, and create none", () => {
    const own = hub({
      routes: [{ topicArn: topic("all"), kinds: critical }],
      existingBus: { name: "theirs", arn: `arn:aws:events:${REGION}:${HUB}:event-bus/theirs` },
    });
    expect(own.ofType("aws_cloudwatch_event_bus")).toEqual([]);
    expect(own.ofType("aws_cloudwatch_event_bus_policy")).toEqual([]);
    for (const { values } of own.ofType("aws_cloudwatch_event_rule")) {
      expect(values["event_bus_name"]).toBe("theirs");
    }
    expect(text(own.only("aws_sqs_queue").values, "policy")).toContain(
      `arn:aws:events:${REGION}:${HUB}:rule/theirs/alerts-*`,
    );
  });

  test("need no organization on an existing bus, such as an account's default bus", () => {
    const own = contentsOf((stack, provider) => {
      new AlertHub(stack, "hub", {
        provider,
        place: { account: HUB, region: REGION },
        namePrefix: "alerts",
        routes: [{ topicArn: topic("all"), kinds: critical }],
        existingBus: { name: "default", arn: `arn:aws:events:${REGION}:${HUB}:event-bus/default` },
      });
    });
    expect(text(own.only("aws_sqs_queue").values, "policy")).toContain(
      `arn:aws:events:${REGION}:${HUB}:rule/alerts-*`,
    );
  });

  test("fails where a bus would be created that no organization may send to", () => {
    expect(() =>
      contentsOf((stack, provider) => {
        new AlertHub(stack, "hub", {
          provider,
          place: { account: HUB, region: REGION },
          namePrefix: "alerts",
          routes: [{ topicArn: topic("all"), kinds: critical }],
        });
      }),
    ).toThrow("organizationId is missing");
  });

  test("write their message as one quoted text, of variables that are all given", () => {
    for (const { values } of targets) {
      const transformer = values["input_transformer"] as {
        readonly input_paths: Readonly<Record<string, string>>;
        readonly input_template: string;
      };
      const message: unknown = JSON.parse(transformer.input_template);
      const used = [...String(message).matchAll(/<(\w+)>/g)].map(([, name]) => name);
      expect([...new Set(used)].sort()).toEqual(Object.keys(transformer.input_paths).sort());
    }
  });
});

describe("the hub's dead-letter queue", () => {
  const queue = contents.only("aws_sqs_queue");
  const name = rules.map(({ values }) => text(values, "name"));
  const arnOf = (rule: string) => `arn:aws:events:${REGION}:${HUB}:rule/alerts/${rule}`;
  const ask = asker(queue.values["policy"], {
    principal: { service: "events.amazonaws.com" },
    action: "sqs:SendMessage",
    resource: `arn:aws:sqs:${REGION}:${HUB}:alerts-hub-dead-letters`,
    context: { "aws:SourceArn": [], "aws:SecureTransport": "true" },
  });
  const from = (sourceArn: string, tls = "true") => ({
    context: { "aws:SourceArn": sourceArn, "aws:SecureTransport": tls },
  });

  test("accepts the dead-letter messages of every rule of the hub", () => {
    for (const rule of name) {
      expect(ask(from(arnOf(rule)))).toBe("allow");
    }
  });

  test("accepts those of the rule that counts heartbeats", () => {
    expect(ask(from(arnOf("alerts-heartbeats")))).toBe("allow");
  });

  test("refuses those of any other rule", () => {
    const others = [arnOf("other"), `arn:aws:events:${REGION}:${HUB}:rule/alerts-root-sign-in`];
    for (const rule of others) {
      expect(ask(from(rule))).toBe("implicit-deny");
    }
    expect(ask()).toBe("implicit-deny");
  });

  test("denies every principal a connection without TLS", () => {
    const plain = from(arnOf("alerts-root-sign-in"), "false");
    expect(ask(plain)).toBe("deny");
    for (const action of ["sqs:SendMessage", "sqs:ReceiveMessage"]) {
      expect(ask({ ...plain, principal: { account: HUB }, action })).toBe("deny");
    }
  });

  test("keeps them for 14 days, encrypted", () => {
    expect(queue.values).toMatchObject({
      message_retention_seconds: 1_209_600,
      sqs_managed_sse_enabled: true,
    });
  });
});
