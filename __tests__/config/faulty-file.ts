import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  ConfigurationFileError,
  type LocatedProblem,
  formatPath,
  loadConfiguration,
} from "../../src/stacks";

/** The checked-in example, a sound configuration. */
export const example = readFileSync(join(__dirname, "../../signin-alerts.yaml"), "utf8");

/** What a file is expected to be told of. */
export interface Mistake {
  /** Completes "fails …". */
  readonly name: string;
  /** Text of the example to replace; without it `write` is added at the end. */
  readonly replace?: string;
  readonly write: string;
  readonly path: string;
  /** The text at whose first occurrence the problem is expected. */
  readonly at: string;
  readonly says: RegExp;
  readonly fix: RegExp;
}

/** The example with a mistake in it. */
export function withMistake({ replace, write }: Pick<Mistake, "replace" | "write">): string {
  if (replace === undefined) return `${example}\n${write}\n`;
  if (!example.includes(replace)) throw new Error(`the example does not contain ${replace}`);
  return example.replace(replace, () => write);
}

/** What is wrong with a configuration file of this content; anything but its own error is thrown. */
export function problemsOf(content: string | Buffer): readonly LocatedProblem[] {
  const folder = mkdtempSync(join(tmpdir(), "signin-alerts-"));
  const file = join(folder, "signin-alerts.yaml");
  try {
    writeFileSync(file, content);
    loadConfiguration(file);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationFileError)) throw error;
    return error.problems;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Asserts that the mistake is told of at its place, with its words and its fix. */
export function expectMistake(mistake: Mistake): void {
  const text = withMistake(mistake);
  const before = text.slice(0, text.indexOf(mistake.at)).split("\n");
  const problems = problemsOf(text).filter(
    ({ path, problem }) => formatPath(path) === mistake.path && mistake.says.test(problem),
  );
  expect(problems).toEqual([
    expect.objectContaining({
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      fix: expect.stringMatching(mistake.fix) as string,
      allowed: expect.stringMatching(/./) as string,
    }),
  ]);
}
