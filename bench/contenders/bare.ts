import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import {
  App,
  LocalBackend,
  TerraformIterator,
  TerraformOutput,
  TerraformStack,
  type TerraformResource,
} from "cdktf";
import { accountIds } from "../account-ids";
import { generatedStacks } from "../template/generated-stacks";
import { objectOf, textOf } from "../template/json";
import { stackTemplate, type StackTemplate } from "../template/stack-template";
import type { Job, Prepared } from "./contender";

/**
 * One stack. Constructors are called from the loop itself: cdktf records a stack trace of each token,
 * so every call in between would make this contender slower than what somebody would write.
 */
function build(
  app: App,
  template: StackTemplate,
  account: string,
  stacks: Map<string, TerraformStack>,
): void {
  const tokens = new Map<string, string>();
  const context = { account, tokens };
  const name = textOf(template.name.fill(context), "name");
  const stack = new TerraformStack(app, name);
  stacks.set(name, stack);
  for (const dependency of template.dependencies) {
    const other = stacks.get(dependency);
    if (other) stack.addDependency(other);
  }
  new LocalBackend(stack, objectOf(template.backend.fill(context)));
  for (const [path, value] of template.settings) stack.addOverride(path, value);
  const providers = new Map<string, AwsProvider>();
  for (const { address, props } of template.providers) {
    providers.set(address, new AwsProvider(stack, address, objectOf(props.fill(context))));
  }
  const made = new Map<string, TerraformResource>();
  for (const resource of template.resources) {
    const { address, id, Class, provider, props, references, dependsOn, regions } = resource;
    for (const { text, resource: of, attribute } of references) {
      if (tokens.has(text)) continue;
      const value = made.get(of)?.getStringAttribute(attribute);
      if (value !== undefined) tokens.set(text, value);
    }
    const own = {
      ...objectOf(props.fill(context)),
      provider: providers.get(provider),
      ...(regions && { forEach: TerraformIterator.fromList([...regions]) }),
      ...(dependsOn.length > 0 && { dependsOn: dependsOn.map((other) => made.get(other)) }),
    };
    made.set(address, new Class(stack, id, own));
  }
  for (const { id, output, references } of template.outputs) {
    for (const { text, resource, attribute } of references) {
      if (tokens.has(text)) continue;
      const value = made.get(resource)?.getStringAttribute(attribute);
      if (value !== undefined) tokens.set(text, value);
    }
    new TerraformOutput(stack, id, { value: undefined, ...objectOf(output.fill(context)) });
  }
}

/** cdktf without this package: the same resources, made in loops. */
export function prepare({ outdir, reference, accounts }: Job): Prepared {
  const ids = accountIds(accounts);
  const { shared, sample } = generatedStacks(reference, ids);
  const before = performance.now();
  const sharedTemplates = shared.map((stack) => stackTemplate(stack));
  const ofAccount = sample && stackTemplate(sample.stack, sample.account);
  return {
    importMs: performance.now() - before,
    synthesize: () => {
      const app = new App({ outdir });
      const stacks = new Map<string, TerraformStack>();
      for (const template of sharedTemplates) build(app, template, "", stacks);
      if (ofAccount) for (const id of ids) build(app, ofAccount, id, stacks);
      app.synth();
    },
  };
}
