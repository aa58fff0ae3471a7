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

/** Keys that each limit an entry to some sign-ins of an account. */
const limits = ["principalArn", "principalArns", "sourceCidr", "sourceCidrs"] as const;

/** An entry that would leave nothing of the kinds it is about. */
function checkReach(
  path: ProblemPath,
  { accounts: selectors, reason, ...entry }: Entry,
  { plan: { accounts }, knows }: Checked,
): readonly Problem[] {
  const isLimited = limits.some((key) => entry[key] !== undefined);
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
