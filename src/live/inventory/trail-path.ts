import { logGroupArn } from "../../aws/arn";
import { partitionOfRegion } from "../../aws/regions";
import type { Finding } from "../../coverage";
import type { Here } from "../here";
import { readBucket } from "./buckets";
import { foundAt, joined, lost, nothing, readEach, type Facts } from "./found";
import { keysOf } from "./keys";
import { deliveryFindings } from "./live-findings";
import { readLogGroup } from "./log-groups";
import { guardsAt, type LiveScope } from "./scope";
import { readTopic } from "./topics";
import { readTrail, trailsOf, type ReadTrail } from "./trails";
import { readWatch } from "./watch";

/** The trail and the log path. */
export interface TrailPath extends Facts {
  /** Roles with which trails write to log groups. */
  readonly roleArns: readonly string[];
}

/** The organization trail at its home, where it writes to, and what its log group is searched for. */
export async function readTrailPath(here: Here, scope: LiveScope): Promise<TrailPath> {
  const listed = await trailsOf(here);
  const all = listed.state === "known" ? listed.value : [];
  const own = all.filter(({ Name }) => Name?.startsWith(scope.namePrefix));
  const trails = await readEach(
    own.length > 0 ? own : all.filter(({ IsOrganizationTrail }) => IsOrganizationTrail),
    (trail) => readTrail(here, trail),
  );
  const buckets = await readEach(
    trails.flatMap(({ trail }) => trail.S3BucketName ?? []),
    (name) => readBucket(here, name),
  );
  const watch = await readWatch(here, scope);
  const topics = joined(await readEach(watch.topicArns, (arn) => readTopic(here, arn)));
  const named = guardsAt(scope, here.place).logGroups.map((name) =>
    logGroupArn({ ...here.place, partition: partitionOfRegion(here.place.region) }, name),
  );
  const groups = await readEach(
    [...trails.flatMap(({ trail }) => trail.CloudWatchLogsLogGroupArn ?? []), ...named].map((arn) =>
      arn.replace(/:\*$/u, ""),
    ),
    (arn) => readLogGroup(here, arn),
  );
  const read = trails.map(({ resource }) => resource);
  const keys = await keysOf(here, [...read, ...topics.resources, ...groups.flat()]);
  // Without it, one that exists outside of what is read would be taken at its word.
  const placeholder =
    listed.state === "not known"
      ? [foundAt(here, "aws_cloudtrail", "?", { name: "?", enable_logging: lost(listed.notKnown) })]
      : [];
  return {
    ...joined([
      { ...nothing, resources: [...read, ...placeholder, ...buckets.flat(), ...groups.flat()] },
      { ...nothing, resources: keys },
      { ...nothing, findings: trails.flatMap(failures) },
      topics,
      watch,
    ]),
    roleArns: trails.flatMap(({ trail }) => trail.CloudWatchLogsRoleArn ?? []),
  };
}

function failures({ resource, status }: ReadTrail): readonly Finding[] {
  if (status.state !== "known") return [];
  const { LatestDeliveryError: bucket, LatestCloudWatchLogsDeliveryError: group } = status.value;
  return deliveryFindings(resource, { bucket, "log group": group });
}
