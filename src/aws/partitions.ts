/**
 * An AWS partition this package generates for.
 * @see https://docs.aws.amazon.com/general/latest/gr/aws-arns.html
 */
export type Partition = "aws" | "aws-us-gov" | "aws-cn";

interface PartitionFacts {
  /** Domain of the AWS Management Console. */
  readonly consoleDomain: string;
  /** The region in which IAM's own events are recorded, and whose provider creates global resources. */
  readonly globalRegion: string;
  /** Whether EventBridge sends events from one region of the partition to a bus in another. */
  readonly routesAcrossRegions: boolean;
}

const facts: Readonly<Record<Partition, PartitionFacts>> = {
  aws: {
    consoleDomain: "console.aws.amazon.com",
    globalRegion: "us-east-1",
    routesAcrossRegions: true,
  },
  "aws-us-gov": {
    consoleDomain: "console.amazonaws-us-gov.com",
    globalRegion: "us-gov-west-1",
    routesAcrossRegions: false,
  },
  "aws-cn": {
    consoleDomain: "console.amazonaws.cn",
    globalRegion: "cn-north-1",
    routesAcrossRegions: false,
  },
};

/** Every partition this package generates for. */
export const partitions = Object.keys(facts) as readonly Partition[];

/** Domain of the AWS Management Console in a partition, without a region. */
export function consoleDomain(partition: Partition): string {
  return facts[partition].consoleDomain;
}

/**
 * Whether EventBridge sends events across regions in a partition.
 * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-cross-region.html
 */
export function routesAcrossRegions(partition: Partition): boolean {
  return facts[partition].routesAcrossRegions;
}

/** The region where a partition records the events of global services such as IAM. */
export function globalRegion(partition: Partition): string {
  return facts[partition].globalRegion;
}
