import { TerraformProvider, Token } from "cdktf";
import { shownJson } from "../src/json/value";
import { refuse } from "./property-validation";

/** Lists of objects, and what each of these must have. */
const listsOfObjects = {
  routes: { topicArn: "text", kinds: "kinds" },
  contacts: { name: "text", address: "text" },
  "covered accounts": { account: "text", regions: "texts" },
  "watched users": { name: "text", userNames: "texts" },
} as const satisfies Readonly<Record<string, Readonly<Record<string, "text" | "texts" | "kinds">>>>;

type ListOfObjects = keyof typeof listsOfObjects;

/** What a property is to a program without types. */
type Shape =
  | "text"
  | "number"
  | "texts"
  | "list"
  | "list of objects"
  | "object"
  | "place"
  | "provider"
  | "kind"
  | "kinds"
  | ListOfObjects;

/** The shape of each property; a question mark stands behind one that may be left out. */
export type Shapes = Readonly<Record<string, Shape | `${Shape}?`>>;

const words: Readonly<Record<Shape, string>> = {
  text: "a text",
  number: "a number",
  texts: "a list of texts",
  list: "a list",
  "list of objects": "a list of objects",
  object: "an object",
  place: "an object with an account and a region",
  kind: "a kind of the catalog",
  provider: "a provider",
  kinds: "a list of kinds of the catalog",
  routes: "a list of objects with a topicArn and kinds of the catalog",
  contacts: "a list of objects with a name and an address",
  "covered accounts": "a list of objects with an account and a list of regions",
  "watched users": "a list of objects with a name and a list of userNames",
};

/**
 * Refuses properties that TypeScript would not compile: programs in JavaScript may give any. What is not
 * looked at here, the construct itself judges.
 * @throws RangeError with all of them
 */
export function refuseOtherShapes(props: unknown, shapes: Shapes): void {
  if (!isObject(props)) refuse([`the properties must be an object, got: ${shown(props)}`]);
  const given = props as Readonly<Record<string, unknown>>;
  refuse(
    Object.entries(shapes).flatMap(([name, written]) => {
      const value = given[name];
      // Edge: a question mark is all that a shape may end with.
      const shape = written.replace("?", "") as Shape;
      if (value === undefined && written.endsWith("?")) return [];
      if (isOfShape(value, shape)) return [];
      return [`'${name}' must be ${words[shape]}, got: ${shown(value)}`];
    }),
  );
}

/** The shapes of what decides about retries and roles, which most constructs have. */
export const usualShapes = { retryPolicy: "object?", createdRoles: "object?" } as const;

function isOfShape(value: unknown, shape: Shape): boolean {
  if (shape !== "provider" && shape !== "place" && Token.isUnresolved(value)) return true;
  switch (shape) {
    case "text":
      return typeof value === "string";
    case "number":
      return typeof value === "number";
    case "texts":
      return Array.isArray(value) && value.every((each) => typeof each === "string");
    case "list":
      return Array.isArray(value) && value.every((each) => (each ?? undefined) !== undefined);
    case "list of objects":
      return Array.isArray(value) && value.every(isObject);
    case "object":
      return isObject(value);
    case "place":
      return isObject(value) && ["account", "region"].every((part) => isText(value, part));
    case "kind":
      return (
        isObject(value) &&
        ["name", "title", "severity"].every((part) => isText(value, part)) &&
        ["events", "message"].every((part) => part in value)
      );
    case "provider":
      return TerraformProvider.isTerraformProvider(value);
    case "kinds":
      return Array.isArray(value) && value.every((each) => isOfShape(each, "kind"));
    default:
      return Array.isArray(value) && value.every((each) => hasParts(each, listsOfObjects[shape]));
  }
}

function hasParts(value: unknown, parts: Readonly<Record<string, Shape>>): boolean {
  return (
    isObject(value) &&
    Object.entries(parts).every(([name, shape]) =>
      isOfShape((value as Readonly<Record<string, unknown>>)[name], shape),
    )
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isText(value: object, part: string): boolean {
  return part in value && typeof (value as Readonly<Record<string, unknown>>)[part] === "string";
}

/** A value in a message: what has no JSON, or is large, by its kind. */
function shown(value: unknown): string {
  if (typeof value === "function") return "a function";
  if (TerraformProvider.isTerraformProvider(value)) return "a provider";
  try {
    const json = value === undefined ? "undefined" : shownJson(value);
    return json.length > 80 ? `${json.slice(0, 80)}…` : json;
  } catch {
    return "an object";
  }
}
