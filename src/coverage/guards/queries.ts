import type { Place } from "../../aws";
import type { SavedQuery } from "../../guards";
import { blocked } from "../finding";
import { type ResourceIndex } from "../resource-index";
import { requireSame } from "./compare";
import { writtenLogGroup } from "./log-groups";

/**
 * Whether a saved query is there and looks where it should.
 * @throws BlockedError when not
 */
export function checkQuery(
  index: ResourceIndex,
  place: Place,
  query: SavedQuery,
  existing: readonly string[],
): void {
  const group = writtenLogGroup(index, place, query.logGroupName, existing);
  const key = `${place.account}/${place.region}/${query.name}`;
  const [resource] = index.find("aws_cloudwatch_query_definition", key);
  if (resource === undefined) {
    return blocked("saved-query-missing", group, query.name);
  }
  requireSame("saved-query-differs", resource, {
    query_string: query.query,
    log_group_names: [query.logGroupName],
  });
}
