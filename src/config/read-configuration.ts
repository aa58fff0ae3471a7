import { isJsonObject } from "../json/value";
import { checkShape } from "./check-shape";
import type { ConfigurationDraft } from "./draft";
import { ConfigurationFileError, type LocatedProblem } from "./configuration-file-error";
import { isTooDeep } from "./nesting";
import type { Problem } from "./problem";
import type { SignInAlertsProps } from "./props";
import { readText } from "./read-text";
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
