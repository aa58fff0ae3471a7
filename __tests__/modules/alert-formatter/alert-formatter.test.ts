import { AlertFormatter, hubRulesArn, type AlertFormatterProps } from "../../../modules";
import { compileInputTransformer } from "../../../src/aws/eventbridge";
import { alertRulesOf, placeSample } from "../../../src/catalog";
import { StackContents, text } from "../../stacks/stack-contents";
import { synthesizedStacks } from "../../terraform/synthesized-stacks";
import { asker, contentsOf, defaultKinds } from "../one-stack";
import { formattedHub, place, PREFIX } from "./formatted-hub";

const [stack] = synthesizedStacks(formattedHub());
if (!stack) throw new Error("nothing was synthesized");
const hub = new StackContents(stack);

const TOPIC = "arn:aws:sns:eu-central-1:222222222222:alerts";
const KEY = "arn:aws:kms:eu-central-1:222222222222:key/k";
const FUNCTION = "arn:aws:lambda:eu-central-1:222222222222:function:format";
const LOG = "arn:aws:logs:eu-central-1:222222222222:log-group:/aws/lambda/format";

function formatter(replaced: Partial<AlertFormatterProps> = {}): StackContents {
  return contentsOf((own, provider) => {
    new AlertFormatter(own, "formatter", {
      provider,
      place,
      name: "format",
      topicArn: TOPIC,
      keyArn: KEY,
      accountNames: { "111111111111": "management" },
      ruleArns: [hubRulesArn(place, "alerts")],
      ...replaced,
    });
  });
}

const contents = formatter();
const lambda = contents.only("aws_lambda_function").values;

describe("the role of a formatter", () => {
  const principal = { account: place.account };
  const may = asker(
    contents.only("aws_iam_role_policy").values["policy"],
    { principal, action: "sns:Publish", resource: TOPIC, context: {} },
    "identity",
  );

  test("may publish to its topic, and to no other", () => {
    expect(may()).toBe("allow");
    expect(may({ resource: `${TOPIC}-2` })).toBe("implicit-deny");
    expect(may({ action: "sns:Subscribe" })).toBe("implicit-deny");
  });

  test("may use the key of its topic, and no other", () => {
    for (const action of ["kms:GenerateDataKey", "kms:Decrypt"]) {
      expect(may({ action, resource: KEY })).toBe("allow");
      expect(may({ action, resource: `${KEY}2` })).toBe("implicit-deny");
    }
    expect(may({ action: "kms:Encrypt", resource: KEY })).toBe("implicit-deny");
  });

  test("may write to its own log group, and create none", () => {
    const resource = `${LOG}:log-stream:2026`;
    for (const action of ["logs:CreateLogStream", "logs:PutLogEvents"]) {
      expect(may({ action, resource })).toBe("allow");
      expect(may({ action, resource: `${LOG}-2:log-stream:2026` })).toBe("implicit-deny");
    }
    expect(may({ action: "logs:CreateLogGroup", resource: LOG })).toBe("implicit-deny");
  });

  test("has nothing to do with keys where the topic has none", () => {
    const plain = contentsOf((own, provider) => {
      new AlertFormatter(own, "formatter", {
        provider,
        place,
        name: "format",
        topicArn: TOPIC,
        accountNames: {},
        ruleArns: [hubRulesArn(place, "alerts")],
      });
    });
    expect(text(plain.only("aws_iam_role_policy").values, "policy")).not.toContain("kms");
  });

  test("is for Lambda, running this function in this account, alone", () => {
    const trusts = asker(
      contents.only("aws_iam_role").values["assume_role_policy"],
      {
        principal: { service: "lambda.amazonaws.com" },
        action: "sts:AssumeRole",
        resource: "arn:aws:iam::222222222222:role/format",
        context: { "aws:SourceArn": FUNCTION, "aws:SourceAccount": place.account },
      },
      "trust",
    );
    expect(trusts()).toBe("allow");
    const others = [
      { "aws:SourceArn": `${FUNCTION}-2`, "aws:SourceAccount": place.account },
      { "aws:SourceArn": FUNCTION, "aws:SourceAccount": "333333333333" },
    ];
    for (const context of others) expect(trusts({ context })).toBe("implicit-deny");
    expect(trusts({ principal: { service: "events.amazonaws.com" } })).toBe("implicit-deny");
  });
});

describe("the function of a formatter", () => {
  test("runs with a Node.js that AWS supports, in a place for its log that is not kept for ever", () => {
    expect(lambda).toMatchObject({
      function_name: "format",
      runtime: "nodejs24.x",
      handler: "index.handler",
      architectures: ["arm64"],
      memory_size: 256,
      timeout: 30,
      environment: { variables: { TOPIC_ARN: TOPIC } },
    });
    expect(lambda).not.toHaveProperty("reserved_concurrent_executions");
    expect(contents.only("aws_cloudwatch_log_group").values).toMatchObject({
      name: "/aws/lambda/format",
      retention_in_days: 30,
    });
  });

  test("may be invoked by rules of the hub alone", () => {
    expect(contents.only("aws_lambda_permission").values).toMatchObject({
      action: "lambda:InvokeFunction",
      principal: "events.amazonaws.com",
      source_arn: "arn:aws:events:eu-central-1:222222222222:rule/alerts/alerts-*",
    });
  });

  test("has a permission for each rule that is named", () => {
    const ruleArns = ["a", "b"].map(
      (name) => `arn:aws:events:eu-central-1:222222222222:rule/alerts/${name}`,
    );
    const permissions = formatter({ ruleArns }).ofType("aws_lambda_permission");
    expect(permissions.map(({ values }) => values["source_arn"])).toEqual(ruleArns);
  });

  test("gives what it cannot publish to the same topic", () => {
    expect(contents.only("aws_lambda_function_event_invoke_config").values).toMatchObject({
      maximum_retry_attempts: 2,
      maximum_event_age_in_seconds: 900,
      destination_config: { on_failure: { destination: TOPIC } },
    });
  });

  test("is watched where a topic is to be notified", () => {
    expect(contents.ofType("aws_cloudwatch_metric_alarm")).toEqual([]);
    const alarmTopicArn = "arn:aws:sns:eu-central-1:222222222222:operations";
    const alarms = formatter({ alarmTopicArn }).ofType("aws_cloudwatch_metric_alarm");
    expect(
      alarms.map(({ values }) => [
        values["alarm_name"],
        values["metric_name"],
        values["alarm_actions"],
      ]),
    ).toEqual([
      ["format-dropped", "AsyncEventsDropped", [alarmTopicArn]],
      ["format-errors", "Errors", [alarmTopicArn]],
      ["format-fallback-failed", "DestinationDeliveryFailures", [alarmTopicArn]],
    ]);
    for (const { values } of alarms) {
      expect(values).toMatchObject({
        namespace: "AWS/Lambda",
        dimensions: { FunctionName: "format" },
        threshold: 1,
        period: 300,
        treat_missing_data: "notBreaching",
      });
    }
  });

  test.each<[string, Partial<AlertFormatterProps>, string]>([
    ["a name with a dot", { name: "a.b" }, "1 to 64 letters"],
    ["a long name", { name: "a".repeat(65) }, "1 to 64 letters"],
    [
      "a topic elsewhere",
      { topicArn: "arn:aws:sns:eu-west-1:222222222222:alerts" },
      "an SNS topic in account 222222222222, region eu-central-1",
    ],
    [
      "a topic that keeps an order",
      { topicArn: "arn:aws:sns:eu-central-1:222222222222:alerts.fifo" },
      "must be a standard topic",
    ],
    ["an alias of a key", { keyArn: "alias/aws/sns" }, "no alias, got: alias/aws/sns"],
    ["no id of an account", { accountNames: { payments: "333333333333" } }, "12 digits"],
    ["no rule", { ruleArns: [] }, "1 to 40 rules"],
    [
      "a rule elsewhere",
      { ruleArns: ["arn:aws:events:eu-central-1:333333333333:rule/x"] },
      "rule and function must be in account 222222222222",
    ],
  ])("fails on %s", (_, replaced, message) => {
    expect(() => formatter(replaced)).toThrow(message);
  });
});

describe("the hub's rules with a formatter", () => {
  const targets = hub
    .ofType("aws_cloudwatch_event_target")
    .filter(({ values }) => values["target_id"] === "formatter");

  test("invoke it, each for its kind", () => {
    expect(targets).toHaveLength(defaultKinds.flatMap((kind) => alertRulesOf(kind, {})).length);
    for (const { values } of targets) {
      expect(hub.referenced(values["arn"], "arn").type).toBe("aws_lambda_function");
    }
  });

  test("give it kind, severity and the whole event, whatever is in it", () => {
    const [kind] = defaultKinds;
    const sample = kind?.sample;
    if (!sample) throw new Error("the kind does not exist");
    const event = { ...placeSample(sample, place), source: 'a"b\\c\nd' };
    const [target] = targets;
    const { input_template: inputTemplate } = target?.values["input_transformer"] as {
      readonly input_template: string;
    };
    const rendered = compileInputTransformer({ inputPaths: {}, inputTemplate })(event, {
      ruleArn: "arn",
      ruleName: "name",
    });
    expect(rendered.delivered).toBe(true);
    expect(JSON.parse(rendered.text)).toEqual({
      kind: expect.any(String) as string,
      severity: expect.any(String) as string,
      style: "standard",
      event,
    });
  });

  test("are created after what lets them, and after what catches a failure", () => {
    for (const { values } of targets) {
      const needed = (values["depends_on"] as readonly string[]).map((each) => each.split(".")[0]);
      expect(needed.sort()).toEqual([
        "aws_lambda_function_event_invoke_config",
        "aws_lambda_permission",
      ]);
    }
  });

  test("are all covered by the permission", () => {
    const pattern = text(hub.only("aws_lambda_permission").values, "source_arn");
    const prefix = `arn:aws:events:eu-central-1:222222222222:rule/${PREFIX}/${PREFIX}-`;
    expect(pattern).toBe(`${prefix}*`);
    const rules = targets.map(({ values }) => hub.referenced(values["rule"], "name"));
    for (const { values } of rules) expect(values["name"]).toMatch(new RegExp(`^${PREFIX}-`, "u"));
  });
});
