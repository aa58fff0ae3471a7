import { word, type ArgumentForm, type ArgumentLimits } from "./argument-form";

/** Later versions of the provider know the last ones. */
const FIELD =
  /^(?:eventCategory|eventName|eventSource|readOnly|resources\.(?:ARN|type)|userIdentity\.arn|errorCode|eventType|sessionCredentialFromConsole|vpcEndpointId)$/u;
const compared: ArgumentForm = { each: word(2048), least: 1 };
const field = "advanced_event_selector.field_selector";

/** What the provider accepts of a trail. */
export const trailLimits: Readonly<Record<string, ArgumentLimits>> = {
  aws_cloudtrail: {
    forms: {
      name: { shortest: 3, longest: 128 },
      kms_key_id: "arn",
      cloud_watch_logs_role_arn: "arn",
      cloud_watch_logs_group_arn: "arn",
      s3_key_prefix: { longest: 2000 },
      "advanced_event_selector.name": { longest: 1000 },
      [`${field}.field`]: { allowed: FIELD },
      ...Object.fromEntries(
        ["equals", "starts_with", "ends_with"].flatMap((name) => [
          [`${field}.${name}`, compared],
          [`${field}.not_${name}`, compared],
        ]),
      ),
      "event_selector.read_write_type": ["All", "ReadOnly", "WriteOnly"],
      "event_selector.data_resource.type": [
        ...["AWS::DynamoDB::Table", "AWS::Lambda::Function", "AWS::S3::Object"],
      ],
      "event_selector.data_resource.values": { each: { allowed: /^/u }, most: 250 },
      "insight_selector.insight_type": ["ApiCallRateInsight", "ApiErrorRateInsight"],
    },
    exclusive: [["event_selector", "advanced_event_selector"]],
  },
};
