import {
  CloudWatchLogsClient,
  DescribeLogGroupsCommand,
  DescribeMetricFiltersCommand,
  DescribeQueryDefinitionsCommand,
  DescribeResourcePoliciesCommand,
  type LogGroup,
} from "@aws-sdk/client-cloudwatch-logs";
import { parseArn } from "../../aws";
import { logGroupName } from "../../aws/arn";
import type { FoundResource } from "../../coverage";
import type { Here } from "../here";
import type { Service } from "../service";
import { foundAt, settle } from "./found";

export const logs: Service<CloudWatchLogsClient> = {
  prefix: "logs",
  create: (settings) => new CloudWatchLogsClient(settings),
};

/** A log group with its metric filters; nothing where it does not exist, or is of another place. */
export async function readLogGroup(here: Here, arn: string): Promise<readonly FoundResource[]> {
  const { account, region } = parseArn(arn) ?? {};
  const name = logGroupName(arn);
  if (name === undefined || account !== here.place.account || region !== here.place.region) {
    return [];
  }
  const groups = await here.pages({
    service: logs,
    operation: "DescribeLogGroups",
    send: (client, nextToken) =>
      client.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: name, nextToken })),
    result: ({ logGroups }) => logGroups,
    next: ({ nextToken }) => nextToken,
  });
  const type = "aws_cloudwatch_log_group";
  const plainArn = arn.replace(/:\*$/u, "");
  const found = settle(groups, {
    known: (all) =>
      all
        .filter(({ logGroupName: other }) => other === name)
        .flatMap((group) => [
          foundAt(here, type, name, {
            name,
            arn: plainArn,
            retention_in_days: group.retentionInDays,
            kms_key_id: group.kmsKeyId,
            log_group_class: group.logGroupClass,
          }),
          ...dataProtection(here, name, group),
        ]),
    missing: () => [],
    notKnown: (lost) => [
      foundAt(here, type, name, { name, arn: plainArn, kms_key_id: lost, retention_in_days: lost }),
    ],
  });
  return found.length === 0 ? [] : [...found, ...(await metricFilters(here, name))];
}

/**
 * What masks parts of the log events, of the group itself or of the whole account; metric filters see the masks.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html
 */
function dataProtection(
  here: Here,
  name: string,
  { dataProtectionStatus: status, inheritedProperties = [] }: LogGroup,
): readonly FoundResource[] {
  const isOfGroup = status !== undefined && !/^(?:DISABLED|DELETED|ARCHIVED)$/u.test(status);
  const values = { log_group_name: name };
  return [
    ...(isOfGroup
      ? [foundAt(here, "aws_cloudwatch_log_data_protection_policy", name, values)]
      : []),
    ...(inheritedProperties.length > 0
      ? [foundAt(here, "aws_cloudwatch_log_account_policy", inheritedProperties.join(), values)]
      : []),
  ];
}

async function metricFilters(here: Here, name: string): Promise<readonly FoundResource[]> {
  const filters = await here.pages({
    service: logs,
    operation: "DescribeMetricFilters",
    send: (client, nextToken) =>
      client.send(new DescribeMetricFiltersCommand({ logGroupName: name, nextToken })),
    result: ({ metricFilters: all }) => all,
    next: ({ nextToken }) => nextToken,
  });
  if (filters.state !== "known") return [];
  return filters.value.map((filter) =>
    foundAt(here, "aws_cloudwatch_log_metric_filter", `${name}/${filter.filterName ?? ""}`, {
      log_group_name: name,
      name: filter.filterName,
      pattern: filter.filterPattern,
      field_selection_criteria: filter.fieldSelectionCriteria,
      apply_on_transformed_logs: filter.applyOnTransformedLogs,
      emit_system_field_dimensions: filter.emitSystemFieldDimensions,
      metric_transformation: filter.metricTransformations?.map((transformation) => ({
        name: transformation.metricName,
        namespace: transformation.metricNamespace,
        value: transformation.metricValue,
        default_value:
          transformation.defaultValue === undefined
            ? undefined
            : String(transformation.defaultValue),
        dimensions: transformation.dimensions,
        unit: transformation.unit,
      })),
    }),
  );
}

/** What lets services write to the log groups of a place. */
export async function readLogPolicies(here: Here): Promise<readonly FoundResource[]> {
  const type = "aws_cloudwatch_log_resource_policy";
  const policies = await here.pages({
    service: logs,
    operation: "DescribeResourcePolicies",
    send: (client, nextToken) => client.send(new DescribeResourcePoliciesCommand({ nextToken })),
    result: ({ resourcePolicies }) => resourcePolicies,
    next: ({ nextToken }) => nextToken,
  });
  return settle(policies, {
    known: (all) =>
      all.map(({ policyName = "", policyDocument }) =>
        foundAt(here, type, policyName, {
          policy_name: policyName,
          policy_document: policyDocument,
        }),
      ),
    missing: () => [],
    notKnown: (lost) => [foundAt(here, type, "?", { policy_name: "?", policy_document: lost })],
  });
}

/** The saved queries whose names begin with a text. */
export async function readQueries(here: Here, prefix: string): Promise<readonly FoundResource[]> {
  const queries = await here.pages({
    service: logs,
    operation: "DescribeQueryDefinitions",
    send: (client, nextToken) =>
      client.send(
        new DescribeQueryDefinitionsCommand({ queryDefinitionNamePrefix: prefix, nextToken }),
      ),
    result: ({ queryDefinitions }) => queryDefinitions,
    next: ({ nextToken }) => nextToken,
  });
  if (queries.state !== "known") return [];
  return queries.value.map(({ name = "", queryString, logGroupNames }) =>
    foundAt(here, "aws_cloudwatch_query_definition", name, {
      name,
      query_string: queryString,
      log_group_names: logGroupNames,
    }),
  );
}
