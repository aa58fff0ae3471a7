import type { CloudtrailConfig } from "@cdktf/provider-aws/lib/cloudtrail";

type Selectors = Pick<CloudtrailConfig, "eventSelector" | "advancedEventSelector">;

/** What a trail records. */
export interface RecordedEvents {
  /** Events that only read as well. */
  readonly logReadEvents?: boolean;
  /** Name of the queues, of every account and region, whose messages are recorded. */
  readonly deadLetterQueueName?: string;
}

/**
 * Management events, and data events of the named queues alone. A trail has either plain or advanced
 * selectors; only the latter can name queues of all accounts.
 * @see https://docs.aws.amazon.com/awscloudtrail/latest/userguide/filtering-data-events.html
 */
export function eventSelectors({ logReadEvents, deadLetterQueueName }: RecordedEvents): Selectors {
  const readsToo = logReadEvents === true;
  if (deadLetterQueueName === undefined) {
    const readWriteType = readsToo ? "All" : "WriteOnly";
    return { eventSelector: [{ includeManagementEvents: true, readWriteType }] };
  }
  return {
    advancedEventSelector: [
      {
        // The name that Prowler looks for: it counts no other selector as one of management events.
        name: "Management events selector",
        fieldSelector: [
          { field: "eventCategory", equalTo: ["Management"] },
          ...(readsToo ? [] : [{ field: "readOnly", equalTo: ["false"] }]),
        ],
      },
      {
        name: "dead letters of the forwarders",
        fieldSelector: [
          { field: "eventCategory", equalTo: ["Data"] },
          { field: "resources.type", equalTo: ["AWS::SQS::Queue"] },
          { field: "eventName", equalTo: ["SendMessage"] },
          { field: "resources.ARN", endsWith: [`:${deadLetterQueueName}`] },
        ],
      },
    ],
  };
}
