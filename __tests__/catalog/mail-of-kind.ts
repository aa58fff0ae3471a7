import {
  compilePattern,
  mailText,
  renderInputTemplate,
  type CompiledPattern,
} from "../../src/aws/eventbridge";
import {
  alertRulesOf,
  chatTransformerFor,
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

const compiled = new Map<AlertKind, readonly (readonly [AlertKind, CompiledPattern])[]>();

/** The kind with the message that the rule for an event of it has. */
export function partFor(kind: AlertKind, event: EventEnvelope): AlertKind {
  const rules =
    compiled.get(kind) ??
    alertRulesOf(kind, {}).map((rule) => [rule.kind, compilePattern(rule.pattern)] as const);
  compiled.set(kind, rules);
  const [found] = rules.find(([, pattern]) => pattern.matches({ ...event })) ?? [];
  if (!found) throw new Error(`no rule of ${kind.name} is for the event`);
  return found;
}

/** The mail of an event of the kind. */
export function mailOf(kind: AlertKind, event: EventEnvelope): string {
  const transformer = inputTransformerFor(partFor(kind, event), { partition: "aws" });
  const rendered = renderInputTemplate(transformer, { ...event }, rule);
  if (!rendered.delivered) throw new Error(rendered.reason);
  return mailText(rendered.text);
}

/** What of the notification of an event a reader of a chat channel sees. */
export function chatOf(
  kind: AlertKind,
  event: EventEnvelope,
): { readonly title: string; readonly description: string } {
  const transformer = chatTransformerFor(partFor(kind, event), { partition: "aws" });
  const rendered = renderInputTemplate(transformer, { ...event }, rule);
  if (!rendered.delivered) throw new Error(rendered.reason);
  // Edge: what the transformer of a chat notification writes.
  return (JSON.parse(rendered.text) as { content: ReturnType<typeof chatOf> }).content;
}
