import { hasWildcards, MOST_WILDCARD_RULES } from "../../aws/eventbridge";
import { removal } from "../../config/edit";
import type { Problem } from "../../config/problem";
import { kindsWith, type IgnoredEvents, type Watch } from "../../catalog";
import type { Plan } from "../resolve";
import { resolveRules, type RulePlan } from "../routes";
import type { Check, Checked } from "./checked";

/**
 * Rules that an event bus holds by default; fewer in some regions.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
function mostRules(region: string): number {
  return region === "af-south-1" || region === "eu-south-1" ? 100 : 300;
}

/** The rules as they would be with other entries of `ignore`. */
function rulesIgnoring(
  { plan: { hub, namePrefix } }: Checked,
  ignored: readonly IgnoredEvents[],
): readonly RulePlan[] {
  return resolveRules(hub.routes, namePrefix, ignored);
}

/** The rules as they would be with other watches. */
function rulesWatching(
  { plan: { hub, namePrefix } }: Checked,
  watches: readonly Watch[],
): readonly RulePlan[] {
  const kinds = new Map(kindsWith(watches).map((kind) => [kind.name, kind]));
  const routes = hub.routes.map((route) => ({
    ...route,
    kinds: route.kinds.flatMap((kind) => {
      const found = kinds.get(kind.name);
      return found ? [{ ...kind, watched: found.watched ?? [] }] : [];
    }),
  }));
  return resolveRules(routes, namePrefix, hub.ignored);
}

/**
 * Where a list begins to be at fault: the entry with which those before it are, though not without it.
 * Undefined where the list does not matter. Rules of a long list take their time: halves are tried.
 */
function whereFaultBegins<T>(
  list: readonly T[],
  isFaulty: (begin: readonly T[]) => boolean,
): number | undefined {
  if (list.length === 0 || isFaulty([])) return undefined;
  let [right, wrong] = [0, list.length];
  while (wrong - right > 1) {
    const half = Math.floor((right + wrong) / 2);
    if (isFaulty(list.slice(0, half))) wrong = half;
    else right = half;
  }
  return wrong - 1;
}

/** The entry of `ignore` that makes rules faulty. */
function entryAtFault(
  checked: Checked,
  isFaulty: (rules: readonly RulePlan[]) => boolean,
): number | undefined {
  return whereFaultBegins(checked.plan.hub.ignored, (ignored) =>
    isFaulty(rulesIgnoring(checked, ignored)),
  );
}

/** The watch that makes rules faulty. */
function watchAtFault(
  checked: Checked,
  isFaulty: (rules: readonly RulePlan[]) => boolean,
): number | undefined {
  return whereFaultBegins(checked.plan.watches, (watches) =>
    isFaulty(rulesWatching(checked, watches)),
  );
}

/** The problem of a watch, with its removal as the fix that always helps. */
function watchProblem(
  { draft, plan }: Checked,
  at: number,
  { problem, allowed, fix }: Pick<Problem, "problem" | "allowed" | "fix">,
): Problem {
  const name = plan.watches[at]?.name;
  const index = (draft.watch ?? []).findIndex((entry) => entry?.name === name);
  const path = ["watch", index];
  return { path, value: name, problem, allowed, fix, edits: [removal(draft, path)] };
}

/** The problem of an entry of `ignore`, with its removal as the fix that always helps. */
function entryProblem(
  { draft }: Checked,
  at: number,
  { problem, allowed, fix }: Pick<Problem, "problem" | "allowed" | "fix">,
): Problem {
  const path = ["ignore", at];
  return {
    path,
    value: draft.ignore?.[at]?.reason,
    problem,
    allowed,
    fix,
    edits: [removal(draft, path)],
  };
}

/** What would suppress whole kinds is refused as such. */
function meansEverybody({ accounts: all }: Plan, entry: IgnoredEvents | undefined): boolean {
  const { principalArns, sourceCidrs, accounts = all } = entry ?? {};
  return !principalArns && !sourceCidrs && accounts.length >= all.length;
}

/** The problem of a route that leaves out more accounts than a pattern has room for. */
function tooManyLeftOut(
  { route: { at, exceptAccounts } }: RulePlan,
  { problem }: Pick<Problem, "problem">,
): readonly Problem[] {
  if (exceptAccounts === undefined) return [];
  const path = ["routes", at, "exceptAccounts"];
  return [
    {
      path,
      value: `${exceptAccounts.length} accounts`,
      problem,
      allowed: "about a hundred accounts that are left out",
      fix: "remove the key, leave out fewer, or name the others by accounts",
      edits: [{ path, remove: true }],
    },
  ];
}

/** Rules that EventBridge has no pattern for. */
const checkPatterns: Check = (checked) => {
  const { plan, knows } = checked;
  if (!knows("routes", "ignore", "accounts", "kinds", "watch")) return [];
  // A route for accounts that do not exist has a problem of its own.
  const isFaulty = ({ fault, route }: RulePlan): boolean =>
    fault !== undefined && route.accounts?.length !== 0;
  const [worst, ...others] = plan.hub.rules.filter(isFaulty);
  if (worst === undefined) return [];
  const at = entryAtFault(checked, (rules) => rules.some(isFaulty));
  if (at !== undefined && meansEverybody(plan, plan.hub.ignored[at])) return [];
  const more = others.length === 0 ? "" : `, and those of ${others.length} more kinds and routes`;
  const problem = `the rule for ${worst.kind.name} cannot be created${more}: ${worst.fault ?? ""}`;
  const allowed = "what EventBridge can leave out: exact ARNs, and those with one * best";
  if (at === undefined) {
    const watch = watchAtFault(checked, (rules) => rules.some(isFaulty));
    if (watch === undefined) return tooManyLeftOut(worst, { problem });
    const fix =
      "remove the watch, write the accounts of its roles, or divide it where it has many principals";
    return [watchProblem(checked, watch, { problem, allowed, fix })];
  }
  return [
    entryProblem(checked, at, {
      problem,
      allowed,
      fix: "remove the entry, or write it with fewer ARNs or fewer *, and give it the kinds it is about",
    }),
  ];
};

/** More rules with wildcards than an event bus holds. */
const checkWildcards: Check = (checked) => {
  const { plan, knows } = checked;
  if (!knows("routes", "ignore", "accounts", "kinds", "watch")) return [];
  const count = (rules: readonly RulePlan[]): number =>
    rules.filter(({ pattern }) => pattern && hasWildcards(pattern)).length;
  const isFaulty = (rules: readonly RulePlan[]): boolean => count(rules) > MOST_WILDCARD_RULES;
  if (!isFaulty(plan.hub.rules)) return [];
  const at = entryAtFault(checked, isFaulty);
  if (at === undefined) {
    const watch = watchAtFault(checked, isFaulty);
    if (watch === undefined) return [];
    return [
      watchProblem(checked, watch, {
        problem: `${count(plan.hub.rules)} rules of the hub would have wildcards, because of this watch`,
        allowed: `at most ${MOST_WILDCARD_RULES} rules with wildcards on an event bus; AWS does not raise this limit`,
        fix: "remove the watch, write the accounts of roles and the names of users in full, or name fewer kinds in routes",
      }),
    ];
  }
  return [
    entryProblem(checked, at, {
      problem: `${count(plan.hub.rules)} rules of the hub would have wildcards, because of this entry`,
      allowed: `at most ${MOST_WILDCARD_RULES} rules with wildcards on an event bus; AWS does not raise this limit`,
      fix: "remove the entry, give it the kinds it is about, or write its ARN so that one name varies: assumed-role/NAME/*, assumed-role/BEGINNING*, user/NAME",
    }),
  ];
};

const checkRuleCount: Check = (checked) => {
  const { draft, plan, knows } = checked;
  const { hub } = plan;
  if (!knows("routes", "kinds", "ignore", "accounts", "watch")) return [];
  const { region } = hub.place;
  const most = mostRules(region);
  // AWS puts a rule of its own on the bus for an archive.
  const others = (hub.heartbeats ? 1 : 0) + (hub.archive ? 1 : 0);
  const count = (rules: readonly RulePlan[]): number => rules.length + others;
  const isFaulty = (rules: readonly RulePlan[]): boolean => count(rules) > most;
  if (!isFaulty(hub.rules)) return [];
  const problem = `the hub's event bus would have ${count(hub.rules)} rules, one or more per route and kind, and one each for heartbeats and the archive`;
  const allowed = `at most ${most} rules on an event bus${knows("hub") ? ` in ${region}` : ""}`;
  const at = entryAtFault(checked, isFaulty);
  if (at !== undefined) {
    const fix = "remove the entry, or give it the kinds it is about and fewer conditions";
    return [entryProblem(checked, at, { problem, allowed, fix })];
  }
  const { routes, watch = [] } = draft;
  // Without routes there is one, of everything: the watches are what there are too many of.
  return routes === undefined && watch.length > 1
    ? [
        {
          path: ["watch"],
          value: `${watch.length} watches`,
          problem,
          allowed,
          fix: "join watches: each is 5 to 10 rules of each route",
        },
      ]
    : [
        {
          path: ["routes"],
          value: `${routes?.length ?? 0} routes`,
          problem,
          allowed,
          fix: "give routes fewer kinds or accounts, or join routes",
        },
      ];
};

/** Whether the rules of the hub can be created. */
export const ruleChecks: readonly Check[] = [checkPatterns, checkWildcards, checkRuleCount];
