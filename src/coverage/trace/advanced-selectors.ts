import { blocked } from "../finding";
import type { Resource } from "../inventory";
import { blocks } from "../resource-index";
import { fieldSelectors, isOnly, takesValue, type FieldSelector } from "./field-selectors";

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

/**
 * Whether advanced selectors log management events of this sort. One that asks for more than category
 * and `readOnly` is not analyzed.
 * @throws BlockedError where they do not
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedEventSelector.html
 */
export function requireAdvancedSelector(trail: Resource, readOnly: boolean): void {
  const management = selectorsOf(trail).filter(isForManagement);
  const simple = management.filter((fields) =>
    fields.every(({ field }) => ["eventCategory", "readOnly"].includes(field)),
  );
  if (simple.some((fields) => takes(fields, "readOnly", String(readOnly)))) return;
  if (simple.length < management.length) {
    blocked("not-analyzed-selectors", trail, "advanced_event_selector");
  }
  const missing = `none logs ${readOnly ? "read-only" : "write"} management events`;
  blocked("trail-selector-mismatch", trail, missing);
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
