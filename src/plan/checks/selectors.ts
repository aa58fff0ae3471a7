import { isAccountId } from "../../aws/organizations";
import { firstIndexes, listed } from "../../config/lists";
import { nearest, type Problem, type ProblemPath } from "../../config/problem";
import { acceptablePlaces } from "../not-routed";
import { selectedAccounts, type Selectable } from "../selectors";
import type { Check } from "./checked";

type Selectors = readonly (string | undefined)[] | undefined;

/** Names that mean one account, and tags; ids are too alike to be guessed. */
function likelySelectors(accounts: readonly Selectable[]): readonly string[] {
  const names = accounts.map(({ name }) => name);
  const firsts = firstIndexes(names);
  const repeated = new Set(names.filter((_, i) => firsts[i] !== i));
  const tags = accounts.flatMap((account) => Object.entries(account.tags ?? {}));
  return [
    ...names.filter((name) => !repeated.has(name) && !isAccountId(name) && !/[*=]/.test(name)),
    ...new Set(tags.map((pair) => pair.join("="))),
  ];
}

/** Selectors that mean no account of the list. */
function unmeant(path: ProblemPath, selectors: Selectors, accounts: readonly Selectable[]) {
  return (selectors ?? []).flatMap((value, i): readonly Problem[] => {
    if (value === undefined || selectedAccounts([value], accounts).length > 0) return [];
    const meant = nearest(value, likelySelectors(accounts));
    // Two entries that mean the same are a repetition.
    const proposed = meant !== undefined && selectors?.includes(meant) !== true ? meant : undefined;
    return [
      {
        path: [...path, i],
        value,
        problem: "this matches no account of the list",
        allowed: `an id, a name, a name with *, or a tag: ${listed(accounts.map(({ id, name }) => `${name} (${id})`))}`,
        ...(proposed === undefined
          ? { fix: "correct it, or add the account under accounts" }
          : {
              fix: `did you mean ${proposed}? Else add the account under accounts`,
              edits: [{ path: [...path, i], set: proposed }],
            }),
      },
    ];
  });
}

/** Names in full that several accounts have: whoever writes one means one. */
function ambiguous(path: ProblemPath, selectors: Selectors, accounts: readonly Selectable[]) {
  return (selectors ?? []).flatMap((value, i): readonly Problem[] => {
    if (value === undefined || isAccountId(value) || /[*=]/.test(value)) return [];
    const ids = selectedAccounts([value], accounts);
    if (ids.length < 2) return [];
    const set = [...new Set(selectors?.flatMap((each, at) => (at === i ? ids : (each ?? []))))];
    return [
      {
        path: [...path, i],
        value,
        problem: `${ids.length} accounts have this name: it is not clear which is meant`,
        allowed: `ids: ${listed(ids)}`,
        fix: `write the id of the one that is meant, or all: ${listed(ids)}`,
        edits: [{ path, set }],
      },
    ];
  });
}

/** Accounts that routes, ignored events and notifications name: each there, and only once. */
const checkSelectors: Check = ({ draft, plan, knows }) => {
  if (!knows("accounts")) return [];
  const { routes = [], ignore = [], acceptUnrouted = [], userNotifications } = draft;
  const { accounts } = plan;
  const lists = [
    ...routes.map((route, i) => [["routes", i, "accounts"], route?.accounts] as const),
    ...routes.map((route, i) => [["routes", i, "exceptAccounts"], route?.exceptAccounts] as const),
    ...ignore.map((entry, i) => [["ignore", i, "accounts"], entry?.accounts] as const),
  ];
  const own = accounts.filter(({ coveredBy }) => coveredBy.type === "stack");
  return [
    ...(knows("rollout") ? acceptUnrouted : []).flatMap((entry, i) => {
      const path = ["acceptUnrouted", i, "accounts"];
      return [
        ...unmeant(path, entry?.accounts, acceptablePlaces(plan)),
        ...ambiguous(path, entry?.accounts, accounts),
      ];
    }),
    ...lists.flatMap(([path, selectors]) => [
      ...unmeant(path, selectors, accounts),
      ...ambiguous(path, selectors, accounts),
    ]),
    ...ambiguous(["userNotifications", "accounts"], userNotifications?.accounts, own),
  ];
};

/** Routes that leave out every account they are of. Accounts of a unit that are not listed are of no name. */
const checkLeftOut: Check = ({ draft: { routes = [] }, plan, knows }) => {
  if (!knows("accounts", "rollout")) return [];
  return routes.flatMap((route, i): readonly Problem[] => {
    const { accounts = ["*"], exceptAccounts = [] } = route ?? {};
    const isOpen = route?.accounts === undefined && plan.stackSet !== undefined;
    const selectors = exceptAccounts.filter((each) => each !== undefined);
    if (isOpen || selectors.length === 0 || selectors.length < exceptAccounts.length) return [];
    const out = selectedAccounts(selectors, plan.accounts);
    const from = accounts.flatMap((each) => (each === undefined ? [] : each));
    const selected = selectedAccounts(from, plan.accounts);
    if (selected.length === 0 || selected.some((id) => !out.includes(id))) return [];
    const path = ["routes", i, "exceptAccounts"];
    return [
      {
        path,
        value: selectors.join(", "),
        problem: "this route can never receive anything: every account of it is left out",
        allowed: "some of its accounts",
        fix: "remove the key, or leave fewer out",
        edits: [{ path, remove: true }],
      },
    ];
  });
};

/** Accounts that are selected by id, name or tag. */
export const selectorChecks: readonly Check[] = [checkSelectors, checkLeftOut];
