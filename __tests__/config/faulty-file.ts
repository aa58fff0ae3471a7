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

/** A fault of a file, and the problem that is expected of it. */
export interface ExpectedProblem {
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

/** The example with a problem in it. */
export function withProblem({
  replace,
  write,
}: Pick<ExpectedProblem, "replace" | "write">): string {
  if (replace === undefined) return `${example}\n${write}\n`;
  if (!example.includes(replace)) throw new Error(`the example does not contain ${replace}`);
  return example.replace(replace, () => write);
}

/** The error of a configuration file of this content, if any; anything else is thrown. */
function errorOf(content: string | Buffer): ConfigurationFileError | undefined {
  const folder = mkdtempSync(join(tmpdir(), "signin-alerts-"));
  const file = join(folder, "signin-alerts.yaml");
  try {
    writeFileSync(file, content);
    loadConfiguration(file);
    return undefined;
  } catch (error) {
    if (!(error instanceof ConfigurationFileError)) throw error;
    return error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is wrong with a configuration file of this content. */
export function problemsOf(content: string | Buffer): readonly LocatedProblem[] {
  return errorOf(content)?.problems ?? [];
}

/** What the error of a configuration file of this content says; empty without one. */
export function messageOf(content: string | Buffer): string {
  return errorOf(content)?.message ?? "";
}

/** Asserts that the problem is reported at its place, with its words and its fix. */
export function expectProblem(expected: ExpectedProblem): void {
  const text = withProblem(expected);
  const before = text.slice(0, text.indexOf(expected.at)).split("\n");
  const problems = problemsOf(text).filter(
    ({ path, problem }) => formatPath(path) === expected.path && expected.says.test(problem),
  );
  expect(problems).toEqual([
    expect.objectContaining({
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      fix: expect.stringMatching(expected.fix) as string,
      allowed: expect.stringMatching(/./) as string,
    }),
  ]);
}
