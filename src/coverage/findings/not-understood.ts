import type { Resource } from "../inventory";
import { isUnresolved } from "../inventory/value";
import { identities, isBlank, type Network } from "../network";
import { stationAt } from "../station";
import type { Stop } from "../trace-result";

/** Resources that no event passes, and that cannot stop one. */
const harmless =
  /^aws_s3_bucket_(lifecycle_configuration|object_lock_configuration|ownership_controls|public_access_block|server_side_encryption_configuration|versioning)$/u;

/** Resources of types that this check knows nothing of: they may change what the others do. */
function unknownTypes(resources: readonly Resource[]): readonly Stop[] {
  return resources
    .filter(({ type }) => !(type in identities) && !harmless.test(type))
    .map((resource) =>
      stationAt("resource type", resource, `${resource.type} is not understood by this check`),
    );
}

/** Resources of which it is not known whether there is one. */
function unknownNumbers(resources: readonly Resource[]): readonly Stop[] {
  return resources
    .filter(({ address }) => address.endsWith("[*]"))
    .map((resource) =>
      stationAt("repetition", resource, "count or for_each cannot be resolved: there may be none"),
    );
}

/** Settings that change an event's way and are not followed, each with the values that do not. */
const settings: Readonly<Record<string, Readonly<Record<string, readonly unknown[]>>>> = {
  aws_cloudwatch_event_bus: { kms_key_identifier: [""] },
  // Only this class has metric filters.
  aws_cloudwatch_log_group: { log_group_class: ["STANDARD"] },
  aws_sns_topic: { delivery_policy: [""] },
  aws_sns_topic_subscription: { delivery_policy: [""] },
  aws_cloudtrail: { s3_key_prefix: [""], sns_topic_name: [""] },
  aws_iam_role: { inline_policy: [], permissions_boundary: [""] },
  aws_kms_key: {
    key_usage: ["ENCRYPT_DECRYPT"],
    customer_master_key_spec: ["SYMMETRIC_DEFAULT"],
    custom_key_store_id: [""],
  },
  aws_lambda_function: {
    capacity_provider_config: [],
    code_signing_config_arn: [""],
    dead_letter_config: [],
    durable_config: [],
    file_system_config: [],
    image_config: [],
    image_uri: [""],
    kms_key_arn: [""],
    layers: [],
    package_type: ["Zip"],
    reserved_concurrent_executions: [-1],
    s3_bucket: [""],
    snap_start: [],
    source_kms_key_arn: [""],
    tenancy_config: [],
    vpc_config: [],
  },
  aws_lambda_function_event_invoke_config: { qualifier: ["", "$LATEST"] },
  aws_lambda_permission: {
    event_source_token: [""],
    function_url_auth_type: [""],
    invoked_via_function_url: [false],
    qualifier: [""],
  },
};

/** What AWS decides where it is not written; a plan does not know it then. */
const decidedByAws = ["log_group_class"];

function isSet(value: unknown, harmlessValues: readonly unknown[]): boolean {
  if (value === undefined || value === null) return false;
  if (Array.isArray(value) && value.length === 0) return false;
  return !harmlessValues.includes(value);
}

function unknownSettings(resources: readonly Resource[]): readonly Stop[] {
  return resources.flatMap((resource) =>
    Object.entries(settings[resource.type] ?? {})
      .filter(([name, values]) => isSet(resource.attributes[name], values))
      .filter(([name]) => {
        const value = resource.attributes[name];
        return !(decidedByAws.includes(name) && isUnresolved(value) && value.isPlanned);
      })
      .map(([name]) => stationAt("setting", resource, `${name} is not understood by this check`)),
  );
}

/** Each policy that can be written at two places, of which the one written last holds. */
const separatePolicies = {
  aws_sns_topic: "aws_sns_topic_policy",
  aws_sqs_queue: "aws_sqs_queue_policy",
  aws_kms_key: "aws_kms_key_policy",
} as const;

function twoPolicies(network: Network): readonly Stop[] {
  return Object.entries(separatePolicies).flatMap(([owner, separate]) =>
    network.all(owner).flatMap((resource) => {
      const inline = resource.attributes["policy"];
      if (inline === undefined || inline === null) return [];
      const names = ["arn", "url", "id", "key_id"].map((name) => resource.attributes[name]);
      const others = names.flatMap((name) =>
        typeof name === "string" ? network.find(separate, name) : [],
      );
      return others
        .slice(0, 1)
        .map((other) =>
          stationAt(
            "two policies",
            other,
            `${resource.address} has a policy of its own: the one that is written last holds`,
          ),
        );
    }),
  );
}

/** Arguments of which a resource has one or the other. */
const alternatives: Readonly<Record<string, readonly [string, string]>> = {
  aws_cloudwatch_event_rule: ["event_pattern", "schedule_expression"],
  aws_cloudtrail: ["event_selector", "advanced_event_selector"],
};

function bothAlternatives(resources: readonly Resource[]): readonly Stop[] {
  return resources.flatMap((resource) => {
    const [one, other] = alternatives[resource.type] ?? [];
    if (one === undefined || other === undefined) return [];
    if (isBlank(resource.attributes[one]) || isBlank(resource.attributes[other])) return [];
    return [stationAt("setting", resource, `it has ${one} and ${other}: which holds is not known`)];
  });
}

/** What cannot be judged, because it is not understood or because two places contradict each other. */
export function notUnderstood(network: Network): readonly Stop[] {
  const { resources } = network.inventory;
  return [
    ...unknownTypes(resources),
    ...unknownNumbers(resources),
    ...unknownSettings(resources),
    ...bothAlternatives(resources),
    ...twoPolicies(network),
  ];
}
