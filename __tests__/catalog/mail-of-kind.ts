import { compilePattern, mailText, renderInputTemplate } from "../../src/aws/eventbridge";
import {
  inputTransformerFor,
  patternOf,
  type AlertKind,
  type EventEnvelope,
} from "../../src/catalog";

const rule = {
  ruleArn: "arn:aws:events:eu-central-1:222222222222:rule/signin-alerts/test",
  ruleName: "test",
};

/** The kinds of which the event is. */
export function kindsIn(
  catalog: readonly AlertKind[],
): (event: EventEnvelope) => readonly AlertKind[] {
  const compiled = catalog.map((kind) => ({ kind, pattern: compilePattern(patternOf([kind])) }));
  return (event) =>
    compiled.filter(({ pattern }) => pattern.matches({ ...event })).map(({ kind }) => kind);
}

/** The mail of an event of the kind. */
export function mailOf(kind: AlertKind, event: EventEnvelope): string {
  const transformer = inputTransformerFor(kind, { partition: "aws" });
  const rendered = renderInputTemplate(transformer, { ...event }, rule);
  if (!rendered.delivered) throw new Error(rendered.reason);
  return mailText(rendered.text);
}
