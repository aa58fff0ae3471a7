import type { Shapes } from "../property-shapes";

/** What the properties of an organization trail are to a program without types. */
export const trailShapes = {
  provider: "provider",
  place: "place",
  managementAccount: "text",
  organizationId: "text",
  namePrefix: "text",
  bucketName: "text?",
  accessLogBucketName: "text?",
  retentionDays: "number?",
  existingBucketName: "text?",
  existingKeyArn: "text?",
  existingLogGroup: "object?",
  deadLetterQueueName: "text?",
  objectLockDays: "number?",
  createdRoles: "object?",
} as const satisfies Shapes;
