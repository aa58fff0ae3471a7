import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack } from "cdktf";
import { guardProviders } from "../../src/stacks";
import { describeTerraform } from "./describe-terraform";
import { AMBIENT_ACCOUNT } from "./stand-in";
import { synthesizedStacks } from "./synthesized-stacks";
import { TerraformWorkspace } from "./terraform";

const MINE = "111111111111";
const OTHER = "222222222222";

/** A stack of an account with an error in it, guarded or not. */
type Fault = (stack: TerraformStack) => void;

function provider(stack: TerraformStack, id: string, account: string, alias?: string): AwsProvider {
  const own = { region: "us-east-2", allowedAccountIds: [account] };
  return new AwsProvider(stack, id, { ...own, ...(alias !== undefined && { alias }) });
}

const withoutProvider: Fault = (stack) => {
  provider(stack, "ohio", MINE, "ohio");
  new CloudwatchEventRule(stack, "rule", { name: "r", eventPattern: "{}" });
};

const ofAnotherStack: Fault = (stack) => {
  provider(stack, "ohio", MINE, "ohio");
  const elsewhere = new TerraformStack(App.of(stack), "elsewhere");
  const foreign = provider(elsewhere, "ohio", OTHER, "ohio");
  new CloudwatchEventRule(stack, "rule", { provider: foreign, name: "r", eventPattern: "{}" });
};

/** Two providers under one alias, or both without. */
function twins(alias?: string): Fault {
  return (stack) => {
    const first = provider(stack, "first", MINE, alias);
    provider(stack, "second", OTHER, alias);
    new CloudwatchEventRule(stack, "rule", { provider: first, name: "r", eventPattern: "{}" });
  };
}

function app(fault: Fault, guard: boolean): (app: App) => void {
  return (root) => {
    const stack = new TerraformStack(root, "account");
    if (guard) guardProviders(stack);
    fault(stack);
  };
}

describeTerraform("an error in a provider that Terraform accepts", () => {
  let workspace: TerraformWorkspace;

  afterEach(() => {
    workspace.close();
  });

  const accountOf = async (fault: Fault): Promise<string | undefined> => {
    workspace = await TerraformWorkspace.open(app(fault, false));
    await workspace.validate("account");
    await workspace.apply("account");
    return workspace.record.ofType("aws_cloudwatch_event_rule")[0]?.account;
  };

  test("creates a rule without provider in whichever account the credentials are of", async () => {
    await expect(accountOf(withoutProvider)).resolves.toBe(AMBIENT_ACCOUNT);
  });

  test("creates a rule meant for another stack's account in this one's", async () => {
    await expect(accountOf(ofAnotherStack)).resolves.toBe(MINE);
  });
});

describeTerraform("two providers that Terraform cannot distinguish", () => {
  test.each([["ohio"], [undefined]])(
    "fail with a line of JSON, not a construct: %s",
    async (alias) => {
      const workspace = await TerraformWorkspace.open(app(twins(alias), false));
      try {
        const words = workspace.validate("account");
        await expect(words).rejects.toThrow("Duplicate provider configuration");
        await expect(words).rejects.not.toThrow("account/second");
      } finally {
        workspace.close();
      }
    },
  );
});

describe("the provider guard", () => {
  test.each([
    ["a rule without provider", withoutProvider, "account/rule"],
    ["a rule with a provider of another stack", ofAnotherStack, "account/rule"],
    ["two providers with one alias", twins("ohio"), "account/second and account/first"],
    ["two providers without alias", twins(), "account/second and account/first"],
  ])("fails on %s before Terraform sees it", (_, fault, words) => {
    expect(() => synthesizedStacks(app(fault, true))).toThrow(words);
  });
});
