import { parseArn } from "../../aws";
import type { Problem, ProblemPath } from "../problem";
import type { ConfigurationDraft } from "./draft";
import { checkAddresses } from "./recipients";

interface WantedPlace {
  readonly account: string | undefined;
  readonly region: string | undefined;
  /** Whose account and region it is. */
  readonly whose: string;
}

/** An alarm tells a topic of its own account and region only. */
function checkTopic(
  path: ProblemPath,
  value: string | undefined,
  { account, region, whose }: WantedPlace,
): readonly Problem[] {
  if (value === undefined) return [];
  const topic = parseArn(value);
  const common = {
    path,
    value,
    allowed: `arn:aws:sns:${region ?? "REGION"}:${account ?? "ACCOUNT"}:NAME`,
  };
  if (topic?.service !== "sns" || !/^[\w-]+$/.test(topic.resource)) {
    return [
      {
        ...common,
        problem: "this is not the ARN of an SNS topic that an alarm can tell",
        fix: "copy the ARN of a standard topic from the SNS console",
      },
    ];
  }
  const elsewhere =
    (account !== undefined && topic.account !== account) ||
    (region !== undefined && topic.region !== region);
  if (!elsewhere) return [];
  return [
    {
      ...common,
      problem: `an alarm can tell only a topic of its own account and region, which are those of ${whose}`,
      fix: "make a topic there, or leave the key out to have one made",
    },
  ];
}

/** Who is told by alarms. */
export function checkAlarmTopics(props: ConfigurationDraft): readonly Problem[] {
  const { hub, operations, logAlarms, trail } = props;
  const both =
    operations?.recipients && operations.topicArn !== undefined
      ? [
          {
            path: ["operations", "topicArn"],
            value: operations.topicArn,
            problem: "recipients and topicArn are both given: the recipients would not be told",
            allowed: "one of the two",
            fix: "subscribe the recipients to the topic yourself and remove them here",
          },
        ]
      : [];
  return [
    ...both,
    ...checkAddresses(["operations", "recipients"], operations?.recipients),
    ...checkTopic(["operations", "topicArn"], operations?.topicArn, {
      account: hub?.account,
      region: hub?.region,
      whose: "the hub",
    }),
    ...checkTopic(["logAlarms", "topicArn"], logAlarms?.topicArn, {
      account: trail?.account ?? props.organization?.managementAccount,
      region: trail?.homeRegion ?? hub?.region,
      whose: "the trail",
    }),
  ];
}
