import { functionArn } from "../../aws/arn";
import type { ResourceTypes } from "./resource-type";

/** AWS Lambda. */
export const lambda: ResourceTypes = {
  aws_lambda_function: {
    isMeasured: true,
    formsMessages: "always",
    file: "filename",
    key: "{arn}",
    unique: "{arn}",
    owns: "{function}",
    name: "function_name",
    computed: { arn: ({ place, name }) => functionArn(place, name), id: ({ name }) => name },
    loss: "no alert that it formats arrives until there is another",
    settings: {
      capacity_provider_config: [],
      code_signing_config_arn: [],
      dead_letter_config: [],
      durable_config: [],
      file_system_config: [],
      image_config: [],
      image_uri: [],
      kms_key_arn: [],
      layers: [],
      package_type: ["Zip"],
      reserved_concurrent_executions: [-1],
      s3_bucket: [],
      snap_start: [],
      source_kms_key_arn: [],
      tenancy_config: [],
      vpc_config: [],
    },
  },
  aws_lambda_function_event_invoke_config: {
    key: "{function}",
    unique: "{function}",
    formsMessages: "always",
    loss: "alerts that the function fails to format are not sent as they are",
    settings: { qualifier: ["$LATEST"] },
  },
  aws_lambda_permission: {
    key: "{function}",
    unique: "{function}/{statement_id}",
    formsMessages: "always",
    loss: "EventBridge may not invoke the function without it",
    settings: {
      event_source_token: [],
      function_url_auth_type: [],
      invoked_via_function_url: [false],
    },
  },
};
