import type { z } from "zod";
import { nearest, type Problem } from "../stacks";
import { configurationSchema } from "./schema";

type Issue = z.core.$ZodIssue;
type Path = readonly (string | number)[];

function toPath(path: readonly PropertyKey[]): Path {
  return path.filter((step) => typeof step !== "symbol");
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (inner, step) =>
      typeof inner === "object" && inner !== null
        ? (inner as Record<string | number, unknown>)[step]
        : undefined,
    value,
  );
}

/** The keys that the schema knows at a path, for suggestions. */
function keysAt(path: Path, value: unknown): readonly string[] {
  let schema: unknown = configurationSchema.toJSONSchema();
  path.forEach((step, i) => {
    schema = choose(schema, valueAt(value, path.slice(0, i)));
    schema = valueAt(schema, typeof step === "number" ? ["items"] : ["properties", step]);
  });
  const properties = valueAt(choose(schema, valueAt(value, path)), ["properties"]);
  return typeof properties === "object" && properties !== null ? Object.keys(properties) : [];
}

/** Of a union, the member whose `type` the value has. */
function choose(schema: unknown, value: unknown): unknown {
  const members = valueAt(schema, ["oneOf"]) ?? valueAt(schema, ["anyOf"]);
  if (!Array.isArray(members)) return schema;
  const type = valueAt(value, ["type"]);
  return members.find((member) => valueAt(member, ["properties", "type", "const"]) === type);
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a group of keys",
  record: "a group of keys",
};

function wrongType(issue: Issue & { code: "invalid_type" }, value: unknown): Problem {
  const path = toPath(issue.path);
  const key = path.at(-1) ?? "the configuration";
  const expected = kinds[issue.expected] ?? issue.expected;
  const found = valueAt(value, path);
  if (found === undefined || found === null) {
    return {
      path,
      value: undefined,
      problem: `${key} is missing`,
      allowed: expected,
      fix: `add ${key}`,
    };
  }
  return {
    path,
    value: found,
    problem: `${key} is not ${expected}`,
    allowed: expected,
    fix:
      issue.expected === "string"
        ? `put it in quotes: "${JSON.stringify(found)}"`
        : `make it ${expected}`,
  };
}

function unknownKeys(
  issue: Issue & { code: "unrecognized_keys" },
  value: unknown,
): readonly Problem[] {
  const path = toPath(issue.path);
  const known = keysAt(path, value);
  return issue.keys.map((key) => {
    const meant = nearest(key, known);
    return {
      path: [...path, key],
      value: valueAt(value, [...path, key]),
      problem: `there is no key ${key} here`,
      allowed: known.join(", "),
      fix: meant === undefined ? "remove it" : `did you mean ${meant}?`,
    };
  });
}

function unknownType(issue: Issue, value: unknown): Problem {
  const path = toPath(issue.path);
  const section = path.at(-1) === "type" ? path.slice(0, -1) : path;
  const types = section[0] === "trail" ? ["create", "existing"] : ["local", "s3", "cloud"];
  const found = valueAt(value, [...section, "type"]);
  const meant = typeof found === "string" ? nearest(found, types) : undefined;
  return {
    path: [...section, "type"],
    value: found,
    problem: found === undefined ? "type is missing" : "there is no such type",
    allowed: types.join(", "),
    fix: meant === undefined ? "give one of these types" : `did you mean ${meant}?`,
  };
}

/** What is wrong with the shape of a configuration, in the words of this project. */
export function shapeProblems(value: unknown): readonly Problem[] {
  const result = configurationSchema.safeParse(value);
  if (result.success) return [];
  return result.error.issues.flatMap((issue) => {
    if (issue.code === "invalid_type") return wrongType(issue, value);
    if (issue.code === "unrecognized_keys") return unknownKeys(issue, value);
    return unknownType(issue, value);
  });
}
