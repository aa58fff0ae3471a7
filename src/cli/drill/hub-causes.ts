import { UnusableInputError } from "../../json/read-json";
import type { Aws, Cause, ExpectedAlert } from "../../live";
import type { Plan } from "../../plan";
import type { loadLive } from "../load-live";
import { replayOf, type Replay } from "../replay";
import { shellLine } from "../shell-line";
import { topicsOf, type RouteTopics } from "./notified-topics";

/** What of the hub a person wants to drill. */
export interface HubDrillOptions {
  readonly from?: string;
  readonly to?: string;
  readonly kind?: readonly string[];
  readonly route?: readonly string[];
}

/** A drill from the hub on. */
export interface HubDrill {
  readonly topics: RouteTopics;
  /** Absent where there is no archive: messages to the topics stand in. */
  readonly replay?: Replay;
}

/** @throws UnusableInputError for a time range that is missing, or of which nothing can be replayed */
export function hubDrill(plan: Plan, options: HubDrillOptions, stamp: string): HubDrill {
  const { from, to, kind, route } = options;
  const { routes, rules, archive } = plan.hub;
  if (!archive) {
    const given = Object.entries({ from, to, kind, route }).find(([, value]) => value);
    if (!given) return { topics: topicsOf(plan, routes) };
    throw new UnusableInputError(
      `--${given[0]} needs an archive, and hub.archiveDays is 0: without it messages to the topics are sent`,
    );
  }
  if (from === undefined || to === undefined) {
    throw new UnusableInputError(
      "--hub needs --from and --to: a short time that has a sign-in, at least ten minutes ago",
    );
  }
  const replay = replayOf(plan, {
    from,
    to,
    ...(kind && { kind }),
    ...(route && { route }),
    name: `drill-${stamp}`,
  });
  const isChosen = (name: string): boolean =>
    replay.ruleArns.length === 0 || replay.ruleArns.some((arn) => arn.endsWith(`/${name}`));
  const chosen = rules.filter(({ name }) => isChosen(name)).map((rule) => rule.route);
  return { replay, topics: topicsOf(plan, [...new Set(chosen)]) };
}

/** What causes the alerts of a drill from the hub on. */
export function hubCauses(
  aws: Aws,
  plan: Plan,
  { topics, replay }: HubDrill,
  name: string,
  { publishOn, runReplay }: Awaited<ReturnType<typeof loadLive>>,
  clock: Parameters<typeof runReplay>[2]["clock"],
): readonly Cause[] {
  const { place } = plan.hub;
  const expected = (mark: string): readonly ExpectedAlert[] =>
    topics.heard.map((topic) => ({ account: place.account, region: place.region, topic, mark }));
  if (!replay) {
    const text = `${name}: this is a drill. No event caused it; it shows that this topic reaches you.`;
    return expected(name).map((alert) => ({
      expected: [alert],
      start: () => publishOn(aws, place, alert.topic.arn, text),
    }));
  }
  const start = async (signal: AbortSignal): Promise<string | undefined> => {
    try {
      const ended = await runReplay(aws, replay, { clock, signal });
      if (ended.end === "not known") return `how the replay stands is not known: ${ended.reason}`;
      if (ended.end === "interrupted") {
        return `interrupted; the replay goes on, to cancel it: ${shellLine(replay.calls.cancel)}`;
      }
      return ended.state === "COMPLETED" ? undefined : `the replay is ${ended.state}`;
    } catch (error) {
      if (error instanceof UnusableInputError) return error.message;
      throw error;
    }
  };
  return [{ expected: expected(replay.name), start }];
}
