import {
  DescribeDeliveriesCommand,
  DescribeDeliveryDestinationsCommand,
  DescribeDeliverySourcesCommand,
} from "@aws-sdk/client-cloudwatch-logs";
import type { FoundResource } from "../../coverage";
import type { Here } from "../here";
import { foundAt } from "./found";
import { logs } from "./log-groups";

/** What hands on the logs of an event bus, and where to. */
export async function readLogDeliveries(
  here: Here,
  busArn: string,
): Promise<readonly FoundResource[]> {
  const sources = await here.pages({
    service: logs,
    operation: "DescribeDeliverySources",
    send: (client, nextToken) => client.send(new DescribeDeliverySourcesCommand({ nextToken })),
    result: ({ deliverySources }) => deliverySources,
    next: ({ nextToken }) => nextToken,
  });
  if (sources.state !== "known") return [];
  const own = sources.value.filter(({ resourceArns }) => resourceArns?.includes(busArn));
  if (own.length === 0) return [];
  const deliveries = await here.pages({
    service: logs,
    operation: "DescribeDeliveries",
    send: (client, nextToken) => client.send(new DescribeDeliveriesCommand({ nextToken })),
    result: ({ deliveries: all }) => all,
    next: ({ nextToken }) => nextToken,
  });
  const destinations = await here.pages({
    service: logs,
    operation: "DescribeDeliveryDestinations",
    send: (client, nextToken) =>
      client.send(new DescribeDeliveryDestinationsCommand({ nextToken })),
    result: ({ deliveryDestinations }) => deliveryDestinations,
    next: ({ nextToken }) => nextToken,
  });
  const names = new Set(own.map(({ name }) => name));
  const used =
    deliveries.state === "known"
      ? deliveries.value.filter(({ deliverySourceName }) => names.has(deliverySourceName))
      : [];
  const ends = new Set(used.map(({ deliveryDestinationArn }) => deliveryDestinationArn));
  const reached =
    destinations.state === "known" ? destinations.value.filter(({ arn }) => ends.has(arn)) : [];
  return [
    ...own.map(({ name = "", arn, logType, resourceArns }) =>
      foundAt(here, "aws_cloudwatch_log_delivery_source", name, {
        name,
        arn,
        log_type: logType,
        resource_arn: resourceArns?.[0],
      }),
    ),
    ...used.map(({ id = "", arn, deliverySourceName, deliveryDestinationArn }) =>
      foundAt(here, "aws_cloudwatch_log_delivery", id, {
        id,
        arn,
        delivery_source_name: deliverySourceName,
        delivery_destination_arn: deliveryDestinationArn,
      }),
    ),
    ...reached.map(({ name = "", arn, deliveryDestinationConfiguration: configuration }) =>
      foundAt(here, "aws_cloudwatch_log_delivery_destination", name, {
        name,
        arn,
        delivery_destination_configuration: [
          { destination_resource_arn: configuration?.destinationResourceArn },
        ],
      }),
    ),
  ];
}
