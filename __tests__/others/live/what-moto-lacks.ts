import { busLogSourceName, busLogTypes } from "../../../src/guards";
import { expectationsOf, type Plan } from "../../../src/plan";
import type { AwsRequest, ProxyAnswer } from "./proxy";

/** As the oldest protocol of CloudWatch wraps a result. */
const xml = (operation: string, result: string): ProxyAnswer => ({
  type: "text/xml",
  body: `<${operation}Response xmlns="http://monitoring.amazonaws.com/doc/2010-08-01/"><${operation}Result>${result}</${operation}Result></${operation}Response>`,
});

const json = (value: unknown): ProxyAnswer => ({ body: JSON.stringify(value) });

/** A mute rule that is active, of alarms of somebody else. */
const muteRuleFacts = (account: string) =>
  `<AlarmMuteRuleArn>arn:aws:cloudwatch:us-east-1:${account}:alarm-mute-rule:deploy-window</AlarmMuteRuleArn><Status>ACTIVE</Status><MuteType>RECURRING</MuteType>`;

const muteRules = (account: string) =>
  xml(
    "ListAlarmMuteRules",
    `<AlarmMuteRuleSummaries><member>${muteRuleFacts(account)}</member></AlarmMuteRuleSummaries>`,
  );

/** @param alarm - what it mutes */
export const muteRule = (account: string, alarm = "shop-errors") =>
  xml(
    "GetAlarmMuteRule",
    `<Name>deploy-window</Name>${muteRuleFacts(account)}<MuteTargets><AlarmNames><member>${alarm}</member></AlarmNames></MuteTargets>`,
  );

/**
 * What AWS answers and moto does not, for what the configuration creates: saved queries, and logs of the
 * event bus; and a mute rule. Written after AWS's references.
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeQueryDefinitions.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_DescribeDeliverySources.html
 * @see https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_DescribeEventBus.html
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_ListAlarmMuteRules.html
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
    ListAlarmMuteRules: (_, of) => Promise.resolve(muteRules(of)),
    GetAlarmMuteRule: (_, of) => Promise.resolve(muteRule(of)),
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
