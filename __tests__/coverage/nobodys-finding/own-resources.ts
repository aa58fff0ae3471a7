import { HUB } from "../small-organization";
import { ownLogs } from "./own-logs";
import { ownReaders } from "./own-readers";
import { rulesOnSignIns, type OwnResources } from "./rules-on-sign-ins";
import { scheduledRules } from "./scheduled-rules";

export type { OwnResources };

const place = `eu-central-1:${HUB}`;
const function_ = `arn:aws:lambda:${place}:function:orders`;
const everybody = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Sid: "a", Effect: "Allow", Principal: "*", Action: ["sns:Publish"], Resource: "*" },
  ],
});
const ofPartner = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    {
      Sid: "a",
      Effect: "Allow",
      Principal: { AWS: "arn:aws:iam::444455556666:root" },
      Action: "events:PutEvents",
      Resource: `arn:aws:events:${place}:event-bus/orders`,
    },
  ],
});
const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [
    { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" },
  ],
});

/** What a team may have in a stack of the hub, and alerts neither pass nor need. */
export const ownResources: Readonly<Record<string, OwnResources>> = {
  "a rule on what anybody calls of a service": {
    aws_cloudwatch_event_rule: {
      calls: {
        name: "bucket-policies",
        event_pattern: JSON.stringify({
          source: ["aws.s3"],
          "detail-type": ["AWS API Call via CloudTrail"],
          detail: { eventName: ["PutBucketPolicy"] },
        }),
      },
    },
    aws_cloudwatch_event_target: {
      calls: {
        rule: "${aws_cloudwatch_event_rule.calls.name}",
        arn: function_,
      },
    },
  },
  "a rule for other events to the default bus of another account": {
    aws_cloudwatch_event_rule: { own: { name: "ec2", event_pattern: '{"source":["aws.ec2"]}' } },
    aws_cloudwatch_event_target: {
      own: {
        rule: "ec2",
        arn: "arn:aws:events:eu-central-1:444455556666:event-bus/default",
        role_arn: `arn:aws:iam::${HUB}:role/orders`,
      },
    },
    aws_cloudwatch_event_bus_policy: { own: { policy: ofPartner.replace("/orders", "/default") } },
  },
  ...rulesOnSignIns,
  ...scheduledRules,
  "a rule for other events": {
    aws_cloudwatch_event_rule: { own: { name: "ec2", event_pattern: '{"source":["aws.ec2"]}' } },
    aws_cloudwatch_event_target: {
      own: { rule: "${aws_cloudwatch_event_rule.own.name}", arn: function_ },
    },
  },
  "a rule without a target": {
    aws_cloudwatch_event_rule: {
      own: { name: "orders", event_pattern: '{"detail-type":[{"prefix":"Order "}]}' },
    },
  },
  "an event bus": {
    aws_cloudwatch_event_bus: { own: { name: "orders", kms_key_identifier: "alias/orders" } },
    aws_cloudwatch_event_bus_policy: { own: { event_bus_name: "orders", policy: ofPartner } },
    aws_cloudwatch_event_archive: {
      own: { name: "orders", event_source_arn: "${aws_cloudwatch_event_bus.own.arn}" },
    },
    aws_cloudwatch_event_rule: {
      own: {
        name: "orders",
        event_bus_name: "${aws_cloudwatch_event_bus.own.name}",
        event_pattern: '{"source":["orders"]}',
      },
    },
    aws_cloudwatch_event_target: {
      own: {
        rule: "${aws_cloudwatch_event_rule.own.name}",
        event_bus_name: "orders",
        arn: `arn:aws:sqs:${place}:orders`,
      },
    },
  },
  "a topic": {
    aws_sns_topic: { own: { name: "orders", delivery_policy: "{}" } },
    aws_sns_topic_policy: { own: { arn: "${aws_sns_topic.own.arn}", policy: everybody } },
    aws_sns_topic_subscription: {
      own: {
        topic_arn: "${aws_sns_topic.own.arn}",
        protocol: "sqs",
        endpoint: `arn:aws:sqs:${place}:orders`,
        filter_policy: '{"a":["b"]}',
      },
    },
    aws_sns_topic_data_protection_policy: {
      own: { arn: "${aws_sns_topic.own.arn}", policy: "{}" },
    },
  },
  "a queue": {
    aws_sqs_queue: { own: { name: "orders", kms_master_key_id: "alias/orders" } },
    aws_sqs_queue_redrive_policy: {
      own: { queue_url: "${aws_sqs_queue.own.url}", redrive_policy: "{}" },
    },
  },
  "a role": {
    aws_iam_role: {
      own: {
        name: "orders",
        permissions_boundary: `arn:aws:iam::${HUB}:policy/boundary`,
        assume_role_policy: trust,
      },
    },
    aws_iam_role_policy_attachment: {
      own: {
        role: "${aws_iam_role.own.name}",
        policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess",
      },
    },
    aws_iam_instance_profile: { own: { name: "orders", role: "${aws_iam_role.own.name}" } },
    aws_iam_policy: { own: { name: "orders", policy: "${aws_iam_role.own.unique_id}" } },
  },
  "a function": {
    aws_lambda_function: {
      own: {
        function_name: "orders",
        role: `arn:aws:iam::${HUB}:role/orders`,
        runtime: "python3.13",
        handler: "orders.handler",
        filename: "orders.zip",
        layers: [`arn:aws:lambda:${place}:layer:orders:1`],
      },
    },
    aws_lambda_permission: {
      own: {
        function_name: "orders",
        action: "lambda:InvokeFunction",
        principal: "s3.amazonaws.com",
        statement_id: "orders",
      },
    },
    aws_lambda_alias: {
      own: {
        name: "live",
        function_name: "orders",
        function_version: "${aws_lambda_function.own.version}",
      },
    },
  },
  "a key that signs": {
    aws_kms_key: { own: { key_usage: "SIGN_VERIFY", customer_master_key_spec: "RSA_2048" } },
    aws_kms_alias: { own: { name: "alias/own", target_key_id: "${aws_kms_key.own.key_id}" } },
    aws_kms_grant: {
      own: {
        key_id: "${aws_kms_key.own.key_id}",
        grantee_principal: `arn:aws:iam::${HUB}:role/orders`,
        operations: ["Sign"],
      },
    },
  },
  "alarms on the operations topic": {
    aws_cloudwatch_metric_alarm: {
      own: {
        alarm_name: "orders",
        namespace: "AWS/SQS",
        metric_name: "ApproximateNumberOfMessagesVisible",
        dimensions: { QueueName: "orders" },
        statistic: "Sum",
        period: 60,
        evaluation_periods: 1,
        threshold: 1,
        comparison_operator: "GreaterThanThreshold",
        alarm_actions: [`arn:aws:sns:${place}:signin-alerts-operations`],
      },
    },
    aws_cloudwatch_composite_alarm: {
      own: {
        alarm_name: "all",
        alarm_rule: "ALARM(orders)",
        alarm_actions: [`arn:aws:sns:${place}:signin-alerts-operations`],
      },
    },
  },
  "a log group": {
    aws_cloudwatch_log_group: { own: { name: "orders", log_group_class: "INFREQUENT_ACCESS" } },
    aws_cloudwatch_log_metric_filter: {
      own: {
        name: "errors",
        log_group_name: "orders",
        pattern: "ERROR",
        metric_transformation: [{ name: "Errors", namespace: "orders", value: "1" }],
      },
    },
    aws_cloudwatch_query_definition: { own: { name: "orders/slow", query_string: "fields x" } },
    aws_cloudwatch_log_subscription_filter: {
      own: {
        name: "orders",
        log_group_name: "orders",
        filter_pattern: "",
        destination_arn: function_,
      },
    },
  },
  "logs of another service": ownLogs,
  ...ownReaders,
  "a dashboard that shows the path": {
    aws_cloudwatch_dashboard: {
      own: { dashboard_name: "ours", dashboard_body: '{"queue":"signin-alerts"}' },
    },
  },
  "what other services have": {
    aws_subnet: Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [
        `s${i}`,
        { vpc_id: "${aws_vpc.own.id}", cidr_block: "10.0.0.0/24" },
      ]),
    ),
    aws_vpc: { own: { cidr_block: "10.0.0.0/16" } },
    aws_instance: { own: { ami: "ami-1", tags: { Project: "signin-alerts" } } },
  },
};
