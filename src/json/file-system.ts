import { readdirSync } from "node:fs";
import { shownName } from "./printed";
import { UnusableInputError } from "./unusable-input";

const reasons: Readonly<Record<string, readonly [reason: string, fix: string]>> = {
  EACCES: ["permission is denied", "allow your user to write there"],
  EPERM: ["permission is denied", "allow your user to write there"],
  EROFS: ["the file system is read-only", "mount it so that it can be written"],
  ENOSPC: ["the disk is full", "free some space"],
  EDQUOT: ["your quota of the disk is used up", "free some space"],
  EBUSY: ["another program uses it", "end that program"],
  ENOTEMPTY: ["another program writes to it", "end that program"],
  EEXIST: ["it exists already", "choose another place"],
  ENOENT: ["the folder that it belongs to does not exist", "create that folder"],
  ENOTDIR: ["a file stands where a folder should", "remove that file"],
  ENAMETOOLONG: ["its path is too long", "choose a shorter one"],
  ERR_INVALID_ARG_VALUE: ["its name has a sign that no file may have", "check its name"],
};

/** The same of what is only read. */
const reasonsOfReading: typeof reasons = {
  EACCES: ["permission is denied", "allow your user to read it"],
  EPERM: ["permission is denied", "allow your user to read it"],
  ENOENT: ["it does not exist", "check its name"],
  EISDIR: ["it is a folder", "name a file"],
  ELOOP: ["links lead in a circle", "name the file itself"],
};

const invalidName = "ERR_INVALID_ARG_VALUE";

/** Whether the file system refused something; any other error is a bug. */
export function isRefusal(error: unknown): error is NodeJS.ErrnoException {
  if (!(error instanceof Error) || !("code" in error)) return false;
  // Node.js refuses names with NUL itself.
  return "syscall" in error || (error.code === invalidName && /null bytes/u.test(error.message));
}

/**
 * Why the file system refused, and what to do, after the name of the place.
 * @param what - a participle: written, removed
 * @throws the error itself, where it is a bug
 */
export function refused(what: string, error: unknown): string {
  if (!isRefusal(error)) throw error;
  const code = String(error.code);
  const own = what === "read" ? reasonsOfReading[code] : undefined;
  const [reason, fix] = own ??
    reasons[code] ?? ["the operating system refuses", "see what it says"];
  return `cannot be ${what}: ${reason} (${code}); ${fix}`;
}

/** As {@link refused}, with the name of the place. */
export function refusal(place: string, what: string, error: unknown): string {
  return `${shownName(place)} ${refused(what, error)}`;
}

/**
 * What `work` gives.
 * @param what - a participle: read, written
 * @throws UnusableInputError where the file system refuses
 */
export function orUnusable<T>(place: string, what: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UnusableInputError(refusal(place, what, error));
  }
}

/**
 * The names of what is in a folder.
 * @throws UnusableInputError where it cannot be read, or goes while it is
 */
export function namesIn(folder: string): readonly string[] {
  return orUnusable(folder, "read", () => readdirSync(folder));
}
