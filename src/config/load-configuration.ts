import {
  checkConfiguration,
  type ConfigurationDraft,
  type Problem,
  type SignInAlertsProps,
} from "../stacks";
import { checkShape } from "./check-shape";
import { ConfigurationFileError, type LocatedProblem } from "./configuration-file-error";
import { readText } from "./read-text";
import type { RepairedConfiguration } from "../stacks/shape";
import { configurationSchema } from "../stacks/shape";
import { YamlSource } from "./yaml-source";

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
): readonly LocatedProblem[] {
  return checkConfiguration(configuration.value as ConfigurationDraft)
    .filter(({ path }) => !configuration.isUnknown(path))
    .map((problem) => {
      const path = configuration.asWritten(problem.path);
      return { ...problem, path, ...source.positionOf(path) };
    });
}

function findProblems(source: YamlSource): readonly LocatedProblem[] {
  if (!source.isReadable) return source.problems;
  const { value } = source;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return [...source.problems, { ...notAGroup(value), ...source.positionOf([]) }];
  }
  const { problems, configuration } = checkShape(source);
  return [...source.problems, ...problems, ...meaningProblems(source, configuration)];
}

/** The problem of a text that is too deep or too entangled to be read at all. */
function unreadable(error: unknown): LocatedProblem {
  return {
    line: 1,
    column: 1,
    path: [],
    value: undefined,
    problem: `this is no configuration: ${error instanceof Error ? error.message : String(error)}`,
    allowed: "a few levels of keys and lists, few aliases",
    fix: "begin with a copy of the example signin-alerts.yaml",
  };
}

function read(text: string): { problems: readonly LocatedProblem[]; value?: unknown } {
  try {
    const source = new YamlSource(text);
    const problems = findProblems(source);
    return problems.length > 0 ? { problems } : { problems, value: source.value };
  } catch (error) {
    // The stack of calls ends (RangeError), or the aliases of YAML would multiply (ReferenceError).
    if (!(error instanceof RangeError || error instanceof ReferenceError)) throw error;
    return { problems: [unreadable(error)] };
  }
}

/**
 * Reads a configuration file.
 * @throws ConfigurationFileError with every problem of the file at once.
 */
export function loadConfiguration(file: string): SignInAlertsProps {
  const { problems, value } = read(readText(file));
  if (problems.length > 0) {
    const inOrder = [...problems].sort((a, b) => a.line - b.line || a.column - b.column);
    throw new ConfigurationFileError(file, inOrder);
  }
  return configurationSchema.parse(value) as SignInAlertsProps;
}
