/** Name of the rule, the same in every account and region, and of the role that sends for it. */
export function forwarderName(namePrefix: string): string {
  return `${namePrefix}-forward`;
}

/** Name of the queue that keeps what a forwarding rule could not deliver. */
export function forwarderQueueName(namePrefix: string): string {
  return `${namePrefix}-forward-dead-letters`;
}

/** Id of the construct that stands for all regions of an account at once. */
export const eachRegionId = "each-region";
