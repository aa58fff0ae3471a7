import type { EventEnvelope } from "../../catalog";
import { BlockedError, blocked, blockersOf, step, type Finding, type Hop } from "../finding";
import type { Resource } from "../inventory";
import { flag, optionalText, placeOf, type ResourceIndex } from "../resource-index";
import type { TraceOptions } from "./run";
import { trailCanWrite, type TrailAssumptions } from "./trail-permissions";
import { requireSelector, type ManagementEvent } from "./trail-selectors";

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
export function recorded(
  index: ResourceIndex,
  event: EventEnvelope,
  { trail, permissionsBoundary }: Pick<TraceOptions, "trail" | "permissionsBoundary"> = {},
): Hop {
  if (!event["detail-type"].endsWith("via CloudTrail")) {
    return step(NAME, undefined, "AWS sends this event itself: it needs no trail");
  }
  const { account, region, detail } = event;
  const named = detail["eventSource"];
  const sort = { readOnly: isReadOnly(event), source: typeof named === "string" ? named : "" };
  const key = `trail ${account} ${region} ${String(sort.readOnly)} ${sort.source} ${trail ?? ""} ${permissionsBoundary ?? ""}`;
  return index.once(key, () =>
    assumesTrail(index, trail)
      ? existing(sort)
      : recordedAt(index, account, region, { ...sort, permissionsBoundary }),
  );
}

/** Trails that may log the events of alerts; those of teams are left out. */
function trailsIn(index: ResourceIndex): readonly Resource[] {
  return index.written("aws_cloudtrail").filter((trail) => !isOtherTrail(index, trail));
}

/** The policy of a bucket that was made for a trail. */
function trailBucketPolicy(index: ResourceIndex): Resource | undefined {
  return index
    .all("aws_s3_bucket_policy")
    .find((policy) => optionalText(policy, "policy")?.includes("cloudtrail.amazonaws.com"));
}

/** Whether a trail is taken for granted, since it is not in what was read. */
export function assumesTrail(index: ResourceIndex, trail: TraceOptions["trail"]): boolean {
  if (trail === "existing") return true;
  return trailsIn(index).length === 0 && trailBucketPolicy(index) === undefined;
}

function existing({ readOnly }: ManagementEvent): Hop {
  const what = readOnly ? "management events, read-only ones included" : "management events";
  return step(NAME, undefined, `assumed: an existing organization trail logs ${what}`);
}

/** Whether a trail may be of the team that owns the stack: of its account alone, to a bucket elsewhere. */
export function isOtherTrail(index: ResourceIndex, trail: Resource): boolean {
  const isOrganization = trail.attributes["is_organization_trail"] ?? false;
  const bucket = trail.attributes["s3_bucket_name"];
  if (isOrganization !== false || typeof bucket !== "string") return false;
  return !index.all("aws_s3_bucket").some(({ attributes }) => attributes["bucket"] === bucket);
}

function recordedAt(
  index: ResourceIndex,
  account: string,
  region: string,
  sort: ManagementEvent & Pick<TrailAssumptions, "permissionsBoundary">,
): Hop {
  const trails = trailsIn(index);
  const bucket = trails.length === 0 ? trailBucketPolicy(index) : undefined;
  if (bucket) blocked("trail-missing", bucket, "no trail writes to the bucket");
  const blockers: Finding[] = [];
  for (const trail of trails) {
    const found = blockersOf(() => {
      requireLogging(trail, account, region);
      requireSelector(trail, sort);
      trailCanWrite(index, trail, sort);
    });
    if (found.length === 0) {
      return step(NAME, trail, `logs management events of account ${account} in ${region}`);
    }
    blockers.push(...found);
  }
  const [first] = blockers;
  throw first ? new BlockedError(first) : new RangeError("there is no trail");
}

/** @throws BlockedError for a trail that does not log events of an account and region */
function requireLogging(trail: Resource, account: string, region: string): void {
  const place = placeOf(trail);
  if (!flag(trail, "enable_logging", true))
    blocked("trail-records-too-little", trail, "enable_logging is false");
  if (!flag(trail, "is_organization_trail", false) && place.account !== account) {
    blocked(
      "trail-records-too-little",
      trail,
      `is_organization_trail is false: only account ${place.account} is recorded`,
    );
  }
  if (!flag(trail, "is_multi_region_trail", false) && place.region !== region) {
    blocked(
      "trail-records-too-little",
      trail,
      `is_multi_region_trail is false: only ${place.region} is recorded`,
    );
  }
  if (!flag(trail, "include_global_service_events", true)) {
    blocked("trail-records-too-little", trail, "include_global_service_events is false");
  }
}
