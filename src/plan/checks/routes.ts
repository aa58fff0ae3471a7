import { removal } from "../../config/edit";
import { catalog } from "../../catalog";
import { enabledKinds } from "../kinds";
import type { Check } from "./checked";

const kindNames: ReadonlySet<string> = new Set(catalog.map(({ name }) => name));

/** Kinds that a route names though they are off. */
const checkOff: Check = ({ draft }) => {
  const { routes = [] } = draft;
  const on = enabledKinds(draft).map(({ name }) => name);
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

/** Routes for which no kind is left. */
const checkEmpty: Check = ({ draft, plan, knows }) => {
  const { routes = [] } = draft;
  if (!knows("routes", "kinds", "watch")) return [];
  return routes.flatMap((route, i) => {
    // Kinds that are off are reported one by one.
    const isSaid = (route?.kinds?.length ?? 0) > 0 && route?.minSeverity === undefined;
    const isLeft = plan.hub.routes.some(({ at, kinds }) => at === i && kinds.length > 0);
    if (isSaid || enabledKinds(draft).length === 0 || isLeft) return [];
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

/** Kinds of routes. */
export const routeChecks: readonly Check[] = [checkOff, checkEmpty];
