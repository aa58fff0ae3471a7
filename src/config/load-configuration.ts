import { readFileSync } from "node:fs";
import { checkConfiguration, type Problem, type SignInAlertsProps } from "../stacks";
import { ConfigurationFileError, type LocatedProblem } from "./configuration-file-error";
import { configurationSchema } from "./schema";
import { shapeProblems } from "./shape-problems";
import { YamlSource } from "./yaml-source";

function readText(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new ConfigurationFileError(file, [
      {
        line: 1,
        column: 1,
        path: [],
        value: file,
        problem: `the file cannot be read: ${error instanceof Error ? error.message : String(error)}`,
        allowed: "a YAML file",
        fix: "name the file in SIGNIN_ALERTS_CONFIG, or write signin-alerts.yaml",
      },
    ]);
  }
}

/** A text that YAML took for a number: the words for it, and the text as it was written. */
function unquoted(source: YamlSource, problem: Problem): Problem {
  const written = source.written(problem.path);
  if (typeof problem.value !== "number" || written === undefined) return problem;
  return {
    ...problem,
    value: written,
    problem: `${String(problem.path.at(-1))} is not in quotes, so YAML reads the number ${String(problem.value)}`,
    allowed: "a text in quotes",
    fix: `write "${written}"`,
  };
}

/** The configuration less the sections whose shape is wrong: what can be checked further. */
function soundSections(
  value: Readonly<Record<string, unknown>>,
  problems: readonly Problem[],
): Partial<SignInAlertsProps> {
  const unsound = new Set(problems.map(({ path }) => path[0]));
  return Object.fromEntries(Object.entries(value).filter(([section]) => !unsound.has(section)));
}

function located(source: YamlSource, problems: readonly Problem[]): readonly LocatedProblem[] {
  return problems
    .map((problem) => ({ ...problem, ...source.positionOf(problem.path) }))
    .sort((a, b) => a.line - b.line || a.column - b.column);
}

/**
 * Reads a configuration file.
 * @throws ConfigurationFileError with every problem of the file at once.
 */
export function loadConfiguration(file: string): SignInAlertsProps {
  const source = new YamlSource(readText(file));
  if (source.syntaxProblems.length > 0) {
    throw new ConfigurationFileError(file, source.syntaxProblems);
  }
  const { value } = source;
  const shape = shapeProblems(value).map((problem) => unquoted(source, problem));
  const meaning =
    typeof value === "object" && value !== null
      ? checkConfiguration(soundSections(value as Record<string, unknown>, shape))
      : [];
  const problems = [...shape, ...meaning];
  if (problems.length > 0) throw new ConfigurationFileError(file, located(source, problems));
  return configurationSchema.parse(value) as SignInAlertsProps;
}
