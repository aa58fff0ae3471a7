import { busLogSourceName, busLogTypes } from "../../../src/guards";
import { expectationsOf, type Plan } from "../../../src/plan";
import type { AwsRequest, ProxyAnswer } from "./proxy";

const json = (value: unknown): ProxyAnswer => ({ body: JSON.stringify(value) });

/**
 * What AWS answers and moto does not, for what the configuration creates: saved queries, and logs of the
 * event bus. Written after AWS's references.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeQueryDefinitions.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeDeliverySources.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeEventBus.html
 */
export function whatMotoLacks(
  plan: Plan,
): (request: AwsRequest, said: () => Promise<ProxyAnswer>) => Promise<ProxyAnswer> | undefined {
  const { guards, busLogs } = expectationsOf(plan);
  const { region, account } = plan.hub.place;
  const arn = (kind: string, name: string) => `arn:aws:logs:${region}:${account}:${kind}:${name}`;
  const destination = arn("delivery-destination", `${plan.namePrefix}-hub`);
  const sources = busLogTypes.map((logType) => {
    const name = busLogSourceName(plan.namePrefix, logType);
    return { name, logType, arn: arn("delivery-source", name), resourceArns: [busLogs.bus] };
  });
  const queries = (of: string) =>
    guards
      .filter(({ place }) => place.account === of)
      .flatMap((each) =>
        each.queries.map(({ name, logGroupName, query }) => ({
          name,
          queryString: query,
          logGroupNames: [logGroupName],
        })),
      );
  const answers: Readonly<
    Record<string, (said: () => Promise<ProxyAnswer>, account: string) => Promise<ProxyAnswer>>
  > = {
    DescribeQueryDefinitions: (_, of) => Promise.resolve(json({ queryDefinitions: queries(of) })),
    DescribeDeliverySources: () => Promise.resolve(json({ deliverySources: sources })),
    DescribeDeliveries: () =>
      Promise.resolve(
        json({
          deliveries: sources.map(({ name }) => ({
            id: name,
            arn: arn("delivery", name),
            deliverySourceName: name,
            deliveryDestinationArn: destination,
          })),
        }),
      ),
    DescribeEventBus: async (said) => {
      const { body } = await said();
      // Edge: what the server wrote.
      const bus = JSON.parse(body) as object;
      return json({ ...bus, LogConfig: { Level: "INFO", IncludeDetail: "NONE" } });
    },
  };
  return ({ operation, account: of }, said) => answers[operation]?.(said, of);
}
