import {
  CloudTrailClient,
  DescribeTrailsCommand,
  GetEventSelectorsCommand,
  GetTrailStatusCommand,
  type AdvancedEventSelector,
  type EventSelector,
  type GetTrailStatusCommandOutput,
  type Trail,
} from "@aws-sdk/client-cloudtrail";
import type { FoundResource } from "../../coverage";
import type { Value, ValueObject } from "../../coverage/inventory/value";
import type { Answer } from "../answer";
import type { Here } from "../here";
import type { Service } from "../service";
import { foundAt, settle } from "./found";

export const cloudtrail: Service<CloudTrailClient> = {
  prefix: "cloudtrail",
  create: (settings) => new CloudTrailClient(settings),
};

/** A trail, and what CloudTrail says of its work. */
export interface ReadTrail {
  readonly resource: FoundResource;
  readonly trail: Trail;
  readonly status: Answer<GetTrailStatusCommandOutput>;
}

/** The trails whose home is here. */
export function trailsOf(here: Here): Promise<Answer<readonly Trail[]>> {
  return here.ask({
    service: cloudtrail,
    operation: "DescribeTrails",
    send: (client) => client.send(new DescribeTrailsCommand({ includeShadowTrails: false })),
    result: ({ trailList }) => trailList,
  });
}

/** A trail with its state and its selectors. */
export async function readTrail(here: Here, trail: Trail): Promise<ReadTrail> {
  const { TrailARN: arn = "", Name: name = "" } = trail;
  const status = await here.ask({
    service: cloudtrail,
    operation: "GetTrailStatus",
    send: (client) => client.send(new GetTrailStatusCommand({ Name: arn })),
    result: (answer) => (answer.IsLogging === undefined ? undefined : answer),
  });
  const selectors = await here.ask({
    service: cloudtrail,
    operation: "GetEventSelectors",
    send: (client) => client.send(new GetEventSelectorsCommand({ TrailName: arn })),
    result: ({ EventSelectors: basic = [], AdvancedEventSelectors: advanced = [] }) =>
      basic.length + advanced.length === 0 ? undefined : { basic, advanced },
  });
  const resource = foundAt(here, "aws_cloudtrail", name, {
    name,
    arn,
    s3_bucket_name: trail.S3BucketName,
    s3_key_prefix: trail.S3KeyPrefix,
    sns_topic_name: trail.SnsTopicARN,
    include_global_service_events: trail.IncludeGlobalServiceEvents,
    is_multi_region_trail: trail.IsMultiRegionTrail,
    is_organization_trail: trail.IsOrganizationTrail,
    enable_log_file_validation: trail.LogFileValidationEnabled,
    kms_key_id: trail.KmsKeyId,
    cloud_watch_logs_group_arn: trail.CloudWatchLogsLogGroupArn,
    cloud_watch_logs_role_arn: trail.CloudWatchLogsRoleArn,
    enable_logging: settle<GetTrailStatusCommandOutput, Value>(status, {
      known: ({ IsLogging }) => IsLogging,
      missing: () => false,
      notKnown: (lost) => lost,
    }),
    ...settle<Selectors, ValueObject>(selectors, {
      known: ({ basic, advanced }) => ({
        event_selector: basic.map(basicSelector),
        advanced_event_selector: advanced.map(advancedSelector),
      }),
      missing: () => ({}),
      notKnown: (lost) => ({ event_selector: lost }),
    }),
  });
  return { resource, trail, status };
}

interface Selectors {
  readonly basic: readonly EventSelector[];
  readonly advanced: readonly AdvancedEventSelector[];
}

function basicSelector(selector: EventSelector): ValueObject {
  return {
    read_write_type: selector.ReadWriteType,
    include_management_events: selector.IncludeManagementEvents,
    exclude_management_event_sources: selector.ExcludeManagementEventSources,
    data_resource: selector.DataResources?.map(({ Type, Values }) => ({
      type: Type,
      values: Values,
    })),
  };
}

function advancedSelector({ Name, FieldSelectors = [] }: AdvancedEventSelector): ValueObject {
  return {
    name: Name,
    field_selector: FieldSelectors.map((field) => ({
      field: field.Field,
      equals: field.Equals,
      starts_with: field.StartsWith,
      ends_with: field.EndsWith,
      not_equals: field.NotEquals,
      not_starts_with: field.NotStartsWith,
      not_ends_with: field.NotEndsWith,
    })),
  };
}
