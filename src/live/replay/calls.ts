import {
  DescribeReplayCommand,
  StartReplayCommand,
  type DescribeReplayCommandOutput,
} from "@aws-sdk/client-eventbridge";
import { mapAnswer, type Answer } from "../answer";
import type { Here } from "../here";
import { events } from "../inventory/rules";
import type { ReplayStanding, ReplayState, WantedReplay } from "./replay";

const states: ReadonlySet<string> = new Set<ReplayState>([
  "STARTING",
  "RUNNING",
  "CANCELLING",
  "COMPLETED",
  "CANCELLED",
  "FAILED",
]);

function isState(text: string | undefined): text is ReplayState {
  return text !== undefined && states.has(text);
}

/** To the second, as the archive counts. */
function iso(date: Date | undefined): string | undefined {
  return date?.toISOString().replace(/\.\d{3}Z$/u, "Z");
}

/** Starts a replay. @param onRefusal - gets the words in which AWS refuses it */
export function startReplay(
  here: Here,
  { name, archiveArn, busArn, ruleArns, from, to }: WantedReplay,
  onRefusal: (words: string) => void,
): Promise<Answer<ReplayState>> {
  const command = new StartReplayCommand({
    ReplayName: name,
    EventSourceArn: archiveArn,
    EventStartTime: new Date(from),
    EventEndTime: new Date(to),
    Destination: { Arn: busArn, ...(ruleArns.length > 0 && { FilterArns: [...ruleArns] }) },
  });
  return here.ask({
    service: events,
    operation: "StartReplay",
    send: async (client) => {
      try {
        return await client.send(command);
      } catch (error) {
        if (error instanceof Error) onRefusal(error.message);
        throw error;
      }
    },
    result: ({ State }) => (isState(State) ? State : undefined),
  });
}

/** A replay that exists. */
export interface DescribedReplay {
  readonly standing: ReplayStanding;
  /** Whether it is the wanted one. */
  readonly isSame: boolean;
}

function isSame(
  { EventSourceArn, EventStartTime, EventEndTime, Destination }: DescribeReplayCommandOutput,
  { archiveArn, busArn, ruleArns, from, to }: WantedReplay,
): boolean {
  return (
    EventSourceArn === archiveArn &&
    iso(EventStartTime) === from &&
    iso(EventEndTime) === to &&
    Destination?.Arn === busArn &&
    [...(Destination.FilterArns ?? [])].sort().join() === [...ruleArns].sort().join()
  );
}

/** How a replay of the name of the wanted one stands. */
export async function describeReplay(
  here: Here,
  wanted: WantedReplay,
): Promise<Answer<DescribedReplay>> {
  const answer = await here.ask({
    service: events,
    operation: "DescribeReplay",
    send: (client) => client.send(new DescribeReplayCommand({ ReplayName: wanted.name })),
    result: (described) => {
      const { State: state } = described;
      return isState(state) ? { ...described, state } : undefined;
    },
  });
  return mapAnswer(answer, ({ state, ...described }) => {
    const { StateReason: reason } = described;
    const lastEvent = iso(described.EventLastReplayedTime);
    return {
      standing: {
        state,
        ...(reason !== undefined && { reason }),
        ...(lastEvent !== undefined && { lastEvent }),
      },
      isSame: isSame(described, wanted),
    };
  });
}
