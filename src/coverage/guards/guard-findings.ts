import type { Guards } from "../../guards";
import type { ExpectedCoverage, ExpectedGuards } from "../expected-coverage";
import { blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { type ResourceIndex } from "../resource-index";
import { ownName } from "../resource-types";
import { recordsMessagesTo } from "../trace/trail-selectors";
import { checkActions, checkAlarm } from "./alarms";
import { archiveFindings } from "./archives";
import { busLogFindings } from "./bus-logs";
import { checkDashboard, checkFilter, checkQuery, countingFilters } from "./log-groups";

/** What watches the path and is missing, altered, or tells nobody. */
export function guardFindings(
  index: ResourceIndex,
  expected: Partial<ExpectedCoverage>,
): readonly Finding[] {
  const { guards, existing = [] } = expected;
  if (guards === undefined) return presentAlarms(index, existing);
  return [
    ...archiveFindings(index, expected),
    ...busLogFindings(index, expected),
    ...guards.flatMap(({ place, topicArn, alarms, filters, queries, dashboards = [] }) =>
      [
        ...filters.map((filter) => () => {
          checkFilter(index, place, filter, existing);
        }),
        ...alarms.map((alarm) => () => {
          checkAlarm(index, place, alarm, {
            existing,
            ...(topicArn !== undefined && { topicArn }),
          });
        }),
        ...queries.map((query) => () => {
          checkQuery(index, place, query, expected);
        }),
        ...dashboards.map((dashboard) => () => {
          checkDashboard(index, place, dashboard);
        }),
      ].flatMap(blockersOf),
    ),
    ...guards.flatMap(({ place, filters }) => countingFilters(index, place, filters)),
    ...deadLetterRecording(index, guards),
    ...staleGuards(index, guards),
  ];
}

/** Without a configuration: what is there must at least tell somebody. */
function presentAlarms(index: ResourceIndex, existing: readonly string[]): readonly Finding[] {
  return index.all("aws_cloudwatch_metric_alarm").flatMap((alarm) =>
    blockersOf(() => {
      checkActions(index, alarm, existing);
    }),
  );
}

/** A filter for dead letters sees none where no trail records them. */
function deadLetterRecording(
  index: ResourceIndex,
  guards: readonly ExpectedGuards[],
): readonly Finding[] {
  const queues = guards.flatMap(({ filters }) =>
    filters.flatMap(({ pattern }) => /"\*\/([\w-]+)"/u.exec(pattern)?.[1] ?? []),
  );
  return queues.flatMap((queueName) => {
    const trails = index.all("aws_cloudtrail");
    const recording: Resource[] = [];
    const unreadable = blockersOf(() => {
      recording.push(...trails.filter((trail) => recordsMessagesTo(trail, queueName)));
    });
    if (recording.length > 0 || unreadable.length > 0) return unreadable;
    const [trail] = trails;
    // A trail that is there already is taken at its word.
    if (trail === undefined) return [];
    return [finding("dead-letter-messages-unrecorded", trail, queueName)];
  });
}

/** Names of alarms and filters have hyphens where those of queries have slashes. */
const hyphened = (name: string): string => name.replaceAll("/", "-");

/** What all names begin with, up to a hyphen. */
function commonPrefix(names: readonly string[]): string {
  const [first = "", ...others] = names.map(hyphened);
  let length = first.length;
  for (const other of others) {
    while (!other.startsWith(first.slice(0, length))) length--;
  }
  return first.slice(0, length).replace(/[^-]*$/u, "");
}

/**
 * What has a name of this package, and not one that the configuration asks for. Where one that it asks
 * for is missing, one of any other name may be it.
 */
function staleGuards(index: ResourceIndex, guards: readonly ExpectedGuards[]): readonly Finding[] {
  const prefix = commonPrefix(
    guards.flatMap(({ alarms, filters, queries }) =>
      [...alarms, ...filters, ...queries].map(({ name }) => name),
    ),
  );
  const named = (found: (guards: Guards) => readonly string[]): ReadonlySet<string> =>
    new Set(
      guards.flatMap(({ place, ...made }) =>
        found(made).map((name) => `${place.account}/${place.region}/${name}`),
      ),
    );
  const isCalled = (name: string): boolean => prefix !== "" && hyphened(name).startsWith(prefix);
  const stale = (type: string, known: ReadonlySet<string>): readonly Finding[] => {
    const keys = index.keys(type);
    const found = new Set(keys);
    const isMissing = [...known].some((key) => !found.has(key));
    return keys
      .filter((key) => !known.has(key))
      .flatMap((key) =>
        index
          .find(type, key)
          .filter(({ attributes }) => isMissing || isCalled(ownName(type, attributes) ?? ""))
          .map((resource) => finding("stale-resource", resource, key)),
      );
  };
  return [
    ...stale(
      "aws_cloudwatch_metric_alarm",
      named(({ alarms }) => alarms.map(({ name }) => name)),
    ),
    ...stale(
      "aws_cloudwatch_log_metric_filter",
      named(({ filters }) => filters.map(({ logGroupName, name }) => `${logGroupName}/${name}`)),
    ),
    ...stale(
      "aws_cloudwatch_query_definition",
      named(({ queries }) => queries.map(({ name }) => name)),
    ),
  ];
}
