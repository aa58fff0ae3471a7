import { z } from "zod";
import { valueAt } from "../config/edit";
import { reason as reasonForm } from "../config/forms/kinds";
import { formatPath, formatValue, nearest, type ProblemPath } from "../config/problem";
import { readYaml } from "../config/read-yaml";
import {
  acceptableRules,
  findingRules,
  needsDetail,
  type Acceptance,
  type RuleId,
} from "../coverage";
import { readText, UnusableInputError } from "../json/read-json";
import type { Io } from "./io";

const entry = z.strictObject({
  rule: z.string(),
  resource: z.string().min(1).optional(),
  detail: z.string().min(1).optional(),
  reason: z.string().trim().min(1),
  until: z.string(),
});
const acceptFile = z.strictObject({ accept: z.array(entry) });

const form =
  "it must hold accept: a list of entries with rule, reason, until (YYYY-MM-DD in quotes or not), and resource, detail or both";

interface AcceptProblem {
  readonly path: ProblemPath;
  readonly problem: string;
}

function isRule(rule: string): rule is RuleId {
  return Object.hasOwn(findingRules, rule);
}

/** A day of the calendar, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
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

const vague =
  "a finding of this rule, or at no resource, is told from others by its detail alone; copy that of the finding, with * for any text";

type Issue = z.core.$ZodIssue;

/** What is wrong with the form of an entry, each problem with its place. */
function formProblems(issue: Issue, value: unknown): readonly AcceptProblem[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path, key],
      problem: `the key ${formatValue(key)} does not exist here`,
    }));
  }
  const found = valueAt(value, path);
  const name = formatPath(path) || "the file";
  if (found === undefined || found === null || issue.code === "too_small") {
    return [{ path, problem: `${name} is ${found === undefined ? "missing" : "empty"}` }];
  }
  const wanted =
    issue.code === "invalid_type" && issue.expected !== "string"
      ? `a ${issue.expected === "array" ? "list" : "group of keys"}`
      : "a text";
  return [{ path, problem: `${name} is not ${wanted}: ${formatValue(found)}` }];
}

function entryProblems(entries: readonly z.infer<typeof entry>[]): readonly AcceptProblem[] {
  return entries.flatMap(({ rule, resource, detail, reason, until }, index) => {
    const ofRule = ruleProblem(rule);
    const where = resource === undefined ? {} : { resource };
    const isVague = isRule(rule) && detail === undefined && needsDetail({ rule, ...where });
    return [
      ...(isVague
        ? [{ path: ["accept", index], problem: `accept[${index}].detail is missing: ${vague}` }]
        : []),
      ...(reasonForm.test(reason)
        ? []
        : [{ path: ["accept", index, "reason"], problem: `accept[${index}].reason is empty` }]),
      ...(ofRule === undefined ? [] : [{ path: ["accept", index, "rule"], problem: ofRule }]),
      ...(isDay(until)
        ? []
        : [
            {
              path: ["accept", index, "until"],
              problem: `until must be a day as YYYY-MM-DD, not ${until}`,
            },
          ]),
    ];
  });
}

function accepted(file: string): readonly Acceptance[] {
  const { source, value, unreadable } = readYaml(readText(file));
  const unusable = unreadable ?? source.problems;
  if (source === undefined || unusable.length > 0) {
    const problems = unusable.map(
      ({ line, problem, value: found, allowed, fix }) =>
        `line ${line}: ${problem}${found === undefined ? "" : ` (${formatValue(found)})`}; allowed: ${allowed}; ${fix}`,
    );
    throw new UnusableInputError(`${file}: ${problems.join("; ")}`);
  }
  const placed = (problems: readonly AcceptProblem[]) =>
    problems
      .map(({ path, problem }) => `line ${source.positionOfKey(path).line}: ${problem}`)
      .join("; ");
  const read = acceptFile.safeParse(value);
  if (!read.success) {
    const problems = read.error.issues.flatMap((issue) => formProblems(issue, value));
    throw new UnusableInputError(
      `${file} is not a list of accepted findings: ${placed(problems)}; ${form}`,
    );
  }
  const problems = entryProblems(read.data.accept);
  if (problems.length > 0) throw new UnusableInputError(`${file}: ${placed(problems)}`);
  return read.data.accept.flatMap(({ rule, resource, detail, ...others }) =>
    isRule(rule)
      ? [
          {
            rule,
            ...(resource !== undefined && { resource }),
            ...(detail !== undefined && { detail }),
            ...others,
          },
        ]
      : [],
  );
}

export const acceptHelp =
  "YAML or JSON file of findings that are accepted, each with rule, resource, detail, reason and until";
export const todayHelp = "day by which accepted findings are judged, YYYY-MM-DD (default: today)";

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
