import { InvalidInputTransformerError, mailText } from "../../aws/eventbridge";
import { blocked } from "../finding";
import type { Resource } from "../inventory";
import { isObjectValue } from "../inventory/value";
import { block as blockOf, isBlank, known, text } from "../resource-index";
import type { Run } from "./run";

/** Input paths and template of a target; undefined where it has no transformer. */
export function transformerOf(
  target: Resource,
):
  | { readonly inputPaths: Readonly<Record<string, string>>; readonly inputTemplate: string }
  | undefined {
  const transformer = blockOf(target, "input_transformer");
  if (transformer === undefined) return undefined;
  const paths = known(target, "input_paths", transformer["input_paths"]) ?? {};
  if (!isObjectValue(paths))
    return blocked("transformer-invalid", target, "input_paths is not a map");
  const inputPaths = Object.fromEntries(
    Object.keys(paths).map((name) => [name, text(target, name, paths)]),
  );
  return { inputPaths, inputTemplate: text(target, "input_template", transformer) };
}

/** The message that a target makes of an event, as its reader sees it. */
export function messageOf(run: Run, rule: Resource, target: Resource): string {
  const input = renderedInput(run, rule, target);
  return transformerOf(target) === undefined ? input : mailText(input);
}

/**
 * What a target is given of an event.
 * @throws BlockedError when EventBridge would refuse the transformer or could not deliver its text
 */
export function renderedInput(run: Run, rule: Resource, target: Resource): string {
  for (const other of ["input", "input_path"]) {
    if (!isBlank(target.attributes[other])) blocked("not-analyzed-setting", target, other);
  }
  const transformer = transformerOf(target);
  if (transformer === undefined) return JSON.stringify(run.event);
  try {
    const render = run.index.transformer(transformer.inputPaths, transformer.inputTemplate);
    const rendered = render(run.json, { ruleArn: text(rule, "arn"), ruleName: text(rule, "name") });
    return rendered.delivered
      ? rendered.text
      : blocked("transformer-invalid", target, rendered.reason);
  } catch (error) {
    if (error instanceof InvalidInputTransformerError)
      blocked("transformer-invalid", target, error.message);
    throw error;
  }
}
