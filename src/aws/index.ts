export {
  accountRootArn,
  bucketArn,
  eventBusArn,
  eventRuleArn,
  functionArn,
  logGroupArn,
  managedPolicyArn,
  parseArn,
  queueArn,
  roleArn,
  topicArn,
  trailArn,
  type ArnPlace,
  type Place,
} from "./arn";
export type {
  AnythingBut,
  EqualsIgnoreCase,
  EventPattern,
  NumericComparison,
  Operator,
  ValueMatcher,
} from "./eventbridge";
export type { JsonLeaf } from "../json/value";
export * from "./partitions";
export * from "./policy-document";
export {
  defaultRegions,
  findRegion,
  optInRegions,
  publishedPartition,
  regions,
  type Region,
} from "./regions";
