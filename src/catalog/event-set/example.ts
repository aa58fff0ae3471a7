import { isJsonArray, type JsonObject } from "../../json/value";
import { holds } from "./condition";
import { contains, type EventSet } from "./event-set";
import { asWildcard, comparable, no, type Text } from "./text";

// Something that no text of a condition is likely to be, then what none of some texts can all be.
const others = [
  "anything",
  ...Array.from("0123456789abcdefghijklmnopqrstuvwxyz", (sign) => `${sign}-other`),
];

type Value = string | false | undefined;

function valuesOf(text: Text): readonly Value[] {
  if (text === no) return [false];
  return comparable(text).map((each) =>
    asWildcard(each).replace(/\\(.)|\*/gu, (_, sign: string | undefined) => sign ?? "x"),
  );
}

function put(event: JsonObject, path: readonly string[], value: string | false): JsonObject {
  const [key = "", ...rest] = path;
  if (rest.length === 0) return { ...event, [key]: value };
  const inner = event[key];
  const object = typeof inner === "object" && inner !== null && !isJsonArray(inner) ? inner : {};
  return { ...event, [key]: put(object, rest, value) };
}

/** An event of the set, with the fields that it asks for alone; undefined where none is found. */
export function exampleOf(set: EventSet): JsonObject | undefined {
  for (const box of set) {
    let event: JsonObject = {};
    for (const [field, condition] of Object.entries(box)) {
      // The last is that the field is absent.
      const values: readonly Value[] = [
        ...condition.values.flatMap(valuesOf),
        ...others,
        undefined,
      ];
      const value = values.find((each) => holds(condition, each));
      if (value !== undefined) event = put(event, field.split("."), value);
    }
    if (contains([box], event)) return event;
  }
  return undefined;
}
