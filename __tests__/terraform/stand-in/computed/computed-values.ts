import type { TfObject } from "../values";
import { events } from "./events";
import { bucketSetting, identityAndStorage } from "./identity-and-storage";
import { messages } from "./messages";
import { uuid, type ComputedValues, type NewResource } from "./new-resource";
import { trailAndAlarms } from "./trail-and-alarms";

const rules: Readonly<Record<string, ComputedValues>> = {
  ...events,
  ...identityAndStorage,
  ...messages,
  ...trailAndAlarms,
};

/** The values that AWS adds to a new resource, in AWS's own forms. */
export function computedValues(resource: NewResource): TfObject {
  const rule =
    rules[resource.type] ??
    (resource.type.startsWith("aws_s3_bucket_") ? bucketSetting : undefined);
  return rule === undefined ? { id: uuid(resource) } : rule(resource);
}
