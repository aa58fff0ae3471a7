import { usualShapes, type Shapes } from "../property-shapes";

/** What the properties of an alert hub are to a program without types. */
export const hubShapes = {
  ...usualShapes,
  provider: "provider",
  place: "place",
  namePrefix: "text",
  organizationId: "text?",
  routes: "routes",
  existingBus: "object?",
  ignored: "list of objects?",
  alarmTopicArn: "text?",
  floodPerMinute: "number?",
  watchedTopicNames: "texts?",
  heartbeat: "object?",
  archiveDays: "number?",
  logRetentionDays: "number?",
} as const satisfies Shapes;
