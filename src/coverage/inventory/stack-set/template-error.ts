/** A CloudFormation template, or a part of one, that this reader does not understand. */
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
