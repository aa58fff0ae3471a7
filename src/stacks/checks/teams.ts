import type { Problem } from "../../config/problem";
import type { ConfigurationDraft } from "../../config/draft";
import { firstIndexes } from "../../config/lists";

/** Terraform keeps one channel of a team in an account, no more; ids are the same in either case. */
export function checkTeams({ routes = [] }: ConfigurationDraft): readonly Problem[] {
  const ids = routes.map((route) => route?.teams?.teamId);
  return firstIndexes(ids.map((id) => id?.toLowerCase())).flatMap((first, i) =>
    first === i
      ? []
      : [
          {
            path: ["routes", i, "teams", "teamId"],
            value: ids[i],
            problem: `routes[${first}] tells this team already: Terraform would put one channel in the place of the other`,
            allowed: "one route for each team",
            fix: "join the two routes, or tell a channel of another team",
          },
        ],
  );
}
