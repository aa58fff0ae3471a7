import type { PlannedCoverage } from "../../coverage";
import type { LivePlace } from "../answer";

/** What of a live organization is read: where the configuration says that something is. */
export interface LiveScope {
  /** What the configuration promises. */
  readonly expected: PlannedCoverage;
  /** Begins the names of everything. */
  readonly namePrefix: string;
  readonly hub: LivePlace;
  /** Account and home region of the trail. */
  readonly trail: LivePlace;
  /** Region in which global services are asked. */
  readonly globalRegion: string;
}

/** Names of what watches the path at a place. */
export function guardsAt(
  { expected }: LiveScope,
  { account, region }: LivePlace,
): {
  readonly dashboards: readonly string[];
  readonly logGroups: readonly string[];
  readonly hasQueries: boolean;
} {
  const here = expected.guards.filter(
    ({ place }) => place.account === account && place.region === region,
  );
  return {
    dashboards: here.flatMap(({ dashboards = [] }) => dashboards.map(({ name }) => name)),
    logGroups: here.flatMap(({ filters }) => filters.map(({ logGroupName }) => logGroupName)),
    hasQueries: here.some(({ queries }) => queries.length > 0),
  };
}
