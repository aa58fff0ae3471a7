import { readFileSync } from "node:fs";
import { isJsonObject } from "../json/value";
import { checkShape } from "./check-shape";
import type { ConfigurationDraft } from "./draft";
import { ConfigurationFileError, type LocatedProblem } from "./configuration-file-error";
import type { Problem } from "./problem";
import type { SignInAlertsProps } from "./props";
import { configurationSchema } from "./schema";
import type { RepairedConfiguration } from "./repaired-configuration";
import { YamlSource } from "./yaml-source";

/** What else is to be checked of a configuration whose parts may be missing. */
export type Check = (draft: ConfigurationDraft) => readonly Problem[];

function notAGroup(value: unknown): Problem {
  const isEmpty = value === undefined || value === null;
  return {
    path: [],
    value: value ?? undefined,
    problem: isEmpty ? "the file is empty" : "the file is not a group of keys",
    allowed: "the keys organization, hub, accounts, recipients and more",
    fix: "begin with a copy of the example signin-alerts.yaml",
  };
}

/** Problems of meaning; of a part that could not be read nothing is said twice. */
function meaningProblems(
  source: YamlSource,
  configuration: RepairedConfiguration,
  check: Check,
): readonly LocatedProblem[] {
  return check(configuration.value as ConfigurationDraft)
    .filter(({ path }) => !configuration.isUnknown(path))
    .map((problem) => {
      const written = configuration.problemAsWritten(problem);
      return { ...written, ...source.positionOf(written.path) };
    });
}

function findProblems(source: YamlSource, check: Check): readonly LocatedProblem[] {
  if (!source.isReadable) return source.problems;
  const { value } = source;
  if (!isJsonObject(value)) {
    return [...source.problems, { ...notAGroup(value), ...source.positionOf([]) }];
  }
  const { problems, configuration } = checkShape(source);
  return [...source.problems, ...problems, ...meaningProblems(source, configuration, check)];
}

/** The problem of a text that is too deep or too entangled to be read at all. */
function unreadable(reason: string): LocatedProblem {
  return {
    line: 1,
    column: 1,
    path: [],
    value: undefined,
    problem: `this is not a valid configuration: ${reason}`,
    allowed: "a few levels of keys and lists, few aliases",
    fix: "begin with a copy of the example signin-alerts.yaml",
  };
}

/** Deeper than any configuration, and far from the depth at which a reader of YAML gives up. */
const deepest = 100;

/** Signs that begin a block within a block, at the beginning of a line. */
const blockSigns = /^[ \t]*(?:[-?:][ \t]+)*/;

/**
 * Whether a text is nested too deeply to be read: by brackets, or by indentation. Brackets in
 * quotes count as well; no configuration has that many.
 */
function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const sign of text) {
    if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth = Math.max(0, depth - 1);
    if (depth > deepest) return true;
  }
  return text
    .split("\n")
    .some((line) => (blockSigns.exec(line.slice(0, 10_000))?.[0].length ?? 0) > 4 * deepest);
}

function read(
  text: string,
  check: Check,
): { problems: readonly LocatedProblem[]; value?: unknown } {
  // Some regular expressions end the whole process where the stack of calls does.
  if (isTooDeep(text)) return { problems: [unreadable("it is nested too deeply")] };
  let source: YamlSource;
  let value: unknown;
  try {
    source = new YamlSource(text);
    // Aliases are followed only now.
    if (source.isReadable) value = source.value;
  } catch (error) {
    // The aliases of YAML would multiply.
    if (!(error instanceof ReferenceError)) throw error;
    return { problems: [unreadable(error.message)] };
  }
  const problems = findProblems(source, check);
  return problems.length > 0 ? { problems } : { problems, value };
}

const elsewhere = "name the file in SIGNIN_ALERTS_CONFIG, or write signin-alerts.yaml";

const reasons: Readonly<Record<string, readonly [problem: string, fix: string]>> = {
  ENOENT: ["the file does not exist", elsewhere],
  ENOTDIR: ["the file does not exist", elsewhere],
  EISDIR: ["this is a folder, not a file", elsewhere],
  EACCES: ["the file may not be read", "allow your user to read it"],
  ERR_ENCODING_INVALID_ENCODED_DATA: ["the file is not text in UTF-8", "save it as UTF-8"],
};

function codeOf(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
}

/**
 * Text of a file, without a byte order mark.
 * @throws ConfigurationFileError when it cannot be read.
 */
function readText(file: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const code = codeOf(error);
    const [problem, fix] = reasons[code] ?? [`the file cannot be read (${code})`, elsewhere];
    throw new ConfigurationFileError(file, [
      {
        line: 1,
        column: 1,
        path: [],
        value: file,
        problem,
        allowed: "a YAML file in UTF-8",
        fix,
      },
    ]);
  }
}

/**
 * Reads a configuration file and checks it.
 * @throws ConfigurationFileError with every problem of the file at once.
 */
export function readConfiguration(file: string, check: Check): SignInAlertsProps {
  const { problems, value } = read(readText(file), check);
  if (problems.length > 0) {
    const inOrder = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
    throw new ConfigurationFileError(file, inOrder);
  }
  return configurationSchema.parse(value) as SignInAlertsProps;
}
