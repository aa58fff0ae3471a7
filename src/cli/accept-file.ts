import { parseDocument } from "yaml";
import { z } from "zod";
import { nearest } from "../config/problem";
import { acceptableRules, findingRules, type Acceptance, type RuleId } from "../coverage";
import { readText, UnusableInputError } from "../json/read-json";
import type { Io } from "./io";

const entry = z.strictObject({
  rule: z.string(),
  resource: z.string().min(1).optional(),
  reason: z.string().trim().min(1),
  until: z.string(),
});
const acceptFile = z.strictObject({ accept: z.array(entry) });

const form =
  "it must hold accept: a list of entries with rule, reason, until (YYYY-MM-DD in quotes or not) and perhaps resource";

function isRule(rule: string): rule is RuleId {
  return Object.hasOwn(findingRules, rule);
}

/** A day of the calendar, as `YYYY-MM-DD`. */
function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function ruleProblem(rule: string): string | undefined {
  if (!isRule(rule)) {
    const meant = nearest(rule, Object.keys(findingRules));
    return `the rule ${rule} does not exist${meant ? `; did you mean ${meant}?` : ""}`;
  }
  if (acceptableRules.includes(rule)) return undefined;
  return `findings of ${rule} cannot be accepted: an alert may be lost. Those that can: ${acceptableRules.join(", ")}`;
}

/** @throws UnusableInputError */
function readYaml(file: string): unknown {
  const document = parseDocument(readText(file), { schema: "core" });
  try {
    const [error] = document.errors;
    if (error) throw error;
    // Throws for an alias without an anchor, and for too many of them.
    return document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UnusableInputError(`${file} is not valid YAML: ${message}`);
  }
}

function accepted(file: string): readonly Acceptance[] {
  const read = acceptFile.safeParse(readYaml(file));
  if (!read.success) {
    const places = read.error.issues.map(({ path, message }) =>
      `${path.join(".")} ${message}`.trim(),
    );
    throw new UnusableInputError(
      `${file} is not a list of accepted findings: ${form}; ${places.join("; ")}`,
    );
  }
  const problems = read.data.accept.flatMap(({ rule, until }, index) => {
    const found = [
      ruleProblem(rule),
      isDay(until) ? undefined : `until must be a day as YYYY-MM-DD, not ${until}`,
    ];
    return found.flatMap((problem) =>
      problem === undefined ? [] : [`accept.${index}: ${problem}`],
    );
  });
  if (problems.length > 0) throw new UnusableInputError(`${file}: ${problems.join("; ")}`);
  return read.data.accept.flatMap(({ rule, resource, ...others }) =>
    isRule(rule) ? [{ rule, ...(resource !== undefined && { resource }), ...others }] : [],
  );
}

export const acceptHelp =
  "YAML or JSON file of findings that are accepted, each with rule, resource, reason and until";
export const todayHelp = "day for which accepted findings are asked, YYYY-MM-DD (default: today)";

/** Options of the commands that take accepted findings. */
export interface AcceptOptions {
  readonly accept?: string;
  readonly today?: string;
}

/** Accepted findings and the day for which they are asked. */
export interface AcceptedUntil {
  readonly acceptances: readonly Acceptance[];
  readonly today: string;
}

/** What `--accept` and `--today` say. @throws UnusableInputError */
export function acceptancesIn({ accept, today }: AcceptOptions, { now }: Io): AcceptedUntil {
  if (today !== undefined && !isDay(today)) {
    throw new UnusableInputError(`--today must be a day as YYYY-MM-DD, not ${today}`);
  }
  return {
    acceptances: accept === undefined ? [] : accepted(accept),
    today: today ?? new Date(now()).toISOString().slice(0, 10),
  };
}
