import { createRequire } from "node:module";
import { runInThisContext } from "node:vm";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, LocalBackend, TerraformIterator, TerraformOutput, TerraformStack } from "cdktf";
import { objectIn } from "../../src/json/value";
import { generatedStacks } from "../generated-stacks";
import { accountIds } from "../organization";
import type { Job } from "../synthesis";
import { stackSource } from "./stack-source";

const load = createRequire(__filename);

/** Loads the class of a resource type such as `aws_sqs_queue`, as a program would import it. */
function resourceClass(type: string): unknown {
  const folder = type.replace(/^aws_/, "").replaceAll("_", "-");
  const exported: unknown = load(`@cdktf/provider-aws/lib/${folder}`);
  const found = Object.values(objectIn(exported)).find(
    (value) => typeof value === "function" && Reflect.get(value, "tfResourceType") === type,
  );
  if (found === undefined) throw new Error(`the provider has no class of ${type}`);
  return found;
}

type Build = (app: App, stacks: Map<string, TerraformStack>, id: string) => void;

/**
 * cdktf without this package: a program that calls the constructors of the same resources one after the
 * other, for each account. cdktf records a stack trace of each token, so no call stands between.
 */
export function prepare({ outdir, reference, accounts }: Job): () => void {
  const ids = accountIds(accounts);
  // The last, because the first is the hub too: its id would vary where the hub is meant.
  const sample = ids.at(-1) ?? "";
  const stacks = generatedStacks(reference);
  const cdktf = { AwsProvider, LocalBackend, TerraformIterator, TerraformOutput, TerraformStack };
  const types = stacks.flatMap(({ document }) => Object.keys(objectIn(document["resource"])));
  const names = {
    ...cdktf,
    ...Object.fromEntries(types.map((type) => [type, resourceClass(type)])),
  };
  const compiled = (source: string): Build => {
    const program: unknown = runInThisContext(
      `({ ${Object.keys(names).join(", ")} }) => (app, stacks, id) => {\n${source}\n}`,
    );
    // Edge: the text above is such a function.
    return (program as (of: typeof names) => Build)(names);
  };
  const isOfAccount = (name: string): boolean => ids.some((id) => name.endsWith(id));
  const shared = stacks
    .filter(({ name }) => !isOfAccount(name))
    .map((stack) => compiled(stackSource(stack)));
  const ofAccount = stacks
    .filter(({ name }) => name.endsWith(sample))
    .map((stack) => compiled(stackSource(stack, sample)));
  return () => {
    const app = new App({ outdir });
    const made = new Map<string, TerraformStack>();
    for (const build of shared) build(app, made, "");
    for (const build of ofAccount) for (const id of ids) build(app, made, id);
    app.synth();
  };
}
