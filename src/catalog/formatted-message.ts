import type { Partition } from "../aws/partitions";
import type { AlertKind, Severity } from "./alert-kind";
import { findKind } from "./catalog";
import { EventFields, isAccountField, type AccountNames } from "./event-fields";
import { fields, type FieldName } from "./fields";
import { readFormatterInput, type FormatterInput } from "./formatter-input";
import { fieldsIn, messageText, type MessageKind } from "./message";
import { asciiText, cut, wordOf } from "./plain-value";

export type { AccountNames } from "./event-fields";

/** What a message depends on besides what a function is invoked with. */
export interface FormattingContext {
  readonly partition: Partition;
  readonly accountNames: AccountNames;
}

/** A message to a topic. */
export interface FormattedMessage {
  /** At most 99 printable ASCII characters. */
  readonly subject: string;
  readonly text: string;
  /** Letters, digits and hyphens. */
  readonly kind: string;
  readonly severity: Severity;
}

/** SNS wants less than 100. @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html */
const longestSubject = 99;

/** Characters of one value in the text, and of a whole event. */
const longest = { text: 400, event: 4000 } as const;

/** Characters of one value in the subject: ever fewer, until all of them fit in. */
const subjectWidths = [64, 48, 32, 24, 16, 10] as const;

/** Characters of the name of an account beside them: it gives way first. */
const accountWidths = [40, 32, 24, 16] as const;

/** Of them those at which roles are named; below, the name of who acted comes first. */
const shortestWithRoles = 32;

/** Lines for an event of a kind that this version does not know. */
const unknownLines = [
  "eventName",
  "identityType",
  "identityArn",
  "account",
  "region",
  "time",
  "sourceIp",
  "eventId",
] as const satisfies readonly FieldName[];

function kindOf({ kind: name, wordsOf, severity, note }: FormatterInput): {
  readonly kind: MessageKind;
  readonly isKnown: boolean;
} {
  const known = findKind(wordsOf);
  const noted = note === undefined ? {} : { note };
  if (known) {
    const kind = { ...known, name, severity: severity ?? known.severity, ...noted };
    return { kind, isKnown: true };
  }
  const message: AlertKind["message"] = {
    headline: "Unknown kind of event in <account>: <eventName> by <actor>",
    lines: unknownLines,
  };
  const sample = { source: "", "detail-type": "", detail: {} };
  const kind = { name, severity: severity ?? "high", message, sample, ...noted };
  return { kind, isKnown: false };
}

/** Outcomes stand side by side in a headline, of which an event has one; so do what may be absent. */
const placeholderGroups = /(: | — )?(<\w+>(?: ?<\w+>)*)/gu;

/** A sentence of the catalog with the values in it. */
function sentence(template: string, values: EventFields, longestValue: number): string {
  // Whoever it is, the name is not looked at for placeholders.
  return template
    .split("<actor>")
    .map((part, i) => filled(part, values, longestValue, i > 0))
    .join(values.actor(longestValue))
    .replace(/ {2,}/gu, " ")
    .trimEnd();
}

function filled(
  template: string,
  values: EventFields,
  longestValue: number,
  isContinued: boolean,
): string {
  return template.replace(
    placeholderGroups,
    (...found: [string, string | undefined, string, number]) => {
      const [, before, placeholders, offset] = found;
      const texts = fieldsIn(placeholders).flatMap((name) => {
        const text = values.text(name, longestValue);
        if (isAccountField(name)) {
          // Most records are about no other account.
          return text ?? (name === "federatedAccount" ? [] : "an unknown account");
        }
        return text === undefined ? [] : wordOf(text);
      });
      if (offset === 0 && !isContinued && texts.length === 0) return "Sign-in event";
      if (before === undefined) return texts.join(" ");
      // "MFA used:" with nothing after it would read as if it was.
      return before + (texts.length === 0 ? "not recorded" : texts.join(" "));
    },
  );
}

function subjectOf({ severity, message }: MessageKind, values: EventFields): string {
  const template = message.headline.replace(" — ", ": ");
  const mark = values.text("replayName", longest.text) === undefined ? "" : "[replay] ";
  const subject = (shown: EventFields, width: number): string =>
    asciiText(`${mark}[${severity}] ${sentence(template, shown, width)}`);
  const [widest] = subjectWidths;
  const subjects = [
    subject(values, widest),
    ...subjectWidths
      .filter((width) => width >= shortestWithRoles)
      .map((width) => subject(values.withoutIds(), width)),
    ...subjectWidths.flatMap((width) =>
      accountWidths.map((longestName) => subject(values.withoutRoles(longestName), width)),
    ),
  ];
  const fitting = subjects.find(({ length }) => length <= longestSubject);
  return fitting ?? cut(subjects.at(-1) ?? "", longestSubject, "...");
}

/** A line below the headline; undefined where the event has no value for it. */
function line(template: string, values: EventFields): string | undefined {
  const names = fieldsIn(template);
  const isLink = template.includes("https://");
  const texts = new Map(
    names.map((name) => [name, isLink ? values.partOfLink(name) : values.text(name, longest.text)]),
  );
  if ([...texts.values()].includes(undefined)) return undefined;
  return template.replace(/<(\w+)>/gu, (_, name: FieldName) => texts.get(name) ?? "");
}

/** The lines with the reason that AWS gives: a kind leaves it out where somebody may have written it. */
function withReason(headline: string, templates: readonly string[]): readonly string[] {
  const reasons = (["errorCode", "errorMessage"] as const)
    .filter((name) => ![headline, ...templates].some((each) => each.includes(`<${name}>`)))
    .map((name) => `${fields[name].label}: <${name}>`);
  const link = templates.findIndex((template) => template.includes("https://"));
  return templates.toSpliced(link < 0 ? templates.length : link, 0, ...reasons);
}

/**
 * The message of an event, as a function publishes it: the catalog's text of its kind, accounts by
 * name and id. Never throws, whatever it is given: a missing value is left out, and no
 * value can begin a line, be an address with `://` or end the subject.
 */
export function formattedMessage(
  input: unknown,
  { partition, accountNames }: FormattingContext,
): FormattedMessage {
  const given = readFormatterInput(input);
  const { kind, isKnown } = kindOf(given);
  const values = new EventFields(given.event, accountNames);
  const { headline } = kind.message;
  const [, , ...templates] = messageText(kind, { partition, style: given.style }).split("\n");
  const lines = withReason(headline, templates).flatMap((template) => line(template, values) ?? []);
  return {
    subject: subjectOf(kind, values),
    text: [
      sentence(headline, values, longest.text),
      line(`${fields.replayName.label}: <replayName>`, values) ?? "",
      ...lines,
      ...(isKnown ? [] : [`Event as JSON: ${values.json(longest.event)}`, ""]),
    ].join("\n"),
    kind: kind.name,
    severity: kind.severity,
  };
}
