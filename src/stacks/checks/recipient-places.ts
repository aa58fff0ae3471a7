import { findRegion, parseArn } from "../../aws";
import { isAccountId } from "../../aws/organizations";
import { channelOf, subscribableIn } from "../../plan/channels";
import type { Problem, ProblemPath } from "../../config/problem";
import { recipientOf } from "../../aws/recipient";
import type { ConfigurationDraft } from "../../config/draft";
import { partitionOf } from "./partition";

type Recipients = readonly (string | undefined)[] | undefined;

/**
 * A queue or function of another account is subscribed by that account, or SNS waits for its
 * confirmation and Terraform subscribes it anew each time.
 * @see https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sns_topic_subscription
 */
function checkPlaces(
  props: ConfigurationDraft,
  path: ProblemPath,
  recipients: Recipients = [],
): readonly Problem[] {
  const account = props.hub?.account;
  const partition = partitionOf(props);
  return recipients.flatMap((value, i): readonly Problem[] => {
    const arn = parseArn(value ?? "");
    if (value === undefined || arn === undefined || recipientOf(value) === undefined) return [];
    const common = {
      path: [...path, i],
      value,
      allowed: `arn:${partition}:${arn.service}:REGION:${account ?? "ACCOUNT"}:…, a region of AWS and the hub's account`,
    };
    const isRegion = findRegion(arn.region)?.partition === arn.partition;
    if (!isRegion || /^0{12}$/.test(arn.account)) {
      const problem = isRegion
        ? "AWS has no account 000000000000"
        : `AWS has no region ${arn.region} in the partition ${arn.partition}`;
      return [{ ...common, problem, fix: "copy the ARN from the console of AWS" }];
    }
    const isHub = arn.account === account && arn.partition === partition;
    if (account === undefined || !isAccountId(account) || isHub) return [];
    return [
      {
        ...common,
        problem:
          "only a queue or function of the hub's account can be subscribed from there: this one would stay pending",
        fix: "subscribe it from its own account; the topic's ARN is an output",
      },
    ];
  });
}

/** Alarms on the trail's log group tell only such queues and functions as are in its account. */
function checkLogAlarms(draft: ConfigurationDraft): readonly Problem[] {
  const { organization, recipients, routes, operations, logAlarms, trail } = draft;
  const people = [
    ...(routes?.flatMap((route) => route?.recipients ?? []) ?? recipients ?? []),
    ...(operations?.recipients ?? []),
  ];
  const known = people.filter((text) => text !== undefined);
  const account = trail?.account ?? organization?.managementAccount;
  // What cannot be read is told of elsewhere.
  if (account === undefined || known.length < people.length) return [];
  const isTold = people.length === 0 || subscribableIn(account, known.map(channelOf)).length > 0;
  if (isTold || logAlarms?.topicArn !== undefined || !hasLogGroup(draft)) return [];
  return [
    {
      path: ["logAlarms"],
      value: undefined,
      problem:
        "nobody would be told by the alarms on the trail's log group: every recipient is a queue or function of another account",
      allowed: "a recipient that is none, one of the trail's account, or logAlarms.topicArn",
      fix: "add an e-mail address to operations.recipients",
    },
  ];
}

function hasLogGroup({ trail }: ConfigurationDraft): boolean {
  if (trail?.type === "existing") return trail.logGroupArn !== undefined;
  return !trail || !("logRetentionDays" in trail) || trail.logRetentionDays !== 0;
}

/** Queues and functions among recipients: those that the account of a topic can subscribe. */
export function checkRecipientPlaces(props: ConfigurationDraft): readonly Problem[] {
  return [
    ...checkPlaces(props, ["recipients"], props.recipients),
    ...(props.routes ?? []).flatMap((route, i) =>
      checkPlaces(props, ["routes", i, "recipients"], route?.recipients),
    ),
    ...checkPlaces(props, ["operations", "recipients"], props.operations?.recipients),
    ...checkLogAlarms(props),
  ];
}
