import * as arns from "../../../../src/aws/arn";
import { partitionOfRegion } from "../../../../src/aws/regions";
import type { Call } from "./called-action";

/** Calls of which IAM knows no resource: they are about whatever is in the place. */
const withoutResource: ReadonlySet<string> = new Set([
  "cloudformation:CreateStackSet",
  "cloudtrail:DescribeTrails",
  "events:PutPermission",
  "events:RemovePermission",
  "kms:CreateKey",
  "kms:ListAliases",
  "logs:DeleteResourcePolicy",
  "logs:DescribeLogGroups",
  "logs:DescribeResourcePolicies",
  "logs:PutResourcePolicy",
  "sns:GetSubscriptionAttributes",
  "sns:SetSubscriptionAttributes",
  "sns:Unsubscribe",
]);

/** Paths of roles by their names, in one account. */
export type RolePaths = ReadonlyMap<string, string>;

/**
 * The resources of a call by its parameters, not by the table that is judged.
 * @param paths - of roles: the call that creates one says its path, and no other does, though it is part of the ARN
 * @throws where they are not known how to be found
 */
export function resourcesOf(call: Call, account: string, paths: RolePaths): readonly string[] {
  const { action, region, parameters, url } = call;
  const place = { partition: partitionOfRegion(region), account, region };
  const [service = ""] = action.split(":");
  const text = (...names: readonly string[]): string | undefined =>
    names.flatMap((name) => parameters[name]).find((value) => typeof value === "string");
  const need = (value: string | undefined): string => {
    if (value === undefined)
      throw new Error(`${action} names no resource: ${JSON.stringify(call)}`);
    return value;
  };
  if (withoutResource.has(action)) return [arns.topicArn(place, "whatever")];
  const tagged = text("ResourceARN", "ResourceArn", "resourceArn", "ResourceId", "ResourceIdList");
  if (tagged?.startsWith("arn:") === true) {
    // The server gives some ARNs the partition of most regions, in whatever partition the region is.
    return [tagged.replace(/^arn:[\w-]+:/, `arn:${place.partition}:`)];
  }
  switch (service) {
    case "events": {
      if (/EventBus$/.test(action)) return [arns.eventBusArn(place, need(text("Name")))];
      if (action === "events:CreateArchive") {
        return [
          arns.eventArchiveArn(place, need(text("ArchiveName"))),
          need(text("EventSourceArn")),
        ];
      }
      if (/Archive$/.test(action)) return [arns.eventArchiveArn(place, need(text("ArchiveName")))];
      return [arns.eventRuleArn(place, need(text("Rule", "Name")), text("EventBusName"))];
    }
    case "sqs":
      return [arns.queueArn(place, need(text("QueueName") ?? text("QueueUrl")?.split("/").at(-1)))];
    case "sns":
      return [text("TopicArn") ?? arns.topicArn(place, need(text("Name")))];
    case "iam": {
      const role = need(text("RoleName"));
      return [arns.roleArn(place, role, paths.get(role))];
    }
    case "kms": {
      const alias = text("AliasName");
      const key = text("TargetKeyId", "KeyId");
      const keyOf = (id: string) => (id.startsWith("arn:") ? id : arns.keyArn(place, id));
      return alias === undefined
        ? [keyOf(need(key))]
        : [arns.keyAliasArn(place, alias), keyOf(key ?? "of-the-alias")];
    }
    case "logs": {
      if (/DeliveryDestination$/.test(action)) {
        return [arns.logDeliveryDestinationArn(place, need(text("name")))];
      }
      return [`${arns.logGroupArn(place, need(text("logGroupName")))}:*`];
    }
    case "cloudtrail": {
      const trail = need(text("Name", "TrailName"));
      return [trail.startsWith("arn:") ? trail : arns.trailArn(place, trail)];
    }
    case "cloudwatch":
      return [/Dashboard/.test(action) ? dashboard(call, place) : alarm(call, place)];
    case "lambda": {
      const ofTags = /\/tags\/(.+)$/.exec(decodeURIComponent(url.pathname))?.[1];
      const name = /\/functions\/([^/]+)/.exec(url.pathname)?.[1] ?? text("FunctionName");
      return [ofTags ?? arns.functionArn(place, need(name))];
    }
    case "s3":
      return [arns.bucketArn(place.partition, need(url.pathname.split("/")[1]))];
    case "cloudformation":
      return [`${arns.stackSetArn(place, need(text("StackSetName"))).slice(0, -1)}id`];
    case "ssm": {
      const name = need(text("Name"));
      return [name.startsWith("arn:") ? name : arns.parameterArn(place, name)];
    }
    case "sts":
      return [need(text("RoleArn"))];
    default:
      throw new Error(`the resource of ${action} is not known`);
  }
}

/** Requests in the binary form say a name without its parameter. */
function named(call: Call, ...names: readonly string[]): string {
  const found = names.map((name) => call.parameters[name]).find((each) => typeof each === "string");
  return found ?? "signin-alerts-unnamed";
}

function alarm(call: Call, place: arns.ArnPlace): string {
  // It is about all alarms that may be found.
  if (call.action === "cloudwatch:DescribeAlarms") return arns.alarmArn(place, "*");
  return arns.alarmArn(place, named(call, "AlarmName", "AlarmNames.member.1"));
}

function dashboard(call: Call, place: arns.ArnPlace): string {
  return arns.dashboardArn(place, named(call, "DashboardName", "DashboardNames.member.1"));
}

/** A role that a call hands to a service. */
export interface HandedRole {
  readonly role: string;
  readonly service: string;
}

/** The roles that a call hands to services. */
export function handedRoles({ action, parameters }: Call): readonly HandedRole[] {
  const handed = (role: unknown, service: string): readonly HandedRole[] =>
    typeof role === "string" ? [{ role, service: `${service}.amazonaws.com` }] : [];
  switch (action) {
    case "events:PutTargets":
      // Edge: what the provider sent.
      return (parameters["Targets"] as readonly { readonly RoleArn?: string }[]).flatMap(
        ({ RoleArn }) => handed(RoleArn, "events"),
      );
    case "cloudtrail:CreateTrail":
    case "cloudtrail:UpdateTrail":
      return handed(parameters["CloudWatchLogsRoleArn"], "cloudtrail");
    case "lambda:CreateFunction":
    case "lambda:UpdateFunctionConfiguration":
      return handed(parameters["Role"], "lambda");
    default:
      return [];
  }
}
