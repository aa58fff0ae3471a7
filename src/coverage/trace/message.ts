import { InvalidInputTransformerError, mailText } from "../../aws/eventbridge";
import type { Resource } from "../inventory";
import { isObjectValue } from "../inventory/value";
import { block as blockOf, isBlank, known, stopAt, text } from "../network";
import type { Run } from "./run";

const NAME = "input transformer";

/** Input paths and template of a target; undefined where it has no transformer. */
export function transformerOf(
  target: Resource,
):
  | { readonly inputPaths: Readonly<Record<string, string>>; readonly inputTemplate: string }
  | undefined {
  const transformer = blockOf(target, "input_transformer");
  if (transformer === undefined) return undefined;
  const paths = known(target, "input_paths", transformer["input_paths"]) ?? {};
  if (!isObjectValue(paths)) return stopAt(NAME, target, "its input_paths are no map");
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
    if (!isBlank(target.attributes[other])) stopAt(NAME, target, `its ${other} is not understood`);
  }
  const transformer = transformerOf(target);
  if (transformer === undefined) return JSON.stringify(run.event);
  try {
    const render = run.network.transformer(transformer.inputPaths, transformer.inputTemplate);
    const rendered = render(run.json, { ruleArn: text(rule, "arn"), ruleName: text(rule, "name") });
    return rendered.delivered ? rendered.text : stopAt(NAME, target, rendered.reason);
  } catch (error) {
    if (error instanceof InvalidInputTransformerError) stopAt(NAME, target, error.message);
    throw error;
  }
}
