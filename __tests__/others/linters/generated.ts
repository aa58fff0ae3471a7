import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { templateFiles } from "../../../cloudformation/templates";
import { resolve } from "../../../src/plan";
import { synthesizedStacks, type SynthesizedStack } from "../../terraform/synthesized-stacks";
import { configurations, validated } from "../real-provider/configurations";
import { distinctStacks } from "../real-provider/distinct-stacks";

/** A file that a linter reads, and what it was generated from. */
export interface GeneratedFile {
  readonly name: string;
  readonly content: string;
}

/** Every stack that is generated, but those whose every block another one has too. */
export function generatedStacks(): readonly SynthesizedStack[] {
  const all = validated.flatMap(([name, app]) =>
    synthesizedStacks(app, { skipValidation: true }).map((stack) => ({
      ...stack,
      name: `${name} ${stack.name}`.replaceAll(/[^\w-]+/g, "-"),
    })),
  );
  return distinctStacks(all).judged;
}

/** The configuration's JSON without what ends checkov's parser: the version of Terraform, a string, and `moved` blocks, a list. */
export function readableByCheckov({ name, configuration }: SynthesizedStack): GeneratedFile {
  const { terraform: settings = {}, ...sections } = configuration;
  const terraform = without(settings, "required_version");
  return {
    name: join(name, "cdk.tf.json"),
    content: JSON.stringify({ ...without(sections, "moved"), terraform }, null, 2),
  };
}

/** The templates of CloudFormation: those for people without Terraform, and the stack sets'. */
export function generatedTemplates(): readonly GeneratedFile[] {
  const files = configurations.flatMap(([name, props]) =>
    templateFiles(resolve(props)).map(({ file, content }) => ({
      name: `${name}-${file}`.replaceAll(" ", "-"),
      content,
    })),
  );
  const bodies = generatedStacks().flatMap(({ name, configuration }) =>
    Object.values(configuration.resource?.["aws_cloudformation_stack_set"] ?? {}).map(
      // Edge: the argument of Terraform that holds the template.
      (stackSet: { readonly template_body?: string }) => ({
        name: `${name}.json`,
        // Terraform reads `$${` as `${`.
        content: (stackSet.template_body ?? "").replaceAll("$${", "${"),
      }),
    ),
  );
  const distinct = new Map([...files, ...bodies].map((file) => [file.content, file]));
  return [...distinct.values()];
}

/** Writes files into a folder. @returns their paths */
export function written(folder: string, files: readonly GeneratedFile[]): readonly string[] {
  return files.map(({ name, content }) => {
    const path = join(folder, name);
    mkdirSync(join(path, ".."), { recursive: true });
    writeFileSync(path, content);
    return path;
  });
}

function without(object: object, key: string): object {
  return Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));
}
