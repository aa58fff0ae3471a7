import type { ConfigurationDraft, Draft } from "../../config/draft";
import type { Problem, ProblemPath } from "../../config/problem";
import type { Account, Ignore } from "../../config/props";
import { selectedAccounts } from "../../plan/selectors";

type Entry = Draft<Ignore>;

/** Years ahead that an entry may last. */
const mostYears = 3;

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function checkUntil(path: ProblemPath, value: string | undefined, today: Date): readonly Problem[] {
  if (value === undefined) return [];
  const common = { path: [...path, "until"], value, allowed: "a day such as 2027-06-30" };
  const last = new Date(today);
  last.setUTCFullYear(today.getUTCFullYear() + mostYears);
  if (value > dayOf(last)) {
    return [
      {
        ...common,
        problem: `this is more than ${mostYears} years ahead: nobody would look at the entry again`,
        allowed: `a day until ${dayOf(last)}`,
        fix: "choose a nearer day",
      },
    ];
  }
  if (value >= dayOf(today)) return [];
  return [
    {
      ...common,
      problem: "this day is over: what was ignored must be told again, or be looked at once more",
      fix: "remove the entry, or give it a new day and say why",
    },
  ];
}

/** An entry that would leave nothing of the kinds it is about. */
function checkReach(
  path: ProblemPath,
  entry: Entry,
  accounts: ConfigurationDraft["accounts"] = [],
): readonly Problem[] {
  const { principalArn, sourceCidr } = entry;
  const value = entry.accounts;
  const common = {
    path,
    value: entry.reason,
    fix: "say whose sign-ins, or where from, or switch the kinds off",
  };
  if (principalArn === undefined && sourceCidr === undefined && value === undefined) {
    return [
      {
        ...common,
        problem: "this would swallow whole kinds",
        allowed: "an entry with principalArn, sourceCidr or accounts",
      },
    ];
  }
  const known = accounts.filter(
    (account) => account?.id !== undefined && account.name !== undefined,
  );
  if (value === undefined || known.length < accounts.length || value.includes(undefined)) return [];
  const chosen = selectedAccounts(value as readonly string[], known as readonly Account[]);
  if (chosen.length === 0) {
    return [
      {
        path: [...path, "accounts"],
        value,
        problem: "no account of the list is meant by this",
        allowed: "ids, names, names with *, or tags of accounts in the list",
        fix: "correct it",
      },
    ];
  }
  if (chosen.length < known.length || principalArn !== undefined || sourceCidr !== undefined) {
    return [];
  }
  return [
    {
      ...common,
      problem: "this would swallow whole kinds: it is about every account",
      allowed: "some accounts",
    },
  ];
}

/** What is ignored on purpose: never root, never a whole kind, never for good. */
export function checkIgnore(
  { ignore = [], accounts }: ConfigurationDraft,
  today: Date,
): readonly Problem[] {
  return ignore.flatMap((entry, i) => {
    if (entry === undefined) return [];
    const path = ["ignore", i];
    return [...checkReach(path, entry, accounts), ...checkUntil(path, entry.until, today)];
  });
}
