import type { z } from "zod";
import { isJsonObject } from "../json/value";
import { formatValue, nearest, type Problem, type ProblemPath } from "./problem";
import { valueAt } from "./edit";
import { meantBy, truths } from "./meant-value";
import type { Repair } from "./repaired-configuration";
import { keyAt, namesAt, secretAt, typesAt } from "./keys/key-at";
import { configurationSchema } from "./schema";

/** A problem of shape, and what to take the faulty part for. */
export interface ShapeProblem extends Problem {
  readonly repair: Repair;
  /** True where the key is wrong: what its value is taken for depends on the right key. */
  readonly isOfKey?: boolean;
  /** True where there is no value to point at. */
  readonly isAtKey?: boolean;
}

type Issue = z.core.$ZodIssue;

function toPath(path: readonly PropertyKey[]): ProblemPath {
  return path.filter((step) => typeof step !== "symbol");
}

const words: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a group of keys",
  record: "a group of keys",
};

function wrongType(issue: Issue & { code: "invalid_type" }, value: unknown): ShapeProblem {
  const path = toPath(issue.path);
  const step = path.at(-1);
  const key = step === undefined ? "the configuration" : typeof step === "number" ? "this" : step;
  const expected = words[issue.expected] ?? issue.expected;
  const description = keyAt(path, value)?.description;
  const allowed =
    description === undefined || description === "" ? expected : `${expected}. ${description}`;
  const found = valueAt(value, path) ?? undefined;
  const { fix, repair } = meantBy(path, found, issue.expected, typesAt(path, value));
  if (found === undefined) {
    const isEmpty = valueAt(value, path) === null;
    return {
      path,
      value: undefined,
      problem: `${key} is ${isEmpty ? "empty" : "missing"}`,
      allowed,
      fix: isEmpty ? `give it ${expected}` : `add ${key}`,
      repair,
      isAtKey: isEmpty,
    };
  }
  const problem = `${key} is not ${expected}`;
  return { path, value: found, problem, allowed, fix: fix ?? `make it ${expected}`, repair };
}

function mergeKey(path: ProblemPath, value: unknown, known: readonly string[]): ShapeProblem {
  return {
    path,
    value,
    problem: "YAML 1.2 has no merge keys: << is a key like any other, which does not exist here",
    allowed: known.join(", "),
    fix: "remove it, and write the keys that are meant here",
    repair: { path, remove: true },
    isOfKey: true,
  };
}

/** The value is not repeated: reports of CI are read by many. */
function secretKey(path: ProblemPath, variable: string, known: readonly string[]): ShapeProblem {
  return {
    path,
    value: "…",
    problem: "this is a secret, and everybody who reads the repository would have it",
    allowed: known.join(", "),
    fix: `remove it, and set the environment variable ${variable} where Terraform runs`,
    repair: { path, remove: true },
    isOfKey: true,
  };
}

function unknownKeys(
  issue: Issue & { code: "unrecognized_keys" },
  value: unknown,
): readonly ShapeProblem[] {
  const section = toPath(issue.path);
  const known = namesAt(section, value);
  return issue.keys.map((key) => {
    const path = [...section, key];
    if (key === "<<") return mergeKey(path, valueAt(value, path), known);
    const variable = secretAt(section, value, key);
    if (variable !== undefined) return secretKey(path, variable, known);
    const meant = nearest(key, known);
    const isTaken = meant !== undefined && valueAt(value, [...section, meant]) !== undefined;
    return {
      path,
      value: valueAt(value, path),
      problem: `the key ${formatValue(key)} does not exist here`,
      allowed: known.join(", "),
      fix:
        meant === undefined
          ? "remove it"
          : `did you mean ${meant}?${isTaken ? " That is given already: remove this" : ""}`,
      repair: meant === undefined || isTaken ? { path, remove: true } : { path, rename: meant },
      isOfKey: true,
    };
  });
}

/** The type whose keys are most like those of a section. */
function likelyType(
  types: ReadonlyMap<string, readonly string[]>,
  section: unknown,
): string | undefined {
  const given = Object.keys(typeof section === "object" && section !== null ? section : {}).filter(
    (key) => key !== "type",
  );
  const [best] = [...types]
    .map(([type, keys]) => ({ type, common: keys.filter((key) => given.includes(key)).length }))
    .sort((a, b) => b.common - a.common);
  return best && best.common > 0 ? best.type : undefined;
}

/** The only name that a text is the beginning of. */
function beginningOf(text: string, names: readonly string[]): string | undefined {
  const [name, ...others] = text === "" ? [] : names.filter((each) => each.startsWith(text));
  return others.length === 0 ? name : undefined;
}

function unknownType(issue: Issue, value: unknown): ShapeProblem {
  const path = toPath(issue.path);
  const section = path.at(-1) === "type" ? path.slice(0, -1) : path;
  const types = typesAt(section, value);
  const names = [...types.keys()];
  const found = valueAt(value, [...section, "type"]);
  // A wrong type by the keys beside it, else by its beginning: what is not like any is not proposed.
  const meant =
    (typeof found === "string"
      ? (nearest(found, names) ?? beginningOf(found, names))
      : undefined) ?? likelyType(types, valueAt(value, section));
  const ofType = [...section, "type"];
  return {
    path: ofType,
    value: found,
    problem: found === undefined ? "type is missing" : "this type does not exist",
    allowed: names.join(", "),
    fix: meant === undefined ? "give one of these types" : `did you mean type: ${meant}?`,
    repair: meant === undefined ? { path: ofType, unknown: "value" } : { path: ofType, set: meant },
  };
}

/** A value that is none of those that a key can have. */
function wrongChoice(issue: Issue & { code: "invalid_value" }, value: unknown): ShapeProblem {
  const path = toPath(issue.path);
  const found = valueAt(value, path) ?? undefined;
  const choices = issue.values.map(String);
  const isOn = typeof found === "string" ? truths.get(found.toLowerCase()) : found;
  const written =
    typeof isOn === "boolean" && choices.includes("on") ? (isOn ? "on" : "off") : found;
  const meant = typeof written === "string" ? nearest(written, choices) : undefined;
  return {
    path,
    value: found,
    problem: `${path.at(-1) ?? "this"} does not accept this value`,
    allowed: choices.join(", "),
    fix: meant === undefined ? "give one of these" : `did you mean ${meant}?`,
    repair: meant === undefined ? { path, unknown: "value" } : { path, set: meant },
  };
}

function problemsOf(issue: Issue, value: unknown): readonly ShapeProblem[] {
  if (issue.code === "invalid_type") return [wrongType(issue, value)];
  if (issue.code === "unrecognized_keys") return unknownKeys(issue, value);
  if (issue.code === "invalid_value") return [wrongChoice(issue, value)];
  if (issue.code !== "invalid_union") return [unknownType(issue, value)];
  if (keyAt(toPath(issue.path), value)?.type !== "word-or-group")
    return [unknownType(issue, value)];
  const [ofWord = [], ofGroup = []] = issue.errors;
  return (isJsonObject(valueAt(value, toPath(issue.path))) ? ofGroup : ofWord).flatMap((each) =>
    problemsOf({ ...each, path: [...issue.path, ...each.path] }, value),
  );
}

/** What is wrong with the shape of a configuration, in the words of this project. */
export function shapeProblems(value: unknown): readonly ShapeProblem[] {
  const result = configurationSchema.safeParse(value);
  if (result.success) return [];
  const found = result.error.issues.flatMap((issue) => problemsOf(issue, value));
  return found.map((problem) =>
    "unknown" in problem.repair ? problem : { ...problem, edits: [problem.repair] },
  );
}
