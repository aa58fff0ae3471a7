import type { Resource } from "../inventory";
import { isList, type ValueObject } from "../inventory/value";
import { blocks, known, text } from "../network";

/** The fields of an advanced selector with what they must be; undefined where more is asked. */
function fieldsOf(
  trail: Resource,
  selector: ValueObject,
  operator: string,
): ReadonlyMap<string, readonly string[]> {
  const held = { ...trail, attributes: selector };
  return new Map(
    blocks(held, "field_selector").map((field) => {
      const values = known(trail, operator, field[operator]);
      return [text(trail, "field", field), isList(values) ? values.map(String) : []] as const;
    }),
  );
}

function isFor(fields: ReadonlyMap<string, readonly string[]>, category: string): boolean {
  return fields.get("eventCategory")?.join() === category;
}

/**
 * Why advanced selectors do not log management events of this sort; undefined where they do. One that
 * asks for more than category and `readOnly` is not understood.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedEventSelector.html
 */
export function advancedSelectorMiss(trail: Resource, readOnly: boolean): string | undefined {
  const management = blocks(trail, "advanced_event_selector")
    .map((selector) => fieldsOf(trail, selector, "equals"))
    .filter((fields) => isFor(fields, "Management"));
  const simple = management.filter((fields) =>
    [...fields.keys()].every((field) => ["eventCategory", "readOnly"].includes(field)),
  );
  const logs = simple.some((fields) => {
    const wanted = fields.get("readOnly");
    return wanted === undefined || wanted.includes(String(readOnly));
  });
  if (logs) return undefined;
  return simple.length < management.length
    ? "its advanced event selectors leave out management events: not understood"
    : `no advanced event selector logs ${readOnly ? "read-only" : "write"} management events`;
}

/** Whether a trail records what is sent to queues whose ARN ends so. */
export function recordsMessagesTo(trail: Resource, queueName: string): boolean {
  return blocks(trail, "advanced_event_selector").some((selector) => {
    const fields = fieldsOf(trail, selector, "equals");
    const ends = fieldsOf(trail, selector, "ends_with").get("resources.ARN");
    return (
      isFor(fields, "Data") &&
      fields.size === 4 &&
      fields.get("resources.type")?.join() === "AWS::SQS::Queue" &&
      fields.get("eventName")?.join() === "SendMessage" &&
      fields.get("resources.ARN")?.length === 0 &&
      ends?.join() === `:${queueName}`
    );
  });
}
