import { HUB, HUB_REGION } from "../small-organization";

/** Logs that a team in the hub's account has delivered: of a service, and of an event bus of its own. */
export const ownLogs = {
  aws_bedrockagent_knowledge_base: { own: { name: "orders" } },
  aws_cloudwatch_log_delivery_source: {
    own: {
      name: "orders",
      log_type: "APPLICATION_LOGS",
      resource_arn: "${aws_bedrockagent_knowledge_base.own.arn}",
    },
    bus: {
      name: "orders-bus",
      log_type: "ERROR_LOGS",
      resource_arn: `arn:aws:events:${HUB_REGION}:${HUB}:event-bus/orders`,
    },
  },
  aws_cloudwatch_log_delivery_destination: {
    own: {
      name: "orders",
      delivery_destination_configuration: {
        destination_resource_arn: "${aws_bedrockagent_knowledge_base.own.log_group_arn}",
      },
    },
  },
  aws_cloudwatch_log_delivery: {
    own: {
      delivery_source_name: "${aws_cloudwatch_log_delivery_source.own.name}",
      delivery_destination_arn: "${aws_cloudwatch_log_delivery_destination.own.arn}",
    },
    other: {
      delivery_source_name: "${aws_cloudwatch_log_delivery_source.own.name}",
      delivery_destination_arn: "${aws_bedrockagent_knowledge_base.own.destination_arn}",
    },
  },
  aws_cloudwatch_log_delivery_destination_policy: {
    own: {
      delivery_destination_name: "${aws_cloudwatch_log_delivery_destination.own.name}",
      delivery_destination_policy: "{}",
    },
  },
};
