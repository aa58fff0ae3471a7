/** A CloudFormation template, or a part of one, that is not analyzed. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";

  /** @param problems - each begins with where in the template it is */
  constructor(readonly problems: readonly string[]) {
    super(problems.join("; "));
  }
}

/** @throws TemplateError */
export function refuseTemplate(path: string, why: string): never {
  throw new TemplateError([`${path}: ${why}`]);
}

/** What a function returns for each entry. @throws TemplateError with the problems of all entries */
export function forAll<Entry, Result>(
  entries: readonly Entry[],
  read: (entry: Entry) => Result,
): readonly Result[] {
  const problems: string[] = [];
  const results = entries.flatMap((entry) => {
    try {
      return [read(entry)];
    } catch (error) {
      if (!(error instanceof TemplateError)) throw error;
      problems.push(...error.problems);
      return [];
    }
  });
  if (problems.length > 0) throw new TemplateError([...new Set(problems)]);
  return results;
}
