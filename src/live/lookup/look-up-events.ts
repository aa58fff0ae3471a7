import { LookupEventsCommand, type LookupAttributeKey } from "@aws-sdk/client-cloudtrail";
import type { LivePlace } from "../answer";
import type { Aws } from "../aws";
import type { Here } from "../here";
import { cloudtrail } from "../inventory/trails";

/** What the event history is asked for: it takes one attribute at a time. */
export interface EventLookup {
  readonly key: Extract<LookupAttributeKey, "EventName" | "EventSource" | "Username">;
  readonly value: string;
}

/** Of when, in ISO 8601; the history holds 90 days. */
export interface LookedUpTime {
  readonly from: string;
  readonly to: string;
}

/** As many as AWS gives in a page. */
const pageSize = 50;

/**
 * The records of one lookup as JSON, newest first; not known where a page was denied. AWS answers two
 * requests a second in each account and region; the SDK waits where that is too many.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_LookupEvents.html
 */
async function lookUp(
  here: Here,
  { key, value }: EventLookup,
  { from, to }: LookedUpTime,
): Promise<readonly string[] | undefined> {
  const answer = await here.pages({
    service: cloudtrail,
    operation: "LookupEvents",
    send: (client, NextToken) =>
      client.send(
        new LookupEventsCommand({
          LookupAttributes: [{ AttributeKey: key, AttributeValue: value }],
          StartTime: new Date(from),
          EndTime: new Date(to),
          MaxResults: pageSize,
          NextToken,
        }),
      ),
    // An event without its record is none that can be judged.
    result: ({ Events }) => Events?.map(({ CloudTrailEvent }) => CloudTrailEvent ?? "null"),
    next: ({ NextToken }) => NextToken,
  });
  return answer.state === "known" ? answer.value : undefined;
}

/**
 * Reads the event history of places. What AWS did not say is in {@link Aws.notKnown}.
 * @param onRecords - gets the records of a place, each as JSON, one lookup after the other
 */
export async function lookUpEvents(
  aws: Aws,
  places: readonly LivePlace[],
  lookups: readonly EventLookup[],
  time: LookedUpTime,
  onRecords: (place: LivePlace, records: readonly string[]) => void,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  await aws.each(
    places,
    async (here, place) => {
      for (const lookup of lookups) {
        onRecords(place, (await lookUp(here, lookup, time)) ?? []);
      }
    },
    onProgress,
  );
}
