import { severities, type AlertKind, type Severity } from "./alert-kind";
import { messageStyles, type InputTransformer, type MessageStyle } from "./message";
import { noteProblem } from "./note";

/** What the function that formats messages is given. */
export interface FormatterInput {
  /** Name of the alert kind, or `unknown`. */
  readonly kind: string;
  /** Name of the kind of the catalog that it has the words of: the kind itself where none is given. */
  readonly wordsOf: string;
  /** Undefined where none is given that the catalog knows. */
  readonly severity: Severity | undefined;
  readonly style: MessageStyle;
  /** Undefined where none is given that may be shown. */
  readonly note: string | undefined;
  /** The event as EventBridge has it; whatever it is, it has no field that can be counted on. */
  readonly event: unknown;
}

/**
 * The input transformer that gives a function kind, severity, style and note, and the event as it is. The
 * event is JSON in JSON: nothing in it can break the input, as a value inside quotes can.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function formatterInputFor(
  { name, severity, wordsOf, note }: Pick<AlertKind, "name" | "severity" | "wordsOf" | "note">,
  style: MessageStyle = "standard",
): InputTransformer {
  const given = JSON.stringify({
    kind: name,
    ...(wordsOf !== undefined && { wordsOf }),
    severity,
    style,
    ...(note !== undefined && { note }),
  });
  return {
    inputPaths: {},
    inputTemplate: `${given.slice(0, -1)},"event":<aws.events.event.json>}`,
  };
}

function oneOf<T extends string>(allowed: readonly T[], value: unknown): T | undefined {
  return allowed.find((each) => each === value);
}

function nameIn(value: unknown): string | undefined {
  return typeof value === "string" && /^[a-z0-9-]{1,64}$/u.test(value) ? value : undefined;
}

/** The input of a function, whatever it was invoked with. */
export function readFormatterInput(input: unknown): FormatterInput {
  const given: Readonly<Record<string, unknown>> =
    typeof input === "object" && input !== null ? { ...input } : {};
  const { kind, severity, style, note, event } = given;
  const name = nameIn(kind) ?? "unknown";
  return {
    kind: name,
    wordsOf: nameIn(given["wordsOf"]) ?? name,
    severity: oneOf(severities, severity),
    style: oneOf(messageStyles, style) ?? "standard",
    note: typeof note === "string" && noteProblem(note) === undefined ? note : undefined,
    event: "event" in given ? event : input,
  };
}
