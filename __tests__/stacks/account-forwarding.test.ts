import { catalog, placeSample } from "../../src/catalog";
import { compilePattern } from "../../src/aws/eventbridge";
import { example, Organization } from "./example-organization";
import { text } from "./stack-contents";

const organization = new Organization();
const hubBus = "arn:aws:events:eu-central-1:222222222222:event-bus/signin-alerts";

describe.each(example.accounts)("each region of the account $name", (account) => {
  const stack = organization.account(account.id);
  const targets = stack.ofType("aws_cloudwatch_event_target");

  test("sends straight to the hub's bus, by its computed ARN", () => {
    expect(new Set(targets.map(({ values }) => values["arn"]))).toEqual(new Set([hubBus]));
  });

  test("listens on the default bus", () => {
    for (const { values } of [...targets, ...stack.ofType("aws_cloudwatch_event_rule")]) {
      expect(values).not.toHaveProperty("event_bus_name");
    }
  });

  test("sends by a rule and keeps dead-letter messages in a queue of its own region", () => {
    for (const { values, provider } of targets) {
      expect(stack.referenced(values["rule"], "name").provider).toBe(provider);
      const { arn } = values["dead_letter_config"] as { readonly arn: unknown };
      expect(stack.referenced(arn, "arn")).toMatchObject({ type: "aws_sqs_queue", provider });
    }
  });

  test("sends with the account's role, once that role may", () => {
    const role = stack.only("aws_iam_role");
    const policy = stack.only("aws_iam_role_policy");
    expect(stack.referenced(policy.values["role"], "name")).toBe(role);
    for (const { values } of targets) {
      expect(stack.referenced(values["role_arn"], "arn")).toBe(role);
      expect(values["depends_on"]).toContain(policy.address);
    }
  });

  test("tries for 24 hours, 185 times at most", () => {
    for (const { values } of targets) {
      expect(values["retry_policy"]).toEqual({
        maximum_event_age_in_seconds: 86_400,
        maximum_retry_attempts: 185,
      });
    }
  });

  test("transforms nothing, as a bus in another account does not accept an input transformer", () => {
    for (const { values } of targets) {
      expect(values).not.toHaveProperty("input_transformer");
      expect(values).not.toHaveProperty("input");
    }
  });

  test("forwards a sample of every kind that is on by default", () => {
    for (const { values } of stack.named("aws_cloudwatch_event_rule", "signin-alerts-forward")) {
      expect(values).not.toHaveProperty("schedule_expression");
      // Whether AWS marks AssumeRoot read-only is not documented, so the rule asks for such events too.
      expect(values["state"]).toBe("ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS");
      const pattern = compilePattern(JSON.parse(text(values, "event_pattern")));
      for (const kind of catalog.filter(({ onByDefault }) => onByDefault)) {
        const event = placeSample(kind.sample, { account: account.id, region: "us-east-1" });
        expect(pattern.matches({ ...event })).toBe(true);
      }
    }
  });

  test("sends a heartbeat once a day, all in the same minute", () => {
    for (const { values } of stack.named("aws_cloudwatch_event_rule", "signin-alerts-heartbeat")) {
      expect(values["schedule_expression"]).toBe("cron(17 6 * * ? *)");
      expect(values["state"]).toBe("ENABLED");
      expect(values).not.toHaveProperty("event_pattern");
    }
  });
});
