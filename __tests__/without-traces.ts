// cdktf keeps the whole stack trace of every reference that it makes, which Jest maps to the sources
// frame by frame: most of the time of a synthesis, and they are not read. It alone asks for all frames.
const capture = Error.captureStackTrace.bind(Error);

Error.captureStackTrace = (holder, below) => {
  if (Error.stackTraceLimit < Number.MAX_SAFE_INTEGER) capture(holder, below);
};
