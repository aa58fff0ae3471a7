import { blocked } from "../finding";
import type { Resource } from "../inventory";
import { isList, type ValueObject } from "../inventory/value";
import { blocks, flag, isBlank, known, optionalText, text } from "../resource-index";

/** A management event, as far as selectors tell one from another. */
export interface ManagementEvent {
  readonly readOnly: boolean;
  /** Service that the record names, such as `signin.amazonaws.com`. */
  readonly source: string;
}

/**
 * The only services whose management events CloudTrail lets a trail leave out.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html
 */
const leftOut: readonly string[] = ["kms.amazonaws.com", "rdsdata.amazonaws.com"];

/** @throws BlockedError for a trail whose selectors do not log management events of this sort */
export function requireSelector(trail: Resource, event: ManagementEvent): void {
  const { readOnly, source } = event;
  if (!isBlank(trail.attributes["advanced_event_selector"])) {
    requireAdvancedSelector(trail, event);
    return;
  }
  const selectors = blocks(trail, "event_selector");
  if (selectors.length === 0) return;
  const wanted = readOnly ? "ReadOnly" : "WriteOnly";
  const logging = selectors.filter((selector) => {
    const type = optionalText(trail, "read_write_type", selector) ?? "All";
    return (
      flag(trail, "include_management_events", true, selector) &&
      (type === "All" || type === wanted)
    );
  });
  if (logging.length === 0) return missing(trail, event);
  if (logging.every((selector) => excludedSources(trail, selector).includes(source))) {
    blocked("trail-selector-mismatch", trail, `each leaves out ${source}`);
  }
}

function missing(trail: Resource, { readOnly }: ManagementEvent): never {
  const what = `none logs ${readOnly ? "read-only" : "write"} management events`;
  return blocked("trail-selector-mismatch", trail, what);
}

/** @throws BlockedError for a service that CloudTrail does not let a trail leave out */
function excludedSources(trail: Resource, selector: ValueObject): readonly string[] {
  const name = "exclude_management_event_sources";
  const value = known(trail, name, selector[name]);
  const sources = isBlank(value) ? [] : (isList(value) ? value : [value]).map(String);
  const [other] = sources.filter((each) => !leftOut.includes(each));
  if (other === undefined) return sources;
  const allowed = leftOut.join(" and ");
  return blocked(
    "value-invalid",
    trail,
    `${name}: ${other}, CloudTrail leaves out ${allowed} only`,
  );
}

/** Operators that take events in, and those that leave events out. */
const including = {
  equals: (value: string, wanted: string) => value === wanted,
  starts_with: (value: string, wanted: string) => value.startsWith(wanted),
  ends_with: (value: string, wanted: string) => value.endsWith(wanted),
} as const;
const excluding = {
  not_equals: including.equals,
  not_starts_with: including.starts_with,
  not_ends_with: including.ends_with,
} as const;

/** One field of an advanced selector, with every operator that says something. */
interface FieldSelector {
  readonly field: string;
  readonly operators: ReadonlyMap<string, readonly string[]>;
}

/** The field selectors of an advanced selector; a field may have several. */
function fieldSelectors(trail: Resource, selector: ValueObject): readonly FieldSelector[] {
  const names = [...Object.keys(including), ...Object.keys(excluding)];
  return blocks({ ...trail, attributes: selector }, "field_selector").map((block) => ({
    field: text(trail, "field", block),
    operators: new Map(
      names
        .map((name) => [name, known(trail, name, block[name])] as const)
        .filter(([, values]) => !isBlank(values))
        .map(([name, values]) => [name, (isList(values) ? values : [values]).map(String)] as const),
    ),
  }));
}

/**
 * Whether a field selector takes a value: one that includes it, where any includes, and none that
 * leaves it out.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html
 */
function takesValue({ operators }: FieldSelector, value: string): boolean {
  const hits = (among: typeof including | typeof excluding): readonly boolean[] =>
    Object.entries(among).flatMap(([name, matches]) => {
      const wanted = operators.get(name);
      return wanted ? [wanted.some((each) => matches(value, each))] : [];
    });
  const included = hits(including);
  return (included.length === 0 || included.includes(true)) && !hits(excluding).includes(true);
}

/** Whether a field selector has one operator, with one value. */
function isOnly({ operators }: FieldSelector, operator: string, value: string): boolean {
  return operators.size === 1 && operators.get(operator)?.join() === value;
}

function selectorsOf(trail: Resource): readonly (readonly FieldSelector[])[] {
  return blocks(trail, "advanced_event_selector").map((selector) =>
    fieldSelectors(trail, selector),
  );
}

/** Whether every selector of a field takes a value; a field that none is for takes all. */
function takes(fields: readonly FieldSelector[], name: string, value: string): boolean {
  return fields.filter(({ field }) => field === name).every((field) => takesValue(field, value));
}

function isForManagement(fields: readonly FieldSelector[]): boolean {
  const category = "eventCategory";
  return fields.some(({ field }) => field === category) && takes(fields, category, "Management");
}

/** Whether a field selector is one that leaves out services as CloudTrail lets trails do it. */
function leavesOutServices({ field, operators }: FieldSelector): boolean {
  const sources = operators.get("not_equals") ?? [];
  return (
    field === "eventSource" &&
    operators.size === 1 &&
    sources.length > 0 &&
    sources.every((source) => leftOut.includes(source))
  );
}

/**
 * Whether advanced selectors log management events of this sort. One that asks for more than category
 * and `readOnly`, and leaves out other services than trails may, is not analyzed.
 * @throws BlockedError where they do not
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedEventSelector.html
 */
function requireAdvancedSelector(trail: Resource, event: ManagementEvent): void {
  const management = selectorsOf(trail).filter(isForManagement);
  const simple = management.filter((fields) =>
    fields.every(
      (each) => ["eventCategory", "readOnly"].includes(each.field) || leavesOutServices(each),
    ),
  );
  const isLogged = simple.some(
    (fields) =>
      takes(fields, "readOnly", String(event.readOnly)) &&
      takes(fields, "eventSource", event.source),
  );
  if (isLogged) return;
  if (simple.length < management.length) {
    blocked("not-analyzed-selectors", trail, "advanced_event_selector");
  }
  missing(trail, event);
}

/** Whether a trail records what is sent to queues whose ARN ends so. */
export function recordsMessagesTo(trail: Resource, queueName: string): boolean {
  const wanted = [
    ["eventCategory", "equals", "Data"],
    ["resources.type", "equals", "AWS::SQS::Queue"],
    ["eventName", "equals", "SendMessage"],
    ["resources.ARN", "ends_with", `:${queueName}`],
  ] as const;
  return selectorsOf(trail).some(
    (fields) =>
      fields.length === wanted.length &&
      wanted.every(([name, operator, value]) =>
        fields.some((field) => field.field === name && isOnly(field, operator, value)),
      ),
  );
}
