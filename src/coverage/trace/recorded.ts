import type { EventEnvelope } from "../../catalog";
import type { Resource } from "../inventory";
import {
  BlockedError,
  blocks,
  flag,
  isBlank,
  optionalText,
  placeOf,
  stopAt,
  stopsOf,
  type Network,
} from "../network";
import { stationAt } from "../station";
import type { Hop, Stop } from "../trace-result";
import { advancedSelectorMiss } from "./advanced-selectors";
import { trailCanWrite } from "./trail-permissions";

const NAME = "trail";

/** Whether CloudTrail marks the event as one that only reads. */
export function isReadOnly({ detail }: EventEnvelope): boolean {
  return detail["readOnly"] === true || detail["readOnly"] === "true";
}

/**
 * Why CloudTrail hands the event to EventBridge: some trail must log it.
 * @throws BlockedError when no trail does
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-service-event-cloudtrail.html
 */
export function recorded(network: Network, event: EventEnvelope): Hop {
  if (!event["detail-type"].endsWith("via CloudTrail")) {
    return stationAt(NAME, undefined, "AWS sends this event itself: it needs no trail");
  }
  const readOnly = isReadOnly(event);
  const { account, region } = event;
  return network.once(`trail ${account} ${region} ${String(readOnly)}`, () =>
    recordedAt(network, account, region, readOnly),
  );
}

function recordedAt(network: Network, account: string, region: string, readOnly: boolean): Hop {
  // Once: this is asked for each account and region, and an organization has 100,000 resources.
  const trails = network.once("trails", () =>
    network.inventory.resources.filter(({ type }) => type === "aws_cloudtrail"),
  );
  if (trails.length === 0) {
    const bucket = network
      .all("aws_s3_bucket_policy")
      .find((policy) => optionalText(policy, "policy")?.includes("cloudtrail.amazonaws.com"));
    if (bucket)
      stopAt(NAME, bucket, "the bucket of a trail is there, but no trail that writes to it");
    const what = readOnly
      ? "management events, those that only read included"
      : "management events";
    return stationAt(NAME, undefined, `assumed: an existing organization trail logs ${what}`);
  }
  const stops: Stop[] = [];
  for (const trail of trails) {
    const stop = stopsOf(() => {
      const miss = missOf(trail, account, region) ?? selectorMiss(trail, readOnly);
      if (miss !== undefined) stopAt(NAME, trail, miss);
      trailCanWrite(network, trail);
    });
    if (stop.length === 0) {
      return stationAt(NAME, trail, `logs management events of account ${account} in ${region}`);
    }
    stops.push(...stop);
  }
  const [first] = stops;
  throw first ? new BlockedError(first) : new RangeError("there is no trail");
}

/** Why a trail does not log events of an account and region; undefined when it does. */
function missOf(trail: Resource, account: string, region: string): string | undefined {
  const place = placeOf(trail);
  if (!flag(trail, "enable_logging", true)) return "enable_logging is false: it records nothing";
  if (!flag(trail, "is_organization_trail", false) && place.account !== account) {
    return `it is no organization trail: it records only account ${place.account}`;
  }
  if (!flag(trail, "is_multi_region_trail", false) && place.region !== region) {
    return `it is no multi-region trail: it records only ${place.region}`;
  }
  if (!flag(trail, "include_global_service_events", true)) {
    return "include_global_service_events is false: it leaves out events of IAM and of sign-in";
  }
  return undefined;
}

function selectorMiss(trail: Resource, readOnly: boolean): string | undefined {
  if (!isBlank(trail.attributes["advanced_event_selector"])) {
    return advancedSelectorMiss(trail, readOnly);
  }
  const selectors = blocks(trail, "event_selector");
  if (selectors.length === 0) return undefined;
  const wanted = readOnly ? "ReadOnly" : "WriteOnly";
  const logging = selectors.filter((selector) => {
    const type = optionalText(trail, "read_write_type", selector) ?? "All";
    return (
      flag(trail, "include_management_events", true, selector) &&
      (type === "All" || type === wanted)
    );
  });
  if (logging.length === 0) {
    return `no event selector logs ${readOnly ? "read-only" : "write"} management events`;
  }
  const whole = logging.some(({ exclude_management_event_sources: left }) => isBlank(left));
  return whole ? undefined : "its event selectors leave out event sources: not understood";
}
