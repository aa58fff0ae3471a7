import { readFileSync } from "node:fs";
import { isJsonObject } from "../json/value";
import { checkShape } from "./check-shape";
import type { ConfigurationDraft } from "./draft";
import { ConfigurationFileError, type LocatedProblem } from "./configuration-file-error";
import { namesAt } from "./keys/key-at";
import { nearest, type Problem } from "./problem";
import type { SignInAlertsProps } from "./props";
import { configurationSchema } from "./schema";
import type { RepairedConfiguration } from "./repaired-configuration";
import { readYaml } from "./read-yaml";
import type { YamlSource } from "./yaml-source";

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

const topLevel = namesAt([], {});

/** Whether no key of a file is one of a configuration, or like one: it is of another program. */
function isForeign(value: object): boolean {
  const keys = Object.keys(value);
  return keys.length > 0 && !keys.some((key) => nearest(key, topLevel) !== undefined);
}

function foreign(value: object): Problem {
  const keys = Object.keys(value);
  return {
    path: [],
    value: keys.slice(0, 5),
    problem: "none of these keys is one of this configuration: the file is of another program",
    allowed: "the keys organization, hub, accounts, recipients and more",
    fix: "name the right file, or begin with a copy of the example signin-alerts.yaml",
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
  if (isForeign(value))
    return [...source.problems, { ...foreign(value), ...source.positionOf([]) }];
  const { problems, configuration } = checkShape(source);
  return [...source.problems, ...problems, ...meaningProblems(source, configuration, check)];
}

function read(
  text: string,
  check: Check,
): { problems: readonly LocatedProblem[]; value?: unknown } {
  const { source, value, unreadable } = readYaml(text);
  if (source === undefined) return { problems: unreadable };
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
 * Reads the text of a configuration file and checks it.
 * @param file - what the file is called in messages
 * @throws ConfigurationFileError with every problem of the text at once.
 */
export function readConfigurationText(file: string, text: string, check: Check): SignInAlertsProps {
  const { problems, value } = read(text, check);
  if (problems.length > 0) {
    const inOrder = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
    throw new ConfigurationFileError(file, inOrder);
  }
  return configurationSchema.parse(value) as SignInAlertsProps;
}

/**
 * Reads a configuration file and checks it.
 * @throws ConfigurationFileError with every problem of the file at once.
 */
export function readConfiguration(file: string, check: Check): SignInAlertsProps {
  return readConfigurationText(file, readText(file), check);
}
