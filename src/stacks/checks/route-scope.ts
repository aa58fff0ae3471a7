import { DEFAULT_PATTERN_LENGTH, patternLength } from "../../aws/eventbridge";
import { resolve, type Plan } from "../../plan";
import { withoutHoles } from "../../plan/checks/without-holes";
import type { Problem } from "../../config/problem";
import type { SignInAlertsProps } from "../../config/props";
import type { ConfigurationDraft } from "../../config/draft";
import { listed } from "../../config/lists";
import { selectedAccounts } from "../../plan/selectors";
import { whole } from "./whole";

function checkSelectors({ routes = [], accounts }: SignInAlertsProps): readonly Problem[] {
  return routes.flatMap((route, i): readonly Problem[] => {
    const path = ["routes", i, "accounts"];
    return (route.accounts ?? []).flatMap((value, at) =>
      selectedAccounts([value], accounts).length > 0
        ? []
        : [
            {
              path: [...path, at],
              value,
              problem: "no account of the list is meant by this",
              allowed: `an id, a name, a name with *, or a tag: ${listed(accounts.map(({ id, name }) => `${name} (${id})`))}`,
              fix: "correct it, or add the account under accounts",
            },
          ],
    );
  });
}

/** Rules that AWS would refuse, and routes that are never told anything. */
function checkPatterns(props: SignInAlertsProps, { hub }: Plan): readonly Problem[] {
  return hub.routes.flatMap((route, i) => {
    const named = props.routes?.[i]?.kinds?.length ?? 0;
    // Kinds that are off are told of one by one.
    if (route.kinds.length === 0 && named > 0 && props.routes?.[i]?.minSeverity === undefined) {
      return [];
    }
    if (route.kinds.length === 0 && props.routes) {
      return [
        {
          path: ["routes", i],
          value: route.name,
          problem: "this route can never receive anything: no kind that is on is left",
          allowed: "kinds that are on, of at least minSeverity",
          fix: "name other kinds, or lower minSeverity",
        },
      ];
    }
    return hub.rules.flatMap(({ route: of, kind, pattern }) => {
      const length = pattern ? patternLength(pattern) : Infinity;
      if (of !== route || length <= DEFAULT_PATTERN_LENGTH) return [];
      const reason =
        length === Infinity
          ? "nothing is left of it, or two entries of ignore with several conditions speak of one field"
          : `its pattern would have ${length} characters`;
      return [
        {
          path: route.accounts ? ["routes", i, "accounts"] : ["ignore"],
          value: route.name,
          problem: `the rule for ${kind.name} cannot be made: ${reason}`,
          allowed: `at most ${DEFAULT_PATTERN_LENGTH} characters, and some account`,
          fix: "name fewer accounts in a route, or ignore less: give entries the kinds they are about",
        },
      ];
    });
  });
}

/** Accounts of routes, and whether the rules that follow can be made. */
export function checkRouteScope(draft: ConfigurationDraft): readonly Problem[] {
  const props = whole(draft);
  if (props === undefined) return [];
  const selectors = checkSelectors(props);
  return selectors.length > 0 ? selectors : checkPatterns(props, resolve(withoutHoles(draft)));
}
