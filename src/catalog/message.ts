import { consoleDomain, type Partition } from "../aws";
import type { AlertKind, Severity } from "./alert-kind";
import { fields, type FieldName } from "./fields";

/** Input paths and template of an EventBridge target. */
export interface InputTransformer {
  readonly inputPaths: Readonly<Record<string, string>>;
  readonly inputTemplate: string;
}

/** What a message depends on besides its kind. */
export interface MessageContext {
  readonly partition: Partition;
  /** Severity that the organization gives to the kind. */
  readonly severity: Severity;
}

function isFieldName(name: string): name is FieldName {
  return name in fields;
}

function fieldsIn(text: string): readonly FieldName[] {
  return [...text.matchAll(/<(\w+)>/g)].map(([, name]) => {
    if (name === undefined || !isFieldName(name)) {
      throw new Error(`message shows <${name ?? ""}>, which is no field of the catalog`);
    }
    return name;
  });
}

function eventLink(partition: Partition, region: FieldName, id: FieldName): string {
  return `https://<${region}>.${consoleDomain(partition)}/cloudtrailv2/home?region=<${region}>#/events/<${id}>`;
}

/** The text of an alert, with `<field>` where a value of the event goes. */
export function messageText(kind: AlertKind, { partition, severity }: MessageContext): string {
  const lines = kind.message.lines.map((name) => `${fields[name].label}: <${name}>`);
  return [
    kind.message.headline,
    "",
    `Alert: ${kind.name} (${severity})`,
    ...lines,
    ...(kind.message.lines.includes("eventId")
      ? [`Open in CloudTrail: ${eventLink(partition, "region", "eventId")}`]
      : []),
    "",
  ].join("\n");
}

/**
 * The input transformer that writes a kind's alert. The template is one quoted string with `\n`, so
 * that only the outer quotes stay in the mail; the last line is empty to keep the closing quote off
 * the link.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function inputTransformerFor(kind: AlertKind, context: MessageContext): InputTransformer {
  const text = messageText(kind, context);
  const names = [...new Set(fieldsIn(text))].sort();
  return {
    inputPaths: Object.fromEntries(names.map((name) => [name, fields[name].path])),
    inputTemplate: JSON.stringify(text),
  };
}
