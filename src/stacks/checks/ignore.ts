import { addressPrefixes } from "../../aws/ipv4-block";
import { catalog } from "../../catalog";
import { isRootKind, saysNobody } from "../../plan/ignored";
import { nearest, type Problem, type ProblemPath } from "../../config/problem";
import type { Account, Ignore } from "../../config/props";
import { selectedAccounts } from "../../plan/selectors";
import type { ConfigurationDraft, Draft } from "../../config/checks/draft";

type Entry = Draft<Ignore>;

const ignorable = catalog
  .filter((kind) => !isRootKind(kind) && !saysNobody(kind))
  .map(({ name }) => name);

/** Why a kind that there is cannot be ignored; undefined where there is none of this name. */
function reasonOf(value: string): string | undefined {
  const kind = catalog.find(({ name }) => name === value);
  if (kind === undefined) return undefined;
  return isRootKind(kind)
    ? "what root does is never ignored"
    : "events of this kind do not say who acted, so it may be root, which is never ignored";
}

function checkKinds(path: ProblemPath, { kinds = [] }: Entry): readonly Problem[] {
  return kinds.flatMap((value, i) => {
    if (value === undefined || ignorable.includes(value)) return [];
    const reason = reasonOf(value);
    const meant = nearest(value, ignorable);
    return [
      {
        path: [...path, "kinds", i],
        value,
        problem: reason ?? "there is no alert kind of this name",
        allowed: ignorable.join(", "),
        fix:
          meant === undefined || reason !== undefined
            ? "remove the entry"
            : `did you mean ${meant}?`,
      },
    ];
  });
}

/** Years ahead that an entry may last. */
const mostYears = 3;

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !isNaN(date.getTime()) && dayOf(date) === text;
}

function checkUntil(path: ProblemPath, value: string | undefined, today: Date): readonly Problem[] {
  if (value === undefined) return [];
  const common = { path: [...path, "until"], value, allowed: "a day such as 2027-06-30" };
  if (!isDay(value)) {
    return [{ ...common, problem: "this is no day", fix: "write year, month and day" }];
  }
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

/** A partition and an account that there may be, and an ARN that goes on after the sort of principal. */
const principalForm = /^arn:aws(-[a-z-]+)?:(iam|sts)::(\d{12}|\d*\*[\d*]*):[^*:]+\/./;

function checkPrincipal(path: ProblemPath, value: string | undefined): readonly Problem[] {
  if (value === undefined) return [];
  if (principalForm.test(value) && !/[${}"\\]|\*\*/.test(value)) return [];
  return [
    {
      path: [...path, "principalArn"],
      value,
      problem: "this is no ARN of a user, a role or a role's session, or it means everybody",
      allowed:
        "such as arn:aws:sts::*:assumed-role/deployer/* or arn:aws:iam::111111111111:user/robot",
      fix: "copy the ARN from an alert, and put * where it varies",
    },
  ];
}

function checkCidr(path: ProblemPath, value: string | undefined): readonly Problem[] {
  if (value === undefined || addressPrefixes(value) !== undefined) return [];
  return [
    {
      path: [...path, "sourceCidr"],
      value,
      problem: value.includes(":")
        ? "EventBridge can leave out IPv4 blocks only: an IPv6 address has many spellings"
        : "this is no IPv4 block, or bits behind its length are set",
      allowed: "an address and a length of 8 to 32, such as 203.0.113.0/24",
      fix: "correct the block",
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
  today = new Date(),
): readonly Problem[] {
  return ignore.flatMap((entry, i) => {
    if (entry === undefined) return [];
    const path = ["ignore", i];
    const noReason =
      entry.reason?.trim() === ""
        ? [
            {
              path: [...path, "reason"],
              value: entry.reason,
              problem: "nobody would know why this is ignored",
              allowed: "a few words",
              fix: "say why",
            },
          ]
        : [];
    return [
      ...checkReach(path, entry, accounts),
      ...checkPrincipal(path, entry.principalArn),
      ...checkCidr(path, entry.sourceCidr),
      ...checkKinds(path, entry),
      ...checkUntil(path, entry.until, today),
      ...noReason,
    ];
  });
}
