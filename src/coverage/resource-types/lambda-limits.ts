import { word, type ArgumentForm, type ArgumentLimits } from "./argument-form";

const account: ArgumentForm = { shortest: 12, longest: 12, allowed: /^\d+$/u };
const functionName = word(
  140,
  /^(?:arn:[\w-]+:lambda:)?(?:[a-z]{2}-(?:[a-z]+-){1,2}\d:)?(?:\d{12}:)?(?:function:)?[\w-]+(?::(?:\$LATEST|[\w-]+))?$/u,
);
/** Later versions of the provider know more of them. */
const RUNTIME = /^(?:dotnet|go|java|nodejs|provided|python|ruby)[\w.]*$/u;

/** What the provider accepts of types of AWS Lambda. */
export const lambdaLimits: Readonly<Record<string, ArgumentLimits>> = {
  aws_lambda_function: {
    forms: {
      function_name: functionName,
      role: "arn",
      code_signing_config_arn: "arn",
      layers: { each: "arn" },
      memory_size: { from: 128 },
      timeout: { from: 1, to: 900 },
      handler: word(128),
      runtime: { allowed: RUNTIME },
      package_type: ["Zip", "Image"],
      architectures: { each: ["x86_64", "arm64"], most: 1 },
      reserved_concurrent_executions: { from: -1 },
      kms_key_arn: "arn",
      "dead_letter_config.target_arn": "arn",
      "ephemeral_storage.size": { from: 512, to: 10_240 },
      "file_system_config.arn": "arn",
      "file_system_config.local_mount_path": { allowed: /^\/mnt\/[\w.-]+$/u },
      "logging_config.application_log_level": ["TRACE", "DEBUG", "INFO", "WARN", "ERROR", "FATAL"],
      "logging_config.log_format": ["JSON", "Text"],
      "logging_config.log_group": word(512, /^[\w./#-]+$/u),
      "logging_config.system_log_level": ["DEBUG", "INFO", "WARN"],
      "snap_start.apply_on": ["PublishedVersions", "None"],
      "tracing_config.mode": ["Active", "PassThrough"],
    },
    exclusive: [
      ["filename", "s3_bucket", "image_uri"],
      ["s3_object_version", "filename"],
      ["s3_object_version", "image_uri"],
    ],
    oneOf: [["filename", "s3_bucket", "image_uri"]],
    needs: {
      s3_bucket: "s3_key",
      s3_key: "s3_bucket",
      replacement_security_group_ids: "replace_security_groups_on_destroy",
    },
  },
  aws_lambda_function_event_invoke_config: {
    forms: {
      function_name: { allowed: /./su },
      qualifier: { allowed: /./su },
      maximum_event_age_in_seconds: { from: 60, to: 21_600 },
      maximum_retry_attempts: { from: 0, to: 2 },
      "destination_config.on_failure.destination": "arn",
      "destination_config.on_success.destination": "arn",
    },
  },
  aws_lambda_permission: {
    forms: {
      action: { allowed: /^(?:lambda:\*|lambda:[A-Za-z]+|\*)$/u },
      event_source_token: word(256, /^[\w.-]+$/u),
      function_name: functionName,
      function_url_auth_type: ["NONE", "AWS_IAM"],
      qualifier: word(128, /^[\w$-]+$/u),
      source_arn: "arn",
      source_account: account,
      statement_id: word(100, /^[\w-]+$/u),
      statement_id_prefix: word(100, /^[\w-]+$/u),
    },
    exclusive: [["statement_id", "statement_id_prefix"]],
  },
};
