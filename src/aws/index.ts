export * from "./arn";
export * from "./partitions";
export * from "./policy-document";
export * from "./regions";
