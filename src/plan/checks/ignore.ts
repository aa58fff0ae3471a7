import type { Problem, ProblemPath } from "../../config/problem";
import { selectedAccounts } from "../selectors";
import type { Check, Checked } from "./checked";

/** Years ahead that an entry may last. */
const mostYears = 3;

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function checkUntil(path: ProblemPath, value: string | undefined, today: Date): readonly Problem[] {
  if (value === undefined) return [];
  const last = new Date(today);
  last.setUTCFullYear(today.getUTCFullYear() + mostYears);
  if (value > dayOf(last)) {
    return [
      {
        path,
        value,
        problem: `this is more than ${mostYears} years ahead, too late for the entry to be reviewed`,
        allowed: `a day until ${dayOf(last)}`,
        fix: "choose a nearer day",
      },
    ];
  }
  if (value >= dayOf(today)) return [];
  return [
    {
      path,
      value,
      problem: "this day is over: what was ignored must raise alerts again, or be reviewed",
      allowed: "a day such as 2027-06-30",
      fix: "remove the entry, or give it a new day and a reason",
      edits: [{ path: path.slice(0, -1), remove: true }],
    },
  ];
}

type Entry = NonNullable<NonNullable<Checked["draft"]["ignore"]>[number]>;

/** Every user, every session of every role, or every federated user. */
const everybody = /^arn:[^:]+:(?:iam|sts)::\*+:[a-z-]+\/[*/]+$/;

/** Whether an entry is limited to some sign-ins of an account. */
function limitsEvents({
  principalArn,
  principalArns = [],
  sourceCidr,
  sourceCidrs,
}: Entry): boolean {
  if (sourceCidr !== undefined || sourceCidrs !== undefined) return true;
  const arns = principalArn === undefined ? principalArns : [...principalArns, principalArn];
  // What could not be read may be anybody.
  return arns.length > 0 && !arns.some((arn) => arn !== undefined && everybody.test(arn));
}

/** An entry that would leave nothing of the kinds it is about. */
function checkReach(
  path: ProblemPath,
  { accounts: selectors, reason, ...entry }: Entry,
  { plan: { accounts }, knows }: Checked,
): readonly Problem[] {
  const isLimited = limitsEvents(entry);
  const suppresses = (problem: string, allowed: string): readonly Problem[] => [
    {
      path,
      value: reason,
      problem: `this would suppress whole kinds${problem}`,
      allowed,
      fix: "set whose sign-ins, or where from, or switch the kinds off",
    },
  ];
  if (selectors === undefined) {
    return isLimited ? [] : suppresses("", "an entry with principalArns, sourceCidrs or accounts");
  }
  const known = selectors.filter((selector) => selector !== undefined);
  if (!knows("accounts") || known.length < selectors.length) return [];
  const chosen = selectedAccounts(known, accounts);
  return chosen.length < accounts.length || isLimited
    ? []
    : suppresses(": it is about every account", "some accounts");
}

/** What is ignored on purpose: never a whole kind, never for good. */
const checkIgnore: Check = (checked) =>
  (checked.draft.ignore ?? []).flatMap((entry, i) => {
    if (entry === undefined) return [];
    const path = ["ignore", i];
    return [
      ...checkReach(path, entry, checked),
      ...checkUntil([...path, "until"], entry.until, checked.today),
    ];
  });

/** What is ignored on purpose. */
export const ignoreChecks: readonly Check[] = [checkIgnore];
