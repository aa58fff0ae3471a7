/** A type whose resources may keep the order of messages, and then have another name. */
export interface FifoType {
  readonly what: string;
  /** The argument that says so. */
  readonly flag: string;
  readonly longest: number;
  /** Arguments of those that do. */
  readonly only: readonly string[];
}

export const fifoTypes: Readonly<Record<string, FifoType>> = {
  aws_sns_topic: {
    what: "topic",
    flag: "fifo_topic",
    longest: 256,
    only: ["content_based_deduplication", "archive_policy", "fifo_throughput_scope"],
  },
  aws_sqs_queue: {
    what: "queue",
    flag: "fifo_queue",
    longest: 80,
    only: ["content_based_deduplication"],
  },
};

/** Arguments that a type must have unless it is made from an image. */
export const packageTypes: Readonly<Record<string, readonly string[]>> = {
  aws_lambda_function: ["handler", "runtime"],
};
