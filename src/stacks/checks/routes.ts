import { alertRuleName } from "../../../modules";
import { catalog } from "../../catalog";
import type { Problem, ProblemPath } from "../../config/problem";
import { enabledKinds, type KindChoices } from "../../plan/kinds";
import type { Route } from "../../config/props";
import type { ConfigurationDraft, Draft } from "../../config/draft";
import { firstIndexes } from "../../config/lists";

const kindNames = catalog.map(({ name }) => name);

/** Kinds that a route names though they are off; a route of only such kinds tells of nothing. */
function checkOff(
  path: ProblemPath,
  kinds: Draft<Route>["kinds"],
  choices: KindChoices,
): readonly Problem[] {
  const on = enabledKinds(choices).map(({ name }) => name);
  return (kinds ?? []).flatMap((value, i) => {
    if (value === undefined || !kindNames.includes(value) || on.includes(value)) return [];
    return [
      {
        path: [...path, i],
        value,
        problem: "this alert kind is off, so the route will never tell of it",
        allowed: on.join(", "),
        fix: `say kinds: { ${value}: on } beside routes, or remove the entry`,
      },
    ];
  });
}

/** Two pairs of kind and route may join to one name: `…-without-mfa` + `a`, or `…` + `without-mfa-a`. */
function checkRuleNames(routes: readonly (Draft<Route> | undefined)[]): readonly Problem[] {
  const rules = routes.flatMap((route, i) =>
    (route?.name === undefined ? [] : (route.kinds ?? kindNames)).map((kind) => ({
      i,
      name: kind === undefined ? undefined : alertRuleName("", kind, route?.name),
    })),
  );
  const firsts = firstIndexes(rules.map(({ name }) => name));
  const clashes = rules.flatMap(({ i }, at) => {
    const other = rules[firsts[at] ?? at]?.i ?? i;
    return other === i ? [] : [[i, other] as const];
  });
  return [...new Map(clashes)].map(([i, other]) => {
    const value = routes[i]?.name;
    const same = value === routes[other]?.name;
    return {
      path: ["routes", i, "name"],
      value,
      problem: same
        ? `routes[${other}] has the same name, so their topics would be one`
        : `a rule of this route would have the name of one of routes[${other}]`,
      allowed: "every name once",
      fix: same ? "rename one of the two, or join their recipients" : "rename one of the two",
    };
  });
}

/** Names and kinds of routes. */
export function checkRoutes({ routes = [], kinds }: ConfigurationDraft): readonly Problem[] {
  return [
    ...routes.flatMap((route, i) => checkOff(["routes", i, "kinds"], route?.kinds, { kinds })),
    ...checkRuleNames(routes),
  ];
}
