import type { Place } from "../../aws";
import type { Guards } from "../../guards";
import type { ExpectedCoverage } from "../expected-coverage";
import { blockersOf, finding, type Finding } from "../finding";
import type { Resource } from "../inventory";
import { type Network } from "../network";
import { recordsMessagesTo } from "../trace/advanced-selectors";
import { checkActions, checkAlarm } from "./alarms";
import { checkFilter } from "./filters";
import { checkQuery } from "./queries";

type PlacedGuards = Guards & { readonly place: Place };

/** What watches the path and is missing, altered, or tells nobody. */
export function guardFindings(
  network: Network,
  { guards, existing = [] }: Pick<ExpectedCoverage, "guards" | "existing">,
): readonly Finding[] {
  if (guards === undefined) return presentAlarms(network, existing);
  return [
    ...guards.flatMap(({ place, alarms, filters, queries }) => [
      ...filters.flatMap((filter) =>
        blockersOf(() => {
          checkFilter(network, place, filter, existing);
        }),
      ),
      ...alarms.flatMap((alarm) =>
        blockersOf(() => {
          checkAlarm(network, place, alarm, existing);
        }),
      ),
      ...queries.flatMap((query) =>
        blockersOf(() => {
          checkQuery(network, place, query, existing);
        }),
      ),
    ]),
    ...deadLetterRecording(network, guards),
    ...staleGuards(network, guards),
  ];
}

/** Without a configuration: what is there must at least tell somebody. */
function presentAlarms(network: Network, existing: readonly string[]): readonly Finding[] {
  return network.all("aws_cloudwatch_metric_alarm").flatMap((alarm) =>
    blockersOf(() => {
      checkActions(network, alarm, existing);
    }),
  );
}

/** A filter for dead letters sees none where no trail records them. */
function deadLetterRecording(
  network: Network,
  guards: readonly PlacedGuards[],
): readonly Finding[] {
  const queues = guards.flatMap(({ filters }) =>
    filters.flatMap(({ pattern }) => /"\*\/([\w-]+)"/u.exec(pattern)?.[1] ?? []),
  );
  return queues.flatMap((queueName) => {
    const trails = network.all("aws_cloudtrail");
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

/** What the configuration does not name. */
function staleGuards(network: Network, guards: readonly PlacedGuards[]): readonly Finding[] {
  const named = (found: (guards: Guards) => readonly string[]): ReadonlySet<string> =>
    new Set(
      guards.flatMap(({ place, ...made }) =>
        found(made).map((name) => `${place.account}/${place.region}/${name}`),
      ),
    );
  const stale = (type: string, known: ReadonlySet<string>): readonly Finding[] =>
    network
      .keys(type)
      .filter((key) => !known.has(key))
      .flatMap((key) =>
        network.find(type, key).map((resource) => finding("stale-guard", resource, key)),
      );
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
