import { FILTER_PATTERN_LIMIT } from "../../aws/logs";
import { mostFilters, signInLogGuards } from "../../guards";
import type { Problem } from "../../config/problem";
import { resolve } from "../../plan";
import { withoutHoles } from "../../plan/checks/without-holes";
import type { ConfigurationDraft } from "../../config/checks/draft";
import { firstIndexes } from "../../config/checks/lists";
import { checkWholeNumber } from "../../config/checks/whole-number";

type Users = NonNullable<NonNullable<ConfigurationDraft["logAlarms"]>["users"]>;

const anyName = { namePrefix: "x", logGroupName: "x" };

function checkThreshold(
  key: "signIns" | "failures",
  value: number | undefined,
): readonly Problem[] {
  return checkWholeNumber(["logAlarms", key], value, {
    least: 0,
    most: 1_000_000,
    unit: "events in five minutes",
    problem: "an alarm cannot be raised by this number",
    fix: "say 1 for every one, a greater number for many at once, 0 for no alarm",
  });
}

function checkUserNames(users: Users[number], i: number): readonly Problem[] {
  const path = ["logAlarms", "users", i, "userNames"];
  const names = users?.userNames;
  if (names === undefined) return [];
  const wrong = names.flatMap((value, at) =>
    value === undefined || /^[\w+=,.@-]{1,64}$/.test(value)
      ? []
      : [
          {
            path: [...path, at],
            value,
            problem: "IAM has no user of this name",
            allowed: "1 to 64 letters, digits and the characters + = , . @ _ -",
            fix: "give the name of the user alone, without account or path",
          },
        ],
  );
  if (wrong.length > 0) return wrong;
  if (names.length === 0) {
    return [
      {
        path,
        value: names,
        problem: "this alarm would watch nobody",
        allowed: "at least one name of an IAM user",
        fix: "name users, or remove the entry",
      },
    ];
  }
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
  const firsts = firstIndexes(users.map((entry) => entry?.name));
  return users.flatMap((entry, i) => {
    const path = ["logAlarms", "users", i, "name"];
    const value = entry?.name;
    const form =
      value === undefined || /^[a-z][a-z0-9-]{0,63}$/.test(value)
        ? []
        : [
            {
              path,
              value,
              problem: "this cannot be part of an alarm's name",
              allowed:
                "a lower-case letter, then at most 63 lower-case letters, digits and hyphens",
              fix: "choose a short word, such as break-glass",
            },
          ];
    const twice =
      firsts[i] === i
        ? []
        : [
            {
              path,
              value,
              problem: "two alarms would have one name",
              allowed: "every name once",
              fix: "rename one of the two, or join their users",
            },
          ];
    return [...form, ...twice, ...checkUserNames(entry, i)];
  });
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
  return [
    ...checkLogGroup(props),
    ...checkThreshold("signIns", logAlarms?.signIns),
    ...checkThreshold("failures", logAlarms?.failures),
    ...checkUsers(logAlarms?.users),
    ...checkFilterCount(props),
  ];
}
