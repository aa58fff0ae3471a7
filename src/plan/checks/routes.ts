import { DEFAULT_PATTERN_LENGTH, patternLength } from "../../aws/eventbridge";
import { removal } from "../../config/edit";
import { listed } from "../../config/lists";
import type { Problem } from "../../config/problem";
import { catalog } from "../../catalog";
import { enabledKinds } from "../kinds";
import { selectedAccounts } from "../selectors";
import type { Check } from "./checked";

const kindNames: ReadonlySet<string> = new Set(catalog.map(({ name }) => name));

/**
 * Rules that an event bus holds by default; fewer in some regions.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
function mostRules(region: string): number {
  return region === "af-south-1" || region === "eu-south-1" ? 100 : 300;
}

/** Kinds that a route names though they are off. */
const checkOff: Check = ({ draft: { routes = [], kinds } }) => {
  const on = enabledKinds({ kinds }).map(({ name }) => name);
  return routes.flatMap((route, i) =>
    (route?.kinds ?? []).flatMap((value, at) =>
      value === undefined || !kindNames.has(value) || on.includes(value) || on.length === 0
        ? []
        : [
            {
              path: ["routes", i, "kinds", at],
              value,
              problem: "this alert kind is off, so the route will never notify of it",
              allowed: on.join(", "),
              ...(route?.kinds?.length === 1
                ? { fix: `name a kind that is on, or set kinds: { ${value}: on } beside routes` }
                : {
                    fix: `remove the entry, or set kinds: { ${value}: on } beside routes`,
                    edits: [removal({ routes }, ["routes", i, "kinds", at])],
                  }),
            },
          ],
    ),
  );
};

/** Accounts that a route names must be in the list. */
const checkSelectors: Check = ({ draft: { routes = [] }, plan, knows }) => {
  if (!knows("accounts")) return [];
  return routes.flatMap((route, i) =>
    (route?.accounts ?? []).flatMap((value, at) =>
      value === undefined || selectedAccounts([value], plan.accounts).length > 0
        ? []
        : [
            {
              path: ["routes", i, "accounts", at],
              value,
              problem: "no account of the list is meant by this",
              allowed: `an id, a name, a name with *, or a tag: ${listed(plan.accounts.map(({ id, name }) => `${name} (${id})`))}`,
              fix: "correct it, or add the account under accounts",
            },
          ],
    ),
  );
};

/** Routes for which no kind is left. */
const checkEmpty: Check = ({ draft: { routes = [], kinds }, plan, knows }) => {
  if (!knows("routes", "kinds")) return [];
  return routes.flatMap((route, i) => {
    // Kinds that are off are reported one by one.
    const isSaid = (route?.kinds?.length ?? 0) > 0 && route?.minSeverity === undefined;
    if (isSaid || enabledKinds({ kinds }).length === 0 || plan.hub.routes[i]?.kinds.length !== 0)
      return [];
    return [
      {
        path: ["routes", i],
        value: route?.name,
        problem: "this route can never receive anything: no kind that is on is left",
        allowed: "kinds that are on, of at least minSeverity",
        fix: "remove minSeverity, or name other kinds",
        edits: [{ path: ["routes", i, "minSeverity"], remove: true }],
      },
    ];
  });
};

/** Rules that AWS would refuse. */
const checkPatterns: Check = ({ plan: { hub }, knows }) => {
  if (!knows("routes", "ignore", "accounts", "kinds")) return [];
  return hub.rules.flatMap(({ kind, route, pattern }): readonly Problem[] => {
    const length = pattern ? patternLength(pattern) : Infinity;
    // A route for accounts that do not exist has a problem of its own.
    if (length <= DEFAULT_PATTERN_LENGTH || route.accounts?.length === 0) return [];
    const common = {
      value: route.name,
      allowed: `at most ${DEFAULT_PATTERN_LENGTH} characters, and some account`,
    };
    if (!pattern) {
      return [
        {
          ...common,
          path: ["ignore"],
          problem: `the rule for ${kind.name} cannot be created: nothing is left of it, or two entries of ignore with several conditions speak of one field`,
          fix: "ignore less: give entries the kinds they are about, and leave out one of several with two conditions",
        },
      ];
    }
    return [
      {
        ...common,
        path: route.accounts ? ["routes", hub.routes.indexOf(route), "accounts"] : ["ignore"],
        problem: `the rule for ${kind.name} cannot be created: its pattern would have ${length} characters`,
        fix: "name fewer accounts in a route, or ignore less: give entries the kinds they are about",
      },
    ];
  });
};

const checkRuleCount: Check = ({ draft: { routes }, plan: { hub }, knows }) => {
  if (!routes || !knows("routes", "kinds")) return [];
  const { region } = hub.place;
  const count = hub.rules.length + (hub.heartbeats ? 1 : 0);
  const most = mostRules(region);
  if (count <= most) return [];
  return [
    {
      path: ["routes"],
      value: `${routes.length} routes`,
      problem: `the hub's event bus would have ${count} rules, one per route and kind, and one for heartbeats`,
      allowed: `at most ${most} rules on an event bus${knows("hub") ? ` in ${region}` : ""}`,
      fix: "give routes fewer kinds, or join routes",
    },
  ];
};

/** Kinds and accounts of routes, and whether the rules that follow can be created. */
export const routeChecks: readonly Check[] = [
  checkOff,
  checkSelectors,
  checkEmpty,
  checkPatterns,
  checkRuleCount,
];
