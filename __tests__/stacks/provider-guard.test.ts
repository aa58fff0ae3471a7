import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Testing, TerraformStack, type App } from "cdktf";
import { Construct } from "constructs";
import { checkProviders, guardProviders, SignInAlerts } from "../../src/stacks";
import { synthesizedStacks } from "../terraform/synthesized-stacks";
import { example } from "./example-organization";

/** A guarded stack with a provider for Ohio. */
function guarded(app: App): { readonly stack: TerraformStack; readonly ohio: AwsProvider } {
  const stack = new TerraformStack(app, "account");
  guardProviders(stack);
  return { stack, ohio: new AwsProvider(stack, "ohio", { alias: "ohio", region: "us-east-2" }) };
}

function rule(scope: Construct, provider?: AwsProvider): void {
  const nested = new Construct(scope, "forwarder");
  new CloudwatchEventRule(nested, "rule", { name: "r", ...(provider && { provider }) });
}

/** The error of an app's synthesis; empty where it succeeds. */
function refusal(fill: (app: App) => void): string {
  try {
    synthesizedStacks(fill);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : "";
  }
}

describe("the provider guard", () => {
  test("lets a stack pass in which each resource has a provider of the stack", () => {
    const words = refusal((app) => {
      const { stack, ohio } = guarded(app);
      new AwsProvider(stack, "oregon", { alias: "oregon", region: "us-west-2" });
      new DataAwsCallerIdentity(stack, "me", { provider: ohio });
      rule(stack, ohio);
    });
    expect(words).toBe("");
  });

  test("fails on a resource without provider, with its path", () => {
    const words = refusal((app) => {
      rule(guarded(app).stack);
    });
    expect(words).toContain("account/forwarder/rule names no provider");
  });

  test("fails on a data source without provider, with its path", () => {
    const words = refusal((app) => {
      new DataAwsCallerIdentity(guarded(app).stack, "me");
    });
    expect(words).toContain("account/me names no provider");
  });

  test("fails on a resource whose provider is of another stack, with both paths", () => {
    const words = refusal((app) => {
      const other = new TerraformStack(app, "other");
      rule(guarded(app).stack, new AwsProvider(other, "ohio", { alias: "ohio" }));
    });
    expect(words).toContain("account/forwarder/rule uses the provider other/ohio of another stack");
  });

  test("fails on a data source whose provider is of another stack", () => {
    const words = refusal((app) => {
      const other = new TerraformStack(app, "other");
      const provider = new AwsProvider(other, "ohio", { alias: "ohio" });
      new DataAwsCallerIdentity(guarded(app).stack, "me", { provider });
    });
    expect(words).toContain("account/me uses the provider other/ohio of another stack");
  });

  test("fails on two providers with one alias, with both paths", () => {
    const words = refusal((app) => {
      new AwsProvider(guarded(app).stack, "second", { alias: "ohio", region: "us-west-2" });
    });
    expect(words).toContain("account/second and account/ohio both have the alias ohio");
  });

  test("fails on two providers without alias, with both paths", () => {
    const words = refusal((app) => {
      const { stack } = guarded(app);
      new AwsProvider(stack, "first", { region: "us-west-1" });
      new AwsProvider(stack, "second", { region: "us-west-2" });
    });
    expect(words).toContain("account/second and account/first both have no alias");
  });

  test("fails with every problem of the stack at once", () => {
    const words = refusal((app) => {
      const { stack } = guarded(app);
      rule(stack);
      new DataAwsCallerIdentity(stack, "me");
    });
    expect(words).toContain("account/forwarder/rule names no provider");
    expect(words).toContain("account/me names no provider");
  });

  test("accepts a resource in a stack of another program", () => {
    const words = refusal((app) => {
      guarded(app);
      const own = new TerraformStack(app, "own");
      new AwsProvider(own, "aws", { region: "us-east-1" });
      rule(own);
    });
    expect(words).toBe("");
  });
});

describe("each stack of an organization", () => {
  const alerts = () => new SignInAlerts(Testing.app(), "signin-alerts", example);

  test("passes", () => {
    const { hub, trail, accounts } = alerts();
    const stacks = [hub, ...(trail ? [trail] : []), ...accounts];
    expect(stacks).toHaveLength(8);
    expect(stacks.flatMap(checkProviders)).toEqual([]);
  });

  test("fails when a resource without provider is added to it", () => {
    const words = refusal((app) => {
      rule(new SignInAlerts(app, "signin-alerts", example).hub);
    });
    expect(words).toContain("signin-hub/forwarder/rule names no provider");
  });
});
