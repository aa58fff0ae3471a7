import { eventArchiveArn, eventBusArn, eventRuleArn } from "../../aws/arn";
import { busName } from "../../coverage/resource-types";
import type { NamedResource, TypeGrants } from "../grant";
import { named, passing } from "./targets";

const bus = named(({ place, text }) => eventBusArn(place, text("name")));

const rule = (argument: string) =>
  named(({ place, text, optional }: NamedResource) =>
    eventRuleArn(place, text(argument), busName(optional("event_bus_name"))),
  );

/** @see https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html */
export const events: TypeGrants = {
  aws_cloudwatch_event_bus: [
    {
      on: bus,
      plan: ["events:DescribeEventBus", "events:ListTagsForResource"],
      deploy: [
        "events:CreateEventBus",
        "events:DeleteEventBus",
        "events:TagResource",
        "events:UntagResource",
        "events:UpdateEventBus",
      ],
    },
  ],
  aws_cloudwatch_event_bus_policy: [
    {
      on: named(({ place, optional }) => eventBusArn(place, busName(optional("event_bus_name")))),
      plan: ["events:DescribeEventBus"],
    },
    { on: "anything in its region", deploy: ["events:PutPermission", "events:RemovePermission"] },
  ],
  aws_cloudwatch_event_archive: [
    {
      on: named(({ place, text }) => eventArchiveArn(place, text("name"))),
      plan: ["events:DescribeArchive"],
      deploy: ["events:CreateArchive", "events:DeleteArchive", "events:UpdateArchive"],
    },
    // Creating one is a call about the event bus, too.
    { on: named(({ text }) => text("event_source_arn")), deploy: ["events:CreateArchive"] },
  ],
  aws_cloudwatch_event_rule: [
    {
      on: rule("name"),
      plan: ["events:DescribeRule", "events:ListTagsForResource"],
      deploy: ["events:DeleteRule", "events:PutRule", "events:TagResource", "events:UntagResource"],
    },
  ],
  aws_cloudwatch_event_target: [
    {
      on: rule("rule"),
      plan: ["events:ListTargetsByRule"],
      deploy: ["events:PutTargets", "events:RemoveTargets"],
    },
    passing("role_arn", "events.amazonaws.com"),
  ],
};
