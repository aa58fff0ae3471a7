import { HUB } from "../small-organization";
import type { OwnResources } from "./rules-on-sign-ins";

const place = `eu-central-1:${HUB}`;
const function_ = `arn:aws:lambda:${place}:function:orders`;

/** Scheduled rules of a team, which are no heartbeats. */
export const scheduledRules: Readonly<Record<string, OwnResources>> = {
  "a scheduled rule to a function": {
    aws_cloudwatch_event_rule: { own: { name: "nightly", schedule_expression: "rate(1 day)" } },
    aws_cloudwatch_event_target: { own: { rule: "nightly", arn: function_ } },
  },
  "a scheduled rule to a bus of their own": {
    aws_cloudwatch_event_bus: { own: { name: "orders" } },
    aws_cloudwatch_event_rule: {
      own: { name: "nightly", schedule_expression: "rate(5 minutes)", state: "DISABLED" },
      all: { name: "all-orders", event_bus_name: "orders", event_pattern: '{"account":["1"]}' },
    },
    aws_cloudwatch_event_target: {
      own: {
        rule: "nightly",
        arn: "${aws_cloudwatch_event_bus.own.arn}",
        role_arn: `arn:aws:iam::${HUB}:role/orders`,
        dead_letter_config: { arn: `arn:aws:sqs:${place}:orders` },
      },
      all: { rule: "all-orders", event_bus_name: "orders", arn: function_ },
    },
  },
  "a scheduled rule to the bus of another account": {
    aws_cloudwatch_event_rule: { own: { name: "hourly", schedule_expression: "rate(1 hour)" } },
    aws_cloudwatch_event_target: {
      own: {
        rule: "hourly",
        arn: "arn:aws:events:us-east-1:444455556666:event-bus/orders",
        role_arn: `arn:aws:iam::${HUB}:role/orders`,
      },
    },
  },
  "a scheduled rule to a log group": {
    aws_cloudwatch_event_rule: { own: { name: "tick", schedule_expression: "rate(1 minute)" } },
    aws_cloudwatch_event_target: {
      own: { rule: "tick", arn: `arn:aws:logs:${place}:log-group:/orders` },
    },
  },
};
