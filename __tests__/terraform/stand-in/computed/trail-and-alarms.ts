import { isObject } from "../values";
import {
  arn,
  configured,
  nameOf,
  uuid,
  type ComputedValues,
  type NewResource,
} from "./new-resource";

const alarm: ComputedValues = (resource) => {
  const name = configured(resource, "alarm_name");
  return { arn: arn(resource, "cloudwatch", `alarm:${name}`), id: name };
};

function hasOrganizationalUnits({ values }: NewResource): boolean {
  const targets = values.deployment_targets;
  const target = Array.isArray(targets) ? targets[0] : undefined;
  return isObject(target) && Array.isArray(target.organizational_unit_ids);
}

/** CloudTrail, CloudWatch and CloudWatch Logs, CloudFormation StackSets. */
export const trailAndAlarms: Readonly<Record<string, ComputedValues>> = {
  aws_cloudtrail: (trail) => {
    const own = arn(trail, "cloudtrail", `trail/${configured(trail, "name")}`);
    return { arn: own, id: own, home_region: trail.region };
  },
  aws_cloudtrail_organization_delegated_admin_account: (admin) => ({
    arn: arn(admin, "organizations", `account/${configured(admin, "account_id")}`, { region: "" }),
    id: configured(admin, "account_id"),
    service_principal: "cloudtrail.amazonaws.com",
  }),
  aws_cloudwatch_log_group: (group) => {
    const name = nameOf(group);
    return { arn: arn(group, "logs", `log-group:${name}`), id: name, name };
  },
  aws_cloudwatch_log_delivery_source: (source) => ({
    arn: arn(source, "logs", `delivery-source:${configured(source, "name")}`),
    service: configured(source, "resource_arn").split(":")[2] ?? "",
  }),
  aws_cloudwatch_log_delivery_destination: (destination) => ({
    arn: arn(destination, "logs", `delivery-destination:${configured(destination, "name")}`),
    delivery_destination_type: "CWL",
  }),
  aws_cloudwatch_log_delivery: (delivery) => {
    const id = uuid(delivery).replaceAll("-", "").slice(0, 16);
    return { arn: arn(delivery, "logs", `delivery:${id}`), id };
  },
  aws_cloudwatch_log_metric_filter: (filter) => ({ id: configured(filter, "name") }),
  aws_cloudwatch_log_resource_policy: (policy) => ({ id: configured(policy, "policy_name") }),
  aws_cloudwatch_query_definition: (query) => {
    const id = uuid(query);
    return { id, query_definition_id: id };
  },
  aws_cloudwatch_metric_alarm: alarm,
  aws_cloudwatch_composite_alarm: alarm,
  aws_cloudwatch_dashboard: (dashboard) => {
    const name = configured(dashboard, "dashboard_name");
    return {
      dashboard_arn: arn(dashboard, "cloudwatch", `dashboard/${name}`, { region: "" }),
      id: name,
    };
  },
  aws_cloudformation_stack_set: (set) => {
    const name = configured(set, "name");
    const id = `${name}:${uuid(set)}`;
    return { arn: arn(set, "cloudformation", `stackset/${id}`), id: name, stack_set_id: id };
  },
  aws_cloudformation_stack_instances: (instances) => ({
    id: [
      configured(instances, "stack_set_name"),
      configured(instances, "call_as") || "SELF",
      hasOrganizationalUnits(instances) ? "OU" : "",
    ].join(","),
    stack_set_id: `${configured(instances, "stack_set_name")}:${uuid(instances)}`,
  }),
  aws_cloudformation_stack_set_instance: (instance) => {
    const account = configured(instance, "account_id") || instance.account;
    const region = configured(instance, "stack_set_instance_region") || instance.region;
    return {
      id: [configured(instance, "stack_set_name"), account, region].join(","),
      account_id: account,
      stack_set_instance_region: region,
    };
  },
};
