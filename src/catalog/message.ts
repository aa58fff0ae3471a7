// Not from the index: the function that formats messages would take every region's facts along.
import { consoleDomain, type Partition } from "../aws/partitions";
import type { Json } from "../json/value";
import type { AlertKind, AlertMessage } from "./alert-kind";
import { fields, freeTextOf, fullLines, type FieldName } from "./fields";

/** Input paths and template of an EventBridge target. */
export interface InputTransformer {
  readonly inputPaths: Readonly<Record<string, string>>;
  readonly inputTemplate: string;
}

/** How much a message contains. */
export const messageStyles = ["standard", "full"] as const;

/**
 * How much a message contains: `full` adds every field that the kind has. What a visitor writes, such
 * as the user agent, is added by a function alone: a `"` in it would keep EventBridge from delivering.
 */
export type MessageStyle = (typeof messageStyles)[number];

/** What a message depends on besides its kind. */
export interface MessageContext {
  readonly partition: Partition;
  /** @default "standard" */
  readonly style?: MessageStyle;
}

/** What a message is written for. */
export type MessageKind = Pick<AlertKind, "name" | "severity" | "message" | "note" | "sample">;

function isFieldName(name: string): name is FieldName {
  return name in fields;
}

/** The fields that a text shows, in its order. @throws Error for one that the catalog has not */
export function fieldsIn(text: string): readonly FieldName[] {
  return [...text.matchAll(/<(\w+)>/g)].map(([, name]) => {
    if (name === undefined || !isFieldName(name)) {
      throw new Error(`message shows <${name ?? ""}>, which is no field of the catalog`);
    }
    return name;
  });
}

/** Address of a record in the console. */
export function eventLink(partition: Partition, region: FieldName, id: FieldName): string {
  return `https://<${region}>.${consoleDomain(partition)}/cloudtrailv2/home?region=<${region}>#/events/<${id}>`;
}

function hasField(kind: MessageKind, name: FieldName): boolean {
  const value = fields[name].path
    .split(".")
    .slice(1)
    .reduce<unknown>(
      (json, key) =>
        typeof json === "object" && json !== null && !Array.isArray(json)
          ? (json as Json)[key]
          : undefined,
      kind.sample,
    );
  return value !== undefined && value !== null && value !== "";
}

/** The lines of a message below its headline. */
function linesOf(kind: MessageKind, style: MessageStyle): readonly FieldName[] {
  const { lines } = kind.message;
  if (style === "standard") return lines;
  return [...lines, ...fullLines.filter((name) => !lines.includes(name) && hasField(kind, name))];
}

/** The headline with the fields that name who acted side by side. */
function headlineOf({ headline, actor = [] }: AlertMessage): string {
  return headline.replace("<actor>", actor.map((name) => `<${name}>`).join(" "));
}

/** Every field that a message of EventBridge shows, where nothing is hidden. */
export function shownFields(kind: MessageKind, style: MessageStyle): readonly FieldName[] {
  const { onlyFormatted = [] } = kind.message;
  const all = [...fieldsIn(headlineOf(kind.message)), ...linesOf(kind, style)];
  return [...new Set(all.filter((name) => !onlyFormatted.includes(name)))];
}

/** What stands in a headline for a field that is not shown. */
const insteadOf: Partial<Record<FieldName, string>> = {
  errorMessage: "(reason in CloudTrail)",
  rootTarget: "an account",
};

/** The message as EventBridge can write it: without what only a function may show. */
export function plainMessage(message: AlertMessage): Pick<AlertMessage, "headline" | "lines"> {
  const { hidden = [], onlyFormatted = [] } = message;
  const isShown = (name: FieldName): boolean => {
    const free = freeTextOf(name);
    return !hidden.includes(name) && (free === undefined || free.safeWhere !== undefined);
  };
  const left = headlineOf(message).replace(/<(\w+)>/gu, (placeholder, name: string) => {
    if (!isFieldName(name)) return placeholder;
    if (onlyFormatted.includes(name)) return "";
    return isShown(name) ? placeholder : (insteadOf[name] ?? "");
  });
  const headline = left.replace(/ {2,}/gu, " ").trimEnd().replace(/ —$/u, "");
  const lines = message.lines.filter((name) => isShown(name) && !onlyFormatted.includes(name));
  return { headline, lines };
}

/** The text of an alert, with `<field>` where a value of the event goes. */
export function messageText(
  kind: MessageKind,
  { partition, style = "standard" }: MessageContext,
): string {
  const lines = linesOf(kind, style).map((name) => `${fields[name].label}: <${name}>`);
  return [
    headlineOf(kind.message),
    // Empty, unless the event is replayed: EventBridge writes nothing for what is absent.
    "<replayName>",
    `Alert: ${kind.name} (${kind.severity})`,
    ...(kind.note === undefined ? [] : [`Note: ${kind.note}`]),
    ...lines,
    ...(kind.message.lines.includes("eventId")
      ? [`Open in CloudTrail: ${eventLink(partition, "region", "eventId")}`]
      : []),
    "",
  ].join("\n");
}

/** EventBridge cannot leave a line out, as a function does. */
const whereNothingIs = "Where nothing follows a label or a dash, AWS recorded no value.";

/**
 * The input transformer that writes a kind's alert. The template is one quoted string with `\n`, so
 * that only the outer quotes stay in the mail; the last line is empty to keep the closing quote off
 * the link.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function inputTransformerFor(kind: AlertKind, context: MessageContext): InputTransformer {
  const lines = linesOf(kind, context.style ?? "standard");
  const message = plainMessage({ ...kind.message, lines });
  const text = messageText({ ...kind, message }, { partition: context.partition });
  return transformerFor(`${text}${whereNothingIs}\n`);
}

/** The input transformer that makes a text, or a JSON object, with the fields it shows filled in. */
export function transformerFor(message: string | object): InputTransformer {
  const inputTemplate = JSON.stringify(message);
  const names = [...new Set(fieldsIn(inputTemplate))].sort();
  return {
    inputPaths: Object.fromEntries(names.map((name) => [name, fields[name].path])),
    inputTemplate,
  };
}
