import { FILTER_PATTERN_LIMIT } from "../../aws/logs";
import { mostFilters, signInLogGuards } from "../../guards";
import type { Problem } from "../../config/problem";
import type { ConfigurationDraft } from "../../config/draft";
import { resolve } from "../../plan";
import { withoutHoles } from "../../plan/checks/without-holes";

type Users = NonNullable<NonNullable<ConfigurationDraft["logAlarms"]>["users"]>;

const anyName = { namePrefix: "x", logGroupName: "x" };

function checkUserNames(users: Users[number], i: number): readonly Problem[] {
  const path = ["logAlarms", "users", i, "userNames"];
  const names = users?.userNames;
  if (names === undefined) return [];
  const watched = { name: "x", userNames: names.filter((name) => name !== undefined) };
  try {
    signInLogGuards({ ...anyName, watchedUsers: [watched] });
    return [];
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [
      {
        path,
        value: `${names.length} names`,
        problem: error.message,
        allowed: `names that fit into a filter pattern of ${FILTER_PATTERN_LIMIT} characters`,
        fix: "divide the names into several entries, each with a name of its own",
      },
    ];
  }
}

function checkUsers(users: Users = []): readonly Problem[] {
  return users.flatMap(checkUserNames);
}

/** Metric filters of the log group; more than there are where accounts cannot be told apart. */
function filterCount(draft: ConfigurationDraft): number {
  const guards = resolve(withoutHoles(draft)).guards;
  if (guards.some(({ impossible }) => impossible !== undefined)) return Infinity;
  const log = guards.filter(({ queries }) =>
    queries.some(({ name }) => name.endsWith("/sign-ins")),
  );
  return log.reduce((sum, { filters }) => sum + filters.length, 0);
}

/** Accounts of many different region lists need more filters than a log group may have. */
function checkFilterCount(props: ConfigurationDraft): readonly Problem[] {
  const count = filterCount(props);
  if (count <= mostFilters) return [];
  return [
    {
      path: ["accounts"],
      value: `${props.accounts?.length ?? 0} accounts`,
      problem: `the trail's log group would have ${count} metric filters, because many accounts are covered in different regions`,
      allowed: `at most ${mostFilters} metric filters in a log group`,
      fix: "give accounts the same regions, watch fewer users, or say trail.logRetentionDays: 0 to do without the second path",
    },
  ];
}

/** Alarms that are asked for though there is no log group to look in. */
function checkLogGroup({ trail, logAlarms }: ConfigurationDraft): readonly Problem[] {
  const existing = trail?.type === "existing" ? trail : undefined;
  const created = trail?.type === "create" ? trail : undefined;
  const none = existing ? existing.logGroupArn === undefined : created?.logRetentionDays === 0;
  if (!none || logAlarms === undefined) return [];
  return [
    {
      path: ["logAlarms"],
      value: undefined,
      problem: "there is no log group to look for sign-ins in",
      allowed: "a trail with a log group",
      fix: existing
        ? "give the log group of the existing trail in trail.logGroupArn, or remove logAlarms"
        : "let trail.logRetentionDays be more than 0, or remove logAlarms",
    },
  ];
}

/** What the trail's log group is searched for. */
export function checkLogAlarms(props: ConfigurationDraft): readonly Problem[] {
  const { logAlarms } = props;
  return [...checkLogGroup(props), ...checkUsers(logAlarms?.users), ...checkFilterCount(props)];
}
