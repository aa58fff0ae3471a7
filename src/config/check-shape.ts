import type { LocatedProblem } from "./configuration-file-error";
import { RepairedConfiguration } from "./repaired-configuration";
import { shapeProblems, type ShapeProblem } from "./shape-problems";
import type { YamlSource } from "./yaml-source";

/** A text that YAML took for a number or a boolean: the text as it was written is what was meant. */
function asText(problem: ShapeProblem, written: string | undefined): ShapeProblem {
  const { repair, value, path } = problem;
  const isText = "set" in repair && typeof repair.set === "string";
  if (
    !isText ||
    written === undefined ||
    typeof value === "string" ||
    path.at(-1) === "type" ||
    repair.set !== String(value)
  ) {
    return problem;
  }
  return {
    ...problem,
    value: written,
    problem: `this is not in quotes, so YAML reads the ${typeof value} ${String(value)}`,
    fix: /^(\d[\d.]*|[a-z]+)$/i.test(written)
      ? `write "${written}"`
      : "put the text that is meant in quotes",
    repair: { path, set: written },
    edits: [{ path, set: written }],
  };
}

/** A text that begins with #, which is a comment where it has no quotes. */
function asComment(problem: ShapeProblem, comment: string | undefined): ShapeProblem {
  if (problem.isAtKey !== true || comment === undefined) return problem;
  const fix = `# begins a comment: put the text in quotes, "#${comment}", if it was meant`;
  return { ...problem, fix };
}

/** Repairs reveal what they hid, such as the keys of a section under a misspelled key. */
const mostRounds = 10;

/**
 * Finds what is wrong with the shape of a configuration, and repairs it as far as its meaning is
 * plain, so that the meaning of everything can be checked in the same run.
 */
export function checkShape(source: YamlSource): {
  readonly problems: readonly LocatedProblem[];
  readonly configuration: RepairedConfiguration;
} {
  const configuration = new RepairedConfiguration(source.value);
  const problems: LocatedProblem[] = [];
  for (let round = 0; round < mostRounds; round++) {
    const found = shapeProblems(configuration.value).filter(
      ({ path }) => !configuration.isUnknown(path),
    );
    if (found.length === 0) break;
    // A misspelled key comes first: once it is taken for the right one, that one is not missing.
    const ofKeys = found.filter(({ isOfKey }) => isOfKey === true);
    for (const each of ofKeys.length > 0 ? ofKeys : found) {
      const path = configuration.asWritten(each.path);
      const { repair, isOfKey, isAtKey, ...problem } = asComment(
        asText(each, source.written(path)),
        source.commentAt(path),
      );
      const position =
        isOfKey === true || isAtKey === true ? source.positionOfKey(path) : source.positionOf(path);
      problems.push({ ...configuration.problemAsWritten(problem), ...position });
      configuration.apply(repair);
    }
  }
  return { problems, configuration };
}
