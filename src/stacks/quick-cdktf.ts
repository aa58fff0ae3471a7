import { Tokenization } from "cdktf";
import { resolvedValue } from "./resolved-value";

/** Runs something with another way to resolve what constructs give to Terraform, of the same result. */
function resolvingQuickly(work: () => void): void {
  const before = Object.getOwnPropertyDescriptor(Tokenization, "resolve");
  const resolve = Tokenization.resolve.bind(Tokenization);
  Tokenization.resolve = (value: unknown, options) =>
    resolvedValue(value, (part) => resolve(part, options));
  try {
    work();
  } finally {
    if (before) Object.defineProperty(Tokenization, "resolve", before);
  }
}

/**
 * Runs something without three habits of cdktf that cost time or disturb: it keeps a stack trace of every
 * reference, which takes two thirds of the time and is not read; it looks four times for references in
 * values that hold none, which takes half of what is left; and it calls `util.isArray`, of which Node.js 22
 * and later warn. Errors that are thrown have their stack trace all the same.
 */
export function withQuickCdktf(work: () => void): void {
  const { noDeprecation } = process;
  const capture = Object.getOwnPropertyDescriptor(Error, "captureStackTrace");
  Error.captureStackTrace = () => undefined;
  process.noDeprecation = true;
  try {
    resolvingQuickly(work);
  } finally {
    if (capture) Object.defineProperty(Error, "captureStackTrace", capture);
    process.noDeprecation = noDeprecation ?? false;
  }
}
