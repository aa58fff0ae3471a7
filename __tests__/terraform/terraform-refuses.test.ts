import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack, type App } from "cdktf";
import { describeTerraform } from "./describe-terraform";
import { AMBIENT_ACCOUNT } from "./stand-in";
import type { SynthesisSource, TerraformConfiguration } from "./synthesized-stacks";
import { TerraformWorkspace } from "./terraform";
import { changesIn } from "./terraform-plan";

const frankfurt = { region: "eu-central-1", allowed_account_ids: ["111111111111"] };

/** A stack as raw JSON: the constructs' types would not let these errors compile. */
function stack(resource: Record<string, object>, more: TerraformConfiguration = {}) {
  const configuration = { provider: { aws: [frankfurt] }, resource, ...more };
  return [{ name: "raw", dependencies: [], configuration }];
}

async function withTerraform<T>(
  source: SynthesisSource,
  body: (workspace: TerraformWorkspace) => Promise<T>,
): Promise<T> {
  const workspace = await TerraformWorkspace.open(source);
  try {
    return await body(workspace);
  } finally {
    workspace.close();
  }
}

/** What Terraform says when it refuses the only stack; empty where it accepts. */
function refusal(source: SynthesisSource): Promise<string> {
  return withTerraform(source, async (workspace) => {
    try {
      await workspace.plan("raw");
      return "";
    } catch (error) {
      return error instanceof Error ? error.message.replace(/\s+/g, " ") : "";
    }
  });
}

const rule = { name: "sign-ins", event_pattern: "{}" };

describeTerraform("Terraform's refusals", () => {
  test("the stack that the errors are put into is accepted", async () => {
    await expect(refusal(stack({ aws_cloudwatch_event_rule: { rule } }))).resolves.toBe("");
  });

  test("fails on a misspelt argument", async () => {
    const misspelt = { ...rule, event_patern: "{}" };
    const words = await refusal(stack({ aws_cloudwatch_event_rule: { rule: misspelt } }));
    expect(words).toContain('No argument or block type is named "event_patern"');
  });

  test("fails on a misspelt argument of a nested block", async () => {
    const target = { rule: "r", arn: "a", dead_letter_config: { arm: "b" } };
    const words = await refusal(stack({ aws_cloudwatch_event_target: { target } }));
    expect(words).toContain('No argument or block type is named "arm"');
  });

  test("fails on a missing required argument", async () => {
    const words = await refusal(stack({ aws_cloudwatch_event_target: { target: { rule: "r" } } }));
    expect(words).toContain("Missing required argument");
    expect(words).toContain('The argument "arn" is required, but no definition was found.');
  });

  test("fails on a missing required block", async () => {
    const bucket = { aws_s3_bucket_versioning: { versioning: { bucket: "b" } } };
    const words = await refusal(stack(bucket));
    expect(words).toContain("Insufficient versioning_configuration blocks");
  });

  test("fails on a second block where there may be one", async () => {
    const twice = [{ arn: "b" }, { arn: "c" }];
    const target = { rule: "r", arn: "a", dead_letter_config: twice };
    const words = await refusal(stack({ aws_cloudwatch_event_target: { target } }));
    expect(words).toContain("Too many dead_letter_config blocks");
  });

  // Terraform turns a number into a string by itself, so only a structure is of the wrong type.
  test("fails on an object where a string belongs", async () => {
    const typed = { ...rule, event_pattern: { source: ["aws.signin"] } };
    const words = await refusal(stack({ aws_cloudwatch_event_rule: { rule: typed } }));
    expect(words).toContain("Incorrect attribute value type");
    expect(words).toContain('Inappropriate value for attribute "event_pattern": string required');
  });

  test("fails on a word where a number belongs", async () => {
    const queue = { name: "q", message_retention_seconds: "a week" };
    const words = await refusal(stack({ aws_sqs_queue: { queue } }));
    expect(words).toContain("a number is required");
  });

  test("fails on a reference to a missing resource", async () => {
    const target = { rule: "${aws_cloudwatch_event_rule.gone.name}", arn: "a" };
    const words = await refusal(stack({ aws_cloudwatch_event_target: { target } }));
    expect(words).toContain("Reference to undeclared resource");
    expect(words).toContain('"aws_cloudwatch_event_rule" "gone" has not been declared');
  });

  test("fails on a reference to a missing attribute", async () => {
    const target = { rule: "${aws_cloudwatch_event_rule.rule.rule_name}", arn: "a" };
    const both = { aws_cloudwatch_event_rule: { rule }, aws_cloudwatch_event_target: { target } };
    expect(await refusal(stack(both))).toContain('attribute named "rule_name"');
  });

  test("fails on a cycle", async () => {
    const queues = {
      one: { name: "one", redrive_policy: "${aws_sqs_queue.two.arn}" },
      two: { name: "two", redrive_policy: "${aws_sqs_queue.one.arn}" },
    };
    expect(await refusal(stack({ aws_sqs_queue: queues }))).toMatch(
      /Cycle: aws_sqs_queue\.(one|two), aws_sqs_queue\.(one|two)/,
    );
  });

  test("fails on a missing provider alias", async () => {
    const aliased = { ...rule, provider: "aws.ohio" };
    const words = await refusal(stack({ aws_cloudwatch_event_rule: { rule: aliased } }));
    expect(words).toContain("Provider configuration not present");
    expect(words).toContain(".ohio");
  });

  test("fails on a resource type that the provider does not have", async () => {
    const words = await refusal(stack({ aws_sign_in_alert: { alert: {} } }));
    expect(words).toContain('does not support resource type "aws_sign_in_alert"');
  });

  test("fails on a question to AWS, which nothing here may ask", async () => {
    const data = { aws_caller_identity: { me: {} } };
    const words = await refusal(stack({ aws_cloudwatch_event_rule: { rule } }, { data }));
    expect(words).toContain("the stand-in provider does not answer aws_caller_identity");
  });

  test("fails on an account that the provider does not allow", async () => {
    const aws = [{ ...frankfurt, assume_role: [{ role_arn: "arn:aws:iam::222222222222:role/d" }] }];
    const words = await refusal(
      stack({ aws_cloudwatch_event_rule: { rule } }, { provider: { aws } }),
    );
    expect(words).toContain("AWS account ID not allowed: 222222222222, allowed: 111111111111");
  });

  test("fails on the second of two resources with one name", async () => {
    const twins = { aws_sqs_queue: { one: { name: "q" }, two: { name: "q" } } };
    await withTerraform(stack(twins), async (workspace) => {
      await expect(workspace.apply("raw")).rejects.toThrow("aws_sqs_queue already exists");
    });
  });
});

/** A stack with aliased providers only, and a rule that names none of them. */
function ruleWithoutProvider(app: App): void {
  const ohio = new TerraformStack(app, "raw");
  new AwsProvider(ohio, "ohio", { alias: "ohio", region: "us-east-2" });
  new CloudwatchEventRule(ohio, "rule", { name: "sign-ins", eventPattern: "{}" });
}

describeTerraform("what Terraform lets pass", () => {
  test("a resource in the wrong account shows in the record", async () => {
    const elsewhere = {
      aws: [
        frankfurt,
        { alias: "ohio", region: "us-east-2", allowed_account_ids: ["222222222222"] },
      ],
    };
    const meantForOhio = stack({ aws_cloudwatch_event_rule: { rule } }, { provider: elsewhere });
    await withTerraform(meantForOhio, async (workspace) => {
      await expect(workspace.validate("raw")).resolves.toEqual([]);
      await workspace.apply("raw");
      const [created] = workspace.record.ofType("aws_cloudwatch_event_rule");
      expect(created).toMatchObject({ account: "111111111111", region: "eu-central-1" });
      expect(created?.values.arn).toBe("arn:aws:events:eu-central-1:111111111111:rule/sign-ins");
    });
  });

  test("a resource without provider lands in whichever account the credentials are of", async () => {
    await withTerraform(ruleWithoutProvider, async (workspace) => {
      expect(changesIn(await workspace.plan("raw"))).toHaveLength(1);
      await workspace.apply("raw");
      expect(workspace.record.existing).toMatchObject([{ account: AMBIENT_ACCOUNT }]);
    });
  });
});
