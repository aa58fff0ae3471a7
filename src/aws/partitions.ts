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
}

const facts: Readonly<Record<Partition, PartitionFacts>> = {
  aws: { consoleDomain: "console.aws.amazon.com", globalRegion: "us-east-1" },
  "aws-us-gov": { consoleDomain: "console.amazonaws-us-gov.com", globalRegion: "us-gov-west-1" },
  "aws-cn": { consoleDomain: "console.amazonaws.cn", globalRegion: "cn-north-1" },
};

/** Every partition this package generates for. */
export const partitions = Object.keys(facts) as readonly Partition[];

/** Domain of the AWS Management Console in a partition, without a region. */
export function consoleDomain(partition: Partition): string {
  return facts[partition].consoleDomain;
}

/** The region where a partition records the events of global services such as IAM. */
export function globalRegion(partition: Partition): string {
  return facts[partition].globalRegion;
}
